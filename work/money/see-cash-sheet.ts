import { type Day, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { PaymentWay } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import { cashOf, type Movement } from '#domain/statistics/cash.ts'
import { type MoneyMoved, moneyMoved } from '#store/money-moved.ts'
import { numbersTaken } from '#store/number-books.ts'
import { staffNames } from '#store/staff-names.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { receiptNumber } from './receipt-number.ts'

export interface CashLine extends Movement {
  readonly at: Moment
  readonly code: string
  /** Of the receipt that was made out; what is undone names its payment on the dossier. */
  readonly receiptNumber: string | null
}

/** What one cashier took, cancelled and gave back on a day, and what is therefore in the till. */
export interface CashSheet {
  readonly staff: string
  readonly name: string
  readonly lines: readonly CashLine[]
  readonly sums: Readonly<Record<PaymentWay, number>>
}

export interface SeenCash {
  readonly on: Day
  readonly sheets: readonly CashSheet[]
  /** Numbers taken that day whose payment did not come about. */
  readonly unused: readonly string[]
}

/** The cash of a day: a cashier's own sheet; all of them for who answers for the hall. */
export async function seeCashSheet(desk: Desk, on: Day): Promise<Outcome<SeenCash>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-cash-sheet' })
  const allowed = may(actor, { kind: 'see-cash-sheet' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const isWhole = appointmentsOn(actor, today(desk)).some(({ post }) => post === 'director')
  const day = Temporal.PlainDate.from(on)
  const from = toMoment(instantAt(day, 0))
  const before = toMoment(instantAt(day.add({ days: 1 }), 0))
  const [moved, numbers] = await Promise.all([
    moneyMoved(centre, { from, before, staff: isWhole ? null : actor.id }),
    numbersTaken(centre, 'receipt', from, before),
  ])
  const names = await staffNames(
    centre,
    moved.map(({ event }) => event.by.staff),
  )
  const sheets = [...Map.groupBy(moved, ({ event }) => event.by.staff)].map(([staff, own]) => {
    const lines = own.map(lineOf)
    return { staff, name: names.get(staff) ?? '', lines, sums: cashOf(lines) }
  })
  const used = new Set(sheets.flatMap(({ lines }) => lines.flatMap((line) => line.receiptNumber ?? [])))
  const taken = numbers.filter(({ staff_id }) => isWhole || staff_id === actor.id)
  const unused = taken.map(({ year, number }) => receiptNumber(year, number)).filter((one) => !used.has(one))
  return { on, sheets, unused }
}

const KINDS = { PaymentTaken: 'taken', PaymentCancelled: 'cancelled', PaymentRefunded: 'refunded' } as const

function lineOf({ code, event }: MoneyMoved): CashLine {
  return {
    at: event.at,
    code,
    kind: KINDS[event.type],
    way: event.way,
    dong: event.dong,
    receiptNumber: event.type === 'PaymentTaken' ? event.receiptNumber : null,
  }
}
