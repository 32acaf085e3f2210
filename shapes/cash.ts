import { z } from 'zod'
import { DENOMINATIONS } from '#domain/cash/cash-sheet.ts'
import { KnownDay } from './day.ts'
import { lines } from './text.ts'

const dong = z.int().min(0).max(1_000_000_000)
const notes = z.int().min(0).max(100_000).default(0)
const counted = z.strictObject(Object.fromEntries(DENOMINATIONS.map((one) => [String(one), notes])))

/** A cashier closes the day: the float it began with, what was counted, and why it differs. */
export const CashSheetToClose = z.strictObject({
  id: z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely'),
  on: KnownDay.describe('The day, in Vietnam'),
  openingDong: dong
    .nullable()
    .default(null)
    .describe('The float the day began with, in đồng, where it was not recorded in the morning'),
  counted: counted.default(Object.fromEntries(DENOMINATIONS.map((one) => [String(one), 0]))),
  why: lines(1000).nullable().default(null).describe('Needed where the count is not what it must be'),
})
export type CashSheetToClose = z.infer<typeof CashSheetToClose>

/** A cashier begins the day with a float. */
export const TillToOpen = z.strictObject({
  id: z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely'),
  on: KnownDay.describe('Today, in Vietnam'),
  dong: dong.describe('What was counted, in đồng; 0 begins with none'),
})
export type TillToOpen = z.infer<typeof TillToOpen>
