import { z } from 'zod'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { refuse } from '#domain/outcome.ts'
import type {
  FileColumns,
  NoticeSaid,
  OrderToAsk,
  OrderToOpen,
  PaymentProvider,
  Told,
} from '#domain/paying/provider.ts'
import { askInJson } from './ask.ts'
import { compactTime, readCompactTime } from './compact-time.ts'
import { isSameMac, sha256 } from './macs.ts'
import { type Dialect, dialectOn, DIALECTS } from './national-dialects.ts'

export interface NationalSettings {
  /** Where INIT and QUERY go. */
  readonly url: string
  /** Where its pages lie, to which the citizen is sent. */
  readonly pages: readonly string[]
  readonly partner: string
  readonly secret: string
  readonly minutes: number
  /** Where the money is to go: account, bank and name. */
  readonly beneficiary: { readonly account: string; readonly bank: string; readonly name: string }
  readonly dialects?: readonly Dialect[] | undefined
  readonly file?: FileColumns | undefined
}

type Fields = Readonly<Record<string, string>>

const FILE: FileColumns = {
  transaction: ['Mã giao dịch', 'MaGiaoDich'],
  dong: ['Số tiền', 'SoTien'],
  paidAt: ['Thời gian giao dịch', 'ThoiGianGD'],
  text: ['Mã tham chiếu', 'MaThamChieu'],
  state: { names: ['Trạng thái', 'MaLoi'], paid: ['Thành công', '00'] },
  times: 1,
}

/**
 * The payment platform of the national portal. Its authentication code is a plain SHA-256 with the secret at the end, so
 * a notice is believed only when the platform, asked back, says the same. It gives nothing back by itself: a refund is a
 * transfer that people make.
 */
export function nationalPlatform(settings: NationalSettings): PaymentProvider {
  const { url, pages, partner, secret, minutes, dialects = DIALECTS, file = FILE } = settings
  const latest = dialectOn(dialects, '9999-12-31')
  return {
    key: 'national',
    minutesOpen: minutes,
    isAskedBack: true,
    pages,
    file,
    async open(order) {
      const dialect = dialectOn(dialects, dayOf(fromMoment(order.openedAt)).toString())
      const fields = initFields(order, settings, dialect)
      const answer = await askInJson(url, {
        ...fields,
        MaXacThuc: macOf(fields, dialect.init, secret),
        ThongTinBienLai: receiptOf(order, settings),
      })
      const page = answer && pageIn(answer)
      return page !== null && pages.includes(new URL(page).origin)
        ? { kind: 'page', url: page }
        : refuse('provider-away')
    },
    // Which dialect a notice is in is not known before it is read; what signs is the same secret.
    hear({ fields }) {
      const own = dialects.find(({ notice }) =>
        isSameMac(macOf(fields, notice, secret), fields['MaXacThuc'] ?? ''),
      )
      return own && fields['MaDoiTac'] === partner ? told(fields, own) : null
    },
    answer: (said) => ({ error_code: latest.codes[said], message: MESSAGES[said] }),
    ask: async (order) => {
      const dialect = dialectOn(dialects, dayOf(fromMoment(order.openedAt)).toString())
      const fields = queryFields(order, partner, dialect)
      const answer = await askInJson(url, { ...fields, MaXacThuc: macOf(fields, dialect.query, secret) })
      return answer && answered(insideOf(answer), order, { partner, secret, dialect })
    },
    refund: null,
  }
}

const MESSAGES: Record<NoticeSaid, string> = {
  confirmed: 'Thanh cong',
  known: 'Da xac nhan',
  'no-such-order': 'Khong co giao dich',
  'other-amount': 'Sai so tien',
  'false-signature': 'Sai ma xac thuc',
  fault: 'Loi khac',
}

/** The code over some values, the secret as the last of them. */
export function macOf(fields: Fields, names: readonly string[], secret: string): string {
  return sha256([...names.map((name) => fields[name] ?? ''), secret].join('|'))
}

function initFields(order: OrderToOpen, { partner }: NationalSettings, { version }: Dialect): Fields {
  return {
    LoaiBanTin: 'INIT',
    PhienBan: version,
    MaDoiTac: partner,
    MaThamChieu: order.reference,
    SoTien: String(order.dong),
    LoaiHinhThanhToan: 'PAY',
    MaKenhThanhToan: '1',
    MaThietBi: '1',
    NgonNgu: order.language === 'en' ? 'en-US' : 'vi-VN',
    MaTienTe: 'VND',
    MaNganHang: 'PAYMENT',
    ThongTinGiaoDich: `Phi le phi ${order.reference}`,
    ThoiGianGD: compactTime(order.openedAt),
    Ip: order.from,
  }
}

/** What the platform makes its receipt out of; it goes there and nowhere else. */
function receiptOf({ payable, unitName }: OrderToOpen, { beneficiary }: NationalSettings): object {
  const { payer, procedure, lines } = payable
  return {
    MaDichVu: '2',
    MaDVC: `${procedure.key}.01`,
    TenDVC: procedure.name,
    MaTTHC: procedure.key,
    TenTTHC: procedure.name,
    MaDonVi: payable.unit,
    TenDonVi: unitName,
    MaHoSo: payable.id,
    TKThuHuong: beneficiary.account,
    MaNHThuHuong: beneficiary.bank,
    TenTKThuHuong: beneficiary.name,
    NoiDungThanhToan: procedure.name,
    HoTenNguoiNop: payer.name,
    SoCMNDNguoiNop: payer.idNumber ?? '',
    DiaChiNguoiNop: payer.address ?? '',
    PhiLePhi: lines.flatMap(({ kind, name, dong }) =>
      kind === 'postage'
        ? []
        : [{ LoaiPhiLePhi: kind === 'charge' ? '1' : '2', TenPhiLePhi: name, SoTien: String(dong) }],
    ),
    ...otherSums(lines.filter(({ kind }) => kind === 'postage')),
  }
}

/** What is neither a charge nor a fee of the state. */
function otherSums(lines: OrderToOpen['payable']['lines']): object {
  if (lines.length === 0) return {}
  return { DSKhoanNop: lines.map(({ name, dong }) => ({ NoiDung: name, SoTien: String(dong) })) }
}

function queryFields({ reference, openedAt }: OrderToAsk, partner: string, { version }: Dialect): Fields {
  return {
    LoaiBanTin: 'QUERY',
    PhienBan: version,
    MaDoiTac: partner,
    MaThamChieu: reference,
    ThoiGianGD: compactTime(openedAt),
  }
}

const FLAT = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** The platform puts what it says as JSON text into `message`; some answers are flat. */
function insideOf(answer: Fields): Fields {
  try {
    const inside = FLAT.safeParse(JSON.parse(answer['message'] ?? ''))
    if (!inside.success) return answer
    return Object.fromEntries(Object.entries(inside.data).map(([name, value]) => [name, String(value ?? '')]))
  } catch {
    return answer
  }
}

function pageIn(answer: Fields): string | null {
  const url = insideOf(answer)['UrlThanhToan'] ?? ''
  return URL.canParse(url) ? url : null
}

interface AskedOf {
  readonly partner: string
  readonly secret: string
  readonly dialect: Dialect
}

function answered(
  fields: Fields,
  { reference }: OrderToAsk,
  { partner, secret, dialect }: AskedOf,
): Told | null {
  const { answer } = dialect
  const isGenuine = answer === null || isSameMac(macOf(fields, answer, secret), fields['MaXacThuc'] ?? '')
  const isOurs = fields['MaDoiTac'] === partner && fields['MaThamChieu'] === reference
  return isGenuine && isOurs ? told(fields, dialect) : null
}

function told(fields: Fields, { paid, open }: Dialect): Told | null {
  const reference = fields['MaThamChieu'] ?? ''
  const amount = fields['SoTien'] ?? ''
  const code = fields['MaLoi'] ?? ''
  if (reference === '' || !/^\d{1,13}$/.test(amount) || (fields['MaTienTe'] || 'VND') !== 'VND') return null
  return {
    reference,
    outcome: paid.includes(code) ? 'paid' : open.includes(code) ? 'open' : 'failed',
    dong: Number(amount),
    transaction: fields['MaGiaoDich'] || null,
    paidAt: readCompactTime(fields['ThoiGianGD'] ?? ''),
  }
}
