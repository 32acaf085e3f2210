import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { DayNumber } from './day-number.ts'
import { DAY_MINUTES } from './moment.ts'
import { reach, sumAt } from './reach.ts'
import { closingOf, type WorkingCalendar, yearWith } from './working-calendar.ts'

/** A working day that was counted to. */
export interface WorkingDay {
  readonly day: DayNumber
  /** The local minute at which the office closes on that day. */
  readonly closing: number
  /** Whether the count touched a year not announced yet. */
  readonly isProvisional: boolean
}

/** The nth working day behind a day; n is 1 or more. Make-up days count, and half a working day is a whole one. */
export function workingDayAfter(calendar: WorkingCalendar, day: DayNumber, n: number): Outcome<WorkingDay> {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`working days are counted from 1, not ${n}`)
  return nthBehind(calendar, day, 1, n)
}

/** The day itself if it is a working day, otherwise the next one. */
export function workingDayFrom(calendar: WorkingCalendar, day: DayNumber): Outcome<WorkingDay> {
  return nthBehind(calendar, day, 0, 1)
}

function nthBehind(
  calendar: WorkingCalendar,
  day: DayNumber,
  skippedDays: 0 | 1,
  n: number,
): Outcome<WorkingDay> {
  const year = yearWith(calendar, day)
  if (isRefusal(year)) return year
  const before = sumAt(year.workingDaysBefore, day - year.newYear + skippedDays)
  const reached = reach(calendar, year, before + n, 'workingDaysBefore')
  if (isRefusal(reached)) return reached
  const closing = reached.day * DAY_MINUTES + (closingOf(reached.on) ?? 0)
  return { day: reached.day, closing, isProvisional: reached.isProvisional }
}
