import type { Day, Moment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { type ByWay, cashOf, type Movement, sumOf } from './movements.ts'

/** The notes and coins in use, in đồng (State Bank of Vietnam). */
export const DENOMINATIONS = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100,
] as const

/** How many there are of each denomination. */
export interface Counted {
  readonly [denomination: string]: number
}

export interface SheetToClose {
  /** The float the cashier began the day with, in đồng, where it was not recorded then; null is what was recorded, or none. */
  readonly openingDong: number | null
  readonly counted: Counted
  /** Needed where the count is not what it must be. */
  readonly why: string | null
}

/** A cashier's day as it is frozen; all of it in đồng. */
export interface CashSheetClosed extends Omit<SheetToClose, 'openingDong'> {
  readonly openingDong: number
  /** When it was recorded that the day began with it; not there where that was said at closing. */
  readonly openedAt?: Moment
  readonly movements: number
  /** Cash alone. */
  readonly takenDong: number
  readonly cancelledDong: number
  readonly refundedDong: number
  /** Float and cash that moved: what must be in the till. */
  readonly expectedDong: number
  readonly countedDong: number
  /** Counted less expected: negative when money is missing. */
  readonly differenceDong: number
  readonly sums: ByWay
}

/** The float as it was counted in the morning. */
export interface Opening {
  readonly dong: number
  readonly at: Moment
}

/** A day begins once, on itself, and not once it is closed; a wrong float is explained when it is. */
export function mayOpen(
  opening: Opening | undefined,
  { on, today, isClosed }: { readonly on: Day; readonly today: Day; readonly isClosed: boolean },
): Outcome<true> {
  if (on !== today) return refuse('day-not-today', { on, today })
  if (isClosed) return refuse('day-closed', { on })
  return opening === undefined || refuse('day-opened', { dong: opening.dong })
}

/** The day is closed: what was counted stands beside what must be there, and a difference is explained. */
export function closeSheet(
  movements: readonly Movement[],
  given: SheetToClose,
  { on, today, opening }: { readonly on: Day; readonly today: Day; readonly opening: Opening | null },
): Outcome<CashSheetClosed> {
  if (on > today) return refuse('day-not-begun', { on })
  const { counted, why } = given
  if (opening && given.openingDong !== null && given.openingDong !== opening.dong)
    return refuse('opening-differs', { opened: opening.dong, given: given.openingDong })
  const openingDong = opening?.dong ?? given.openingDong ?? 0
  const sums = cashOf(movements)
  const expectedDong = openingDong + sums.cash
  const countedDong = countedSum(counted)
  const differenceDong = countedDong - expectedDong
  if (differenceDong !== 0 && (why ?? '').trim() === '')
    return refuse('difference-needs-reason', { counted: countedDong, expected: expectedDong })
  return {
    openingDong,
    ...(opening && { openedAt: opening.at }),
    counted,
    why: differenceDong === 0 ? null : why,
    movements: movements.length,
    takenDong: sumOf(movements, 'taken', 'cash'),
    cancelledDong: sumOf(movements, 'cancelled', 'cash'),
    refundedDong: sumOf(movements, 'refunded', 'cash'),
    expectedDong,
    countedDong,
    differenceDong,
    sums,
  }
}

/** The second person takes the money over: never the cashier, and once. */
export function mayTakeOver(cashier: string, by: string, takenOverAt: string | null): Outcome<true> {
  if (takenOverAt !== null) return refuse('taken-over-already')
  return cashier !== by || refuse('second-person-needed')
}

/** What notes and coins come to, in đồng. */
export function countedSum(counted: Counted): number {
  return DENOMINATIONS.reduce((sum, one) => sum + one * (counted[String(one)] ?? 0), 0)
}
