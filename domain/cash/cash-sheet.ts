import type { Day } from '#domain/calendar/moment.ts'
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
  /** The float the cashier began the day with, in đồng. */
  readonly openingDong: number
  readonly counted: Counted
  /** Needed where the count is not what it must be. */
  readonly why: string | null
}

/** A cashier's day as it is frozen; all of it in đồng. */
export interface CashSheetClosed extends SheetToClose {
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

/** The day is closed: what was counted stands beside what must be there, and a difference is explained. */
export function closeSheet(
  movements: readonly Movement[],
  given: SheetToClose,
  { on, today }: { readonly on: Day; readonly today: Day },
): Outcome<CashSheetClosed> {
  if (on > today) return refuse('day-not-begun', { on })
  const { openingDong, counted, why } = given
  const sums = cashOf(movements)
  const expectedDong = openingDong + sums.cash
  const countedDong = countedSum(counted)
  const differenceDong = countedDong - expectedDong
  if (differenceDong !== 0 && (why ?? '').trim() === '')
    return refuse('difference-needs-reason', { counted: countedDong, expected: expectedDong })
  return {
    openingDong,
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
