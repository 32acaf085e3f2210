import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { DayNumber } from './day-number.ts'
import { type CalendarDay, type CalendarYear, dayIn, type WorkingCalendar } from './working-calendar.ts'

export type Sums = 'workingDaysBefore' | 'minutesBefore'

export interface Reached {
  readonly day: DayNumber
  readonly on: CalendarDay
  /** What of the count falls on that day, at least 1. */
  readonly rest: number
  /** Whether a year that was passed or come to is not announced yet. */
  readonly isProvisional: boolean
}

/**
 * The day that fulfils a count begun with a year's first day: on into later years when the count is more than the
 * year has, back into earlier ones when it is less than 1. Refused where the calendar ends.
 */
export function reach(
  calendar: WorkingCalendar,
  from: CalendarYear,
  count: number,
  by: Sums,
): Outcome<Reached> {
  let year = from
  let left = count
  let isProvisional = from.isProvisional
  while (left < 1 || left > total(year[by])) {
    const isLater = left >= 1
    if (isLater) left -= total(year[by])
    const next = calendar.year(year.year + (isLater ? 1 : -1))
    if (isRefusal(next)) return next
    if (!isLater) left += total(next[by])
    year = next
    isProvisional ||= year.isProvisional
  }
  const index = indexReaching(year[by], left)
  const day = year.newYear + index
  return { day, on: dayIn(year, day), rest: left - sumAt(year[by], index), isProvisional }
}

export function sumAt(sums: readonly number[], index: number): number {
  return sums[index] ?? 0
}

/** The sum of a whole year. */
export function total(sums: readonly number[]): number {
  return sums.at(-1) ?? 0
}

/** The last day before which the count is not fulfilled yet. */
function indexReaching(sums: readonly number[], count: number): number {
  let [low, high] = [0, sums.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (sumAt(sums, middle) < count) low = middle
    else high = middle
  }
  return low
}
