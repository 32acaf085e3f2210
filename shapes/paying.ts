import { z } from 'zod'
import { lines, text } from './text.ts'

const id = z.uuid({ version: 'v7' })
const dong = z.int().min(1).max(1_000_000_000)

/** Doubted money is counted for a dossier. */
export const MoneyToCredit = z.strictObject({ money: id, code: text(60) })
export type MoneyToCredit = z.infer<typeof MoneyToCredit>

export const RefundToAsk = z.strictObject({
  id: id.describe('UUIDv7 made by the sender; repeat it to repeat safely'),
  money: id,
  dong,
  reason: lines(1000),
  ground: text(300),
})
export type RefundToAsk = z.infer<typeof RefundToAsk>

export const RefundToAgree = z.strictObject({
  money: id,
  refund: id,
  /** Of the transfer by which people gave it back; null where the provider does. */
  reference: text(100).nullable().default(null),
})
export type RefundToAgree = z.infer<typeof RefundToAgree>

export const OrderToAsk = z.strictObject({ order: id })
export type OrderToAsk = z.infer<typeof OrderToAsk>

export const RefundToDrop = z.strictObject({ money: id, refund: id, comment: lines(1000) })
export type RefundToDrop = z.infer<typeof RefundToDrop>
