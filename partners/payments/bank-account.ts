import { z } from 'zod'
import { toMoment } from '#domain/calendar/moment.ts'
import { vietQr } from '#domain/paying/emv-qr.ts'
import type { FileColumns, NoticeSaid, PaymentProvider } from '#domain/paying/provider.ts'
import { referenceIn } from '#domain/paying/reference.ts'
import { hmac, isSameMac } from './macs.ts'

export interface BankSettings {
  /** Six digits by which the banks name each other. */
  readonly bank: string
  readonly bankName: string
  readonly account: string
  readonly holder: string
  readonly days: number
  /** With which the bank signs its notices; null where it sends none and its statement is taken in. */
  readonly secret: string | null
  readonly file?: FileColumns | undefined
}

const FILE: FileColumns = {
  transaction: ['Số tham chiếu', 'Mã giao dịch', 'Số giao dịch', 'Số bút toán', 'Reference'],
  dong: ['Ghi có', 'Số tiền ghi có', 'Phát sinh có', 'Credit'],
  paidAt: ['Ngày giao dịch', 'Thời gian giao dịch', 'Ngày hiệu lực', 'Date'],
  text: ['Nội dung', 'Nội dung giao dịch', 'Diễn giải', 'Mô tả', 'Description'],
  times: 1,
}

const ARRIVED = z.object({
  transaction: z.string().min(1).max(100),
  account: z.string(),
  dong: z.int().positive(),
  content: z.string().max(1000),
  at: z.iso.datetime({ offset: true }),
})

/**
 * A bank account the citizen transfers to, led by a VietQR code. The bank's notice, signed over its body, or its
 * statement says what has come; the reference in what was written with the transfer says for which order.
 */
export function bankAccount(settings: BankSettings): PaymentProvider {
  const { bank, bankName, account, holder, days, secret, file = FILE } = settings
  return {
    key: 'bank',
    minutesOpen: days * 24 * 60,
    isAskedBack: false,
    pages: [],
    file,
    async open({ reference: content, dong }) {
      const qr = vietQr({ bank, account, dong, content })
      return { kind: 'transfer', bankName, account, holder, content, qr }
    },
    hear({ body, signature }) {
      if (secret === null || !isSameMac(hmac('sha256', secret, body), signature ?? '')) return null
      const arrived = ARRIVED.safeParse(parsed(body))
      if (!arrived.success || arrived.data.account !== account) return null
      const { transaction, dong, content, at } = arrived.data
      const paidAt = toMoment(Temporal.Instant.from(at))
      // Without a reference of ours it is money all the same, and lies before a person.
      return {
        reference: referenceIn(content) ?? '',
        outcome: 'paid',
        dong,
        transaction,
        paidAt,
        text: content,
      }
    },
    answer: (said) => ({ received: RECEIVED.includes(said) }),
    ask: null,
    refund: null,
  }
}

const RECEIVED: readonly NoticeSaid[] = ['confirmed', 'known', 'no-such-order', 'other-amount']

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
