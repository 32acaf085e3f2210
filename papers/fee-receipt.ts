import type { Moment } from '#domain/calendar/moment.ts'
import type { Exemption, FeeLine, PaymentWay } from '#domain/dossier/owed.ts'
import { amount, moneyInWords, type Reading } from './money-words.ts'
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
  readonly way: PaymentWay
  readonly cashier: string
  /** The collecting unit's tax code, and the form and symbol of its receipts; null where it has not said. */
  readonly taxCode: string | null
  readonly series: { readonly form: string | null; readonly symbol: string | null }
  readonly reading?: Reading
}

const COPIES = ['Lưu cơ quan thu', 'Giao người nộp', 'Lưu nội bộ']
const KINDS: Record<FeeLine['kind'], string> = { charge: 'Phí', fee: 'Lệ phí' }
const WAYS: Record<PaymentWay, string> = {
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  card: 'Thẻ',
}

export function feeReceiptOnPaper(data: FeeReceiptData) {
  const { office, number, takenAt, lines, exemption, dong, way, reading, ...rest } = data
  return {
    ...rest,
    ...headOn(office, takenAt, number),
    office: { agency: office.committee, unit: office.agency, counter: office.counter },
    copies: COPIES,
    lines: lines.map(({ kind, name, dong: part }) => ({ kind: KINDS[kind], name, amount: amount(part) })),
    exemption: exemption?.ground ?? null,
    amount: amount(dong),
    inWords: moneyInWords(dong, reading),
    way: WAYS[way],
  }
}
