import { toMoment } from '#domain/calendar/moment.ts'
import { compactTime } from './compact-time.ts'
import { dialectOn, DIALECTS } from './national-dialects.ts'
import { macOf, type NationalSettings } from './national-platform.ts'
import {
  type Deed,
  does,
  newBooks,
  send,
  type SimulatedBooks,
  type SimulatedOrder,
  type Told,
} from './simulated-deeds.ts'

export interface SimulatedNational {
  readonly books: SimulatedBooks
  opened(reference: string): SimulatedOrder | null
  act(reference: string, deed: Deed): Promise<string | null>
  /** INIT or QUERY. */
  answer(fields: Fields): object
}

type Fields = Readonly<Record<string, string>>

interface Playing extends Pick<NationalSettings, 'partner' | 'secret'> {
  readonly now: () => Temporal.Instant
  readonly noticeAt: string
  readonly returnTo: string
  /** Where its own pages lie. */
  readonly pageOf: (reference: string) => string
}

/** Plays the national payment platform for trials. */
export function simulatedNational(playing: Playing): SimulatedNational {
  const { partner, secret, now, noticeAt, returnTo, pageOf } = playing
  const books = newBooks()
  const dialect = dialectOn(DIALECTS, '9999-12-31')
  const signed = (fields: Fields, isForged = false) => ({
    ...fields,
    MaXacThuc: macOf(fields, dialect.notice, isForged ? 'forged' : secret),
  })
  const voice = {
    now: () => toMoment(now()),
    prefix: 'DVC',
    notify: (told: Told, isForged: boolean) =>
      send(noticeAt, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(signed(noticeOf(told, partner), isForged)),
      }),
  }

  function begun(fields: Fields): object {
    if (macOf(fields, dialect.init, secret) !== fields['MaXacThuc'])
      return { error_code: '97', message: 'MAC' }
    const reference = fields['MaThamChieu'] ?? ''
    books.orders.set(reference, { reference, dong: Number(fields['SoTien']), returnTo, state: 'open' })
    return { error_code: '00', message: JSON.stringify({ UrlThanhToan: pageOf(reference) }) }
  }

  function queried(fields: Fields): object {
    if (macOf(fields, dialect.query, secret) !== fields['MaXacThuc'])
      return { error_code: '97', message: 'MAC' }
    const reference = fields['MaThamChieu'] ?? ''
    const payment = books.payments.find((one) => one.reference === reference)
    const order = books.orders.get(reference)
    if (!order) return { error_code: '01', message: 'none' }
    const told = payment ? ({ paid: true, payment } as const) : ({ paid: false, order } as const)
    const said = noticeOf(told, partner)
    const isOpen = !payment && order.state === 'open'
    return { error_code: '00', message: JSON.stringify(signed(isOpen ? { ...said, MaLoi: '01' } : said)) }
  }

  return {
    books,
    opened: (reference) => books.orders.get(reference) ?? null,
    async act(reference, deed) {
      const order = books.orders.get(reference)
      if (!order) return null
      await does(books, order, deed, voice)
      return order.returnTo
    },
    answer: (fields) => (fields['LoaiBanTin'] === 'INIT' ? begun(fields) : queried(fields)),
  }
}

function noticeOf(told: Told, partner: string): Record<string, string> {
  const { reference, dong } = told.paid ? told.payment : told.order
  return {
    LoaiBanTin: 'RESULT',
    MaLoi: told.paid ? '00' : '24',
    MaDoiTac: partner,
    MaThamChieu: reference,
    SoTien: String(dong),
    MaTienTe: 'VND',
    MaGiaoDich: told.paid ? told.payment.transaction : '',
    MaNganHang: 'VCB',
    ThoiGianGD: told.paid ? compactTime(told.payment.paidAt) : '',
    ThongTinGiaoDich: `Phi le phi ${reference}`,
  }
}
