import { z } from 'zod'
import { PAYMENT_WAYS } from '#domain/dossier/owed.ts'
import { seeCashSheet } from '#work/money/see-cash-sheet.ts'
import { seeFigures } from '#work/reading/see-figures.ts'
import { DayFigures } from './answers/dossier.ts'
import { moment } from './answers/parts.ts'
import { DayAsked } from './days.ts'
import { NO_BODY, NONE, route } from './route.ts'

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
          kind: z.enum(['taken', 'cancelled', 'refunded']),
          way: z.enum(PAYMENT_WAYS),
          dong: z.int(),
          receiptNumber: z.string().nullable(),
        }),
      ),
      sums: z
        .strictObject({ cash: z.int(), transfer: z.int() })
        .describe('Taken less cancelled and refunded, in đồng'),
    }),
  ),
  unused: z.array(z.string()).describe('Receipt numbers taken whose payment did not come about'),
})

export const FIGURE_ROUTES = [
  route({
    method: 'get',
    path: '/figures/day',
    name: 'seeFigures',
    group: 'supervision',
    summary: { vi: 'Con số của một ngày', en: 'The figures of a day' },
    who: 'staff',
    action: 'see-figures',
    params: NONE,
    query: z.strictObject({ on: DayAsked.describe('A day in Vietnam') }),
    body: NO_BODY,
    answer: { status: 200, name: 'DayFigures', schema: DayFigures, description: 'From the roll-ups' },
    problems: ['not-permitted'],
    handle: ({ desk, query }) => seeFigures(desk, query.on),
  }),
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
]
