import { toMoment } from '#domain/calendar/moment.ts'
import { compactTime } from './compact-time.ts'
import {
  type Deed,
  does,
  newBooks,
  send,
  type SimulatedBooks,
  type SimulatedOrder,
  type Told,
} from './simulated-deeds.ts'
import type { VnpaySettings } from './vnpay.ts'
import {
  isSignedAnswer,
  isSignedQuery,
  SIGNED_PARTS,
  signedAddress,
  withSignature,
} from './vnpay-signature.ts'

export interface SimulatedVnpay {
  readonly books: SimulatedBooks
  /** An order as its page is opened; null where the signature is false. */
  opened(fields: Fields): SimulatedOrder | null
  /** Does a deed with an order, and answers where the browser goes on. */
  act(reference: string, deed: Deed): Promise<string | null>
  /** A question or a refund. */
  answer(fields: Fields): object
}

type Fields = Readonly<Record<string, string>>

interface Playing extends Pick<VnpaySettings, 'terminal' | 'secret'> {
  readonly now: () => Temporal.Instant
  readonly noticeAt: string
}

/** Plays VNPAY for trials: it can lie, repeat itself, be late, decline, say nothing and answer nonsense. */
export function simulatedVnpay({ terminal, secret, now, noticeAt }: Playing): SimulatedVnpay {
  const books = newBooks()
  const refunds = new Map<string, object>()
  const voice = {
    now: () => toMoment(now()),
    prefix: '14',
    notify: (told: Told, isForged: boolean) =>
      send(signedAddress(noticeAt, noticeOf(told, terminal), isForged ? 'forged' : secret)),
  }

  function signed(fields: Record<string, string>, names: readonly string[]): object {
    return withSignature(
      { vnp_ResponseId: String(Math.floor(now().epochMilliseconds)), ...fields },
      names,
      secret,
    )
  }

  function queried(fields: Fields): object {
    const reference = fields['vnp_TxnRef'] ?? ''
    const payment = books.payments.find((one) => one.reference === reference)
    const order = books.orders.get(reference)
    const common = { vnp_Command: 'querydr', vnp_TmnCode: terminal, vnp_TxnRef: reference }
    const isKnown = payment !== undefined || order?.state === 'failed'
    if (!isKnown)
      return signed(
        { ...common, vnp_ResponseCode: '91', vnp_Message: 'Not found' },
        SIGNED_PARTS.querydrAnswer,
      )
    const told = payment ? ({ paid: true, payment } as const) : order && ({ paid: false, order } as const)
    return signed(
      {
        ...common,
        ...(told && noticeOf(told, terminal)),
        vnp_ResponseCode: '00',
        vnp_Message: 'OK',
        vnp_TransactionType: '01',
      },
      SIGNED_PARTS.querydrAnswer,
    )
  }

  function refunded(fields: Fields): object {
    const id = fields['vnp_RequestId'] ?? ''
    const common = { vnp_Command: 'refund', vnp_TmnCode: terminal, vnp_TxnRef: fields['vnp_TxnRef'] ?? '' }
    const said = (code: string, more: Record<string, string> = {}) =>
      signed({ ...common, ...more, vnp_ResponseCode: code, vnp_Message: code }, SIGNED_PARTS.refundAnswer)
    if (refunds.has(id)) return said('94')
    const dong = Number(fields['vnp_Amount']) / 100
    const payment = books.payments.find((one) => one.transaction === fields['vnp_TransactionNo'])
    if (!payment || payment.refundedDong + dong > payment.dong) return said('95')
    payment.refundedDong += dong
    const answer = said('00', {
      vnp_Amount: String(dong * 100),
      vnp_TransactionNo: `R${payment.transaction}`,
    })
    refunds.set(id, answer)
    return answer
  }

  return {
    books,
    opened(fields) {
      if (!isSignedQuery(fields, secret) || fields['vnp_TmnCode'] !== terminal) return null
      const reference = fields['vnp_TxnRef'] ?? ''
      const dong = Number(fields['vnp_Amount']) / 100
      const order = books.orders.get(reference) ?? {
        reference,
        dong,
        returnTo: fields['vnp_ReturnUrl'] ?? '',
        state: 'open',
      }
      books.orders.set(reference, order)
      return order
    },
    async act(reference, deed) {
      const order = books.orders.get(reference)
      if (!order) return null
      await does(books, order, deed, voice)
      const paid = books.payments.findLast((one) => one.reference === reference)
      const told = paid ? ({ paid: true, payment: paid } as const) : ({ paid: false, order } as const)
      return signedAddress(order.returnTo, noticeOf(told, terminal), secret)
    },
    answer(fields) {
      const command = fields['vnp_Command'] === 'refund' ? 'refund' : 'querydr'
      if (!isSignedAnswer(fields, SIGNED_PARTS[command], secret)) return { vnp_ResponseCode: '97' }
      return command === 'refund' ? refunded(fields) : queried(fields)
    },
  }
}

function noticeOf(told: Told, terminal: string): Record<string, string> {
  const { reference, dong } = told.paid ? told.payment : told.order
  const code = told.paid ? '00' : '24'
  return {
    vnp_Amount: String(dong * 100),
    vnp_BankCode: 'NCB',
    vnp_CardType: 'ATM',
    vnp_OrderInfo: `Phi le phi ${reference}`,
    vnp_PayDate: told.paid ? compactTime(told.payment.paidAt) : '',
    vnp_ResponseCode: code,
    vnp_TmnCode: terminal,
    vnp_TransactionNo: told.paid ? told.payment.transaction : '0',
    vnp_TransactionStatus: told.paid ? '00' : '02',
    vnp_TxnRef: reference,
  }
}
