import type { Moment } from '#domain/calendar/moment.ts'
import type { NumberReading } from '#domain/number-reading.ts'
import type { Exemption, FeeLine, MoneyWay } from '#domain/dossier/owed.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import { amount, moneyInWords } from './money-words.ts'
import { headOn, type Office } from './on-paper.ts'

/** What a receipt for money is printed from. */
export interface FeeReceiptData {
  readonly office: Office
  /** `2019/0000012`. */
  readonly number: string
  readonly takenAt: Moment
  readonly payer: string
  readonly address: string | null
  readonly code: string
  readonly subject: string
  /** Where nothing was put down line by line, one line with the whole. */
  readonly lines: readonly FeeLine[]
  readonly exemption: Exemption | null
  readonly dong: number
  readonly way: MoneyWay
  /** Through whom it came and by which number, where it was not taken at the counter. */
  readonly through?: { readonly provider: ProviderKey; readonly reference: string } | null
  readonly cashier: string
  /** The form and symbol of the collecting unit's receipts; null where it has not said. */
  readonly series: { readonly form: string | null; readonly symbol: string | null }
  /** Not there where the centre says nothing about it. */
  readonly reading?: NumberReading
}

const COPIES = ['Lưu cơ quan thu', 'Giao người nộp', 'Lưu nội bộ']
const KINDS: Record<FeeLine['kind'], string> = {
  charge: 'Phí',
  fee: 'Lệ phí',
  postage: 'Cước (thu hộ bưu chính)',
}
const WAYS: Record<MoneyWay, string> = {
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  card: 'Thẻ',
  online: 'Trực tuyến',
}
const PROVIDERS: Record<ProviderKey, string> = {
  vnpay: 'VNPAY',
  national: 'Nền tảng thanh toán của Cổng Dịch vụ công quốc gia',
  bank: 'chuyển khoản VietQR',
  post: 'bưu chính thu hộ khi phát',
}

export function feeReceiptOnPaper(data: FeeReceiptData) {
  const { office, number, takenAt, lines, exemption, dong, way, through, reading, ...rest } = data
  return {
    ...rest,
    ...headOn(office, takenAt, number),
    office: { agency: office.committee, unit: office.agency, counter: office.counter },
    taxCode: office.taxCode ?? null,
    copies: COPIES,
    lines: lines.map(({ kind, name, dong: part }) => ({ kind: KINDS[kind], name, amount: amount(part) })),
    exemption: exemption?.ground ?? null,
    amount: amount(dong),
    inWords: moneyInWords(dong, reading),
    way: through
      ? `${WAYS[way]}, ${PROVIDERS[through.provider]}, mã giao dịch ${through.reference}`
      : WAYS[way],
    isOnline: way === 'online',
  }
}
