import { z } from 'zod'
import { DENOMINATIONS } from '#domain/cash/cash-sheet.ts'
import { PAYMENT_WAYS } from '#domain/dossier/owed.ts'
import { CashSheetToClose } from '#shapes/cash.ts'
import { closeCashSheet } from '#work/money/close-cash-sheet.ts'
import { seeCashSheet } from '#work/money/see-cash-sheet.ts'
import { takeOverCash } from '#work/money/take-over-cash.ts'
import { isRefusal } from '#domain/outcome.ts'
import { day, moment } from './answers/parts.ts'
import { DayAsked } from './days.ts'
import { NO_BODY, NONE, route } from './route.ts'

const sums = z
  .strictObject({ cash: z.int(), transfer: z.int(), card: z.int() })
  .describe('Taken less cancelled and refunded, in đồng')

const content = z.strictObject({
  openingDong: z.int(),
  counted: z.record(z.string(), z.int()).describe('How many of each denomination'),
  why: z.string().nullable(),
  movements: z.int(),
  takenDong: z.int(),
  cancelledDong: z.int(),
  refundedDong: z.int(),
  expectedDong: z.int().describe('Float and cash that moved'),
  countedDong: z.int(),
  differenceDong: z.int().describe('Counted less expected; negative when money is missing'),
  sums,
})

const ClosedSheet = z.strictObject({
  id: z.uuid(),
  staff: z.string(),
  on: day,
  number: z.string(),
  at: moment,
  content,
  takenOver: z.strictObject({ staff: z.string(), at: moment }).nullable(),
})

const CashOfDay = z.strictObject({
  on: z.string(),
  sheets: z.array(
    z.strictObject({
      staff: z.string(),
      name: z.string(),
      lines: z.array(
        z.strictObject({
          at: moment,
          code: z.string(),
          sequence: z.int().describe('Of the event in the dossier'),
          kind: z.enum(['taken', 'cancelled', 'refunded']),
          way: z.enum(PAYMENT_WAYS),
          dong: z.int(),
          receiptNumber: z.string().nullable(),
        }),
      ),
      sums,
      closed: z
        .strictObject({ ...ClosedSheet.shape, takenOverByName: z.string().nullable() })
        .nullable()
        .describe('As it was frozen; null while the day is open'),
    }),
  ),
  unused: z.array(z.string()).describe('Receipt numbers taken whose payment did not come about'),
})

const TakeOver = z.strictObject({ on: z.iso.date(), sheet: z.uuid() })

export const CASH_ROUTES = [
  route({
    method: 'get',
    path: '/cash/day',
    name: 'seeCashSheet',
    group: 'supervision',
    summary: { vi: 'Sổ quỹ trong ngày', en: 'The cash of a day' },
    who: 'staff',
    action: 'see-cash-sheet',
    params: NONE,
    query: z.strictObject({ on: DayAsked.describe('A day in Vietnam') }),
    body: NO_BODY,
    answer: { status: 200, name: 'CashOfDay', schema: CashOfDay, description: 'By cashier, from the events' },
    problems: ['not-permitted'],
    handle: ({ desk, query }) => seeCashSheet(desk, query.on),
  }),
  route({
    method: 'post',
    path: '/cash/day/close',
    name: 'closeCashSheet',
    group: 'supervision',
    summary: { vi: 'Khóa sổ quỹ trong ngày', en: 'Close the cash sheet of a day' },
    who: 'staff',
    action: 'close-cash',
    params: NONE,
    query: NONE,
    body: {
      name: 'CashSheetToClose',
      schema: CashSheetToClose,
      example: {
        id: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35',
        on: '2019-03-05',
        openingDong: 200_000,
        counted: { [DENOMINATIONS[2]]: 2 },
        why: null,
      },
    },
    answer: { status: 200, name: 'ClosedSheet', schema: ClosedSheet, description: 'Frozen, with its number' },
    problems: ['not-permitted', 'day-closed', 'day-not-begun', 'difference-needs-reason'],
    handle: ({ desk, body }) => closeCashSheet(desk, body),
  }),
  route({
    method: 'post',
    path: '/cash/day/take-over',
    name: 'takeOverCash',
    group: 'supervision',
    summary: { vi: 'Nhận tiền của sổ quỹ đã khóa', en: 'Take over the money of a closed sheet' },
    who: 'staff',
    action: 'take-over-cash',
    params: NONE,
    query: NONE,
    body: {
      name: 'CashToTakeOver',
      schema: TakeOver,
      example: { on: '2019-03-05', sheet: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35' },
    },
    answer: {
      status: 200,
      name: 'TakenOver',
      schema: z.strictObject({ sheet: z.uuid() }),
      description: 'Counted by a second person',
    },
    problems: ['not-permitted', 'no-such-sheet', 'taken-over-already', 'second-person-needed'],
    handle: async ({ desk, body }) => {
      const outcome = await takeOverCash(desk, body)
      return isRefusal(outcome) ? outcome : { sheet: body.sheet }
    },
  }),
]
