import { z } from 'zod'
import { DENOMINATIONS } from '#domain/cash/cash-sheet.ts'
import { PAYMENT_WAYS } from '#domain/dossier/owed.ts'
import { CashSheetToClose, TillToOpen } from '#shapes/cash.ts'
import { KnownDay } from '#shapes/day.ts'
import { closeCashSheet } from '#work/money/close-cash-sheet.ts'
import { openTill } from '#work/money/open-till.ts'
import { seeCashSheet } from '#work/money/see-cash-sheet.ts'
import { takeOverCash } from '#work/money/take-over-cash.ts'
import { isRefusal } from '#domain/outcome.ts'
import { day, moment } from './answers/parts.ts'
import { NO_BODY, NONE, route } from './route.ts'

const sums = z
  .strictObject({ cash: z.int(), transfer: z.int(), card: z.int() })
  .describe('Taken less cancelled and refunded, in đồng')

const content = z.strictObject({
  openingDong: z.int(),
  openedAt: moment.optional().describe('When that float was recorded'),
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
      opening: z
        .strictObject({ dong: z.int(), at: moment })
        .nullable()
        .describe('The float it was opened with'),
      lines: z.array(
        z.strictObject({
          at: moment,
          code: z.string(),
          sequence: z.int().describe('Of the event in the dossier'),
          kind: z.enum(['taken', 'cancelled', 'refunded']),
          way: z.enum(PAYMENT_WAYS),
          dong: z.int(),
          byName: z.string().nullable().describe('Who did it, where not the cashier'),
          receiptNumber: z.string().nullable(),
        }),
      ),
      sums,
      postageDong: z.int().describe('What of it was taken for the post'),
      mayTakeOver: z.boolean().describe('Whether who asks answers for this till'),
      closed: z
        .strictObject({ ...ClosedSheet.shape, takenOverByName: z.string().nullable() })
        .nullable()
        .describe('As it was frozen; null while the day is open'),
    }),
  ),
  unused: z.array(z.string()).describe('Receipt numbers taken whose payment did not come about'),
})

const Opened = z.strictObject({ id: z.uuid(), on: day, dong: z.int(), at: moment })

const TakeOver = z.strictObject({ on: KnownDay, sheet: z.uuid() })

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
    query: z.strictObject({ on: KnownDay.describe('A day in Vietnam') }),
    body: NO_BODY,
    answer: { status: 200, name: 'CashOfDay', schema: CashOfDay, description: 'By cashier, from the events' },
    problems: ['not-permitted'],
    handle: ({ desk, query }) => seeCashSheet(desk, query.on),
  }),
  route({
    method: 'post',
    path: '/cash/day/open',
    name: 'openTill',
    group: 'supervision',
    summary: { vi: 'Ghi tiền mang vào đầu ngày', en: 'Record the float a day begins with' },
    who: 'staff',
    action: 'open-cash',
    params: NONE,
    query: NONE,
    body: {
      name: 'TillToOpen',
      schema: TillToOpen,
      example: { id: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35', on: '2019-03-05', dong: 200_000 },
    },
    answer: { status: 200, name: 'TillOpened', schema: Opened, description: 'As it stands' },
    problems: ['not-permitted', 'day-not-today', 'day-closed', 'day-opened', 'command-id-reused'],
    handle: ({ desk, body }) => openTill(desk, body),
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
        openingDong: null,
        counted: { [DENOMINATIONS[2]]: 2 },
        why: null,
      },
    },
    answer: { status: 200, name: 'ClosedSheet', schema: ClosedSheet, description: 'Frozen, with its number' },
    problems: ['not-permitted', 'day-closed', 'day-not-begun', 'difference-needs-reason', 'opening-differs'],
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
