import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { dayNumber, fromDayNumber, yearOf } from './day-number.ts'
import { DAY_MINUTES, dayAt, fromLocalMinute, localMinute, timeAt } from './moment.ts'
import { reach, sumAt, total } from './reach.ts'
import {
  type CalendarDay,
  type CalendarYear,
  dayIn,
  dayWith,
  minutesBefore,
  type WorkingCalendar,
  yearWith,
} from './working-calendar.ts'
import { workingDayAfter } from './working-days.ts'

export type { CalendarData } from './calendar-data.ts'
export { type WorkingCalendar, workingCalendar } from './working-calendar.ts'

/**
 * Working minutes between two instants: what a pause keeps, what is left, what was used. Whole minutes of
 * Asia/Ho_Chi_Minh, seconds cut; negative when `to` comes before `from`.
 */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Outcome<number> {
  const start = localMinute(from)
  const end = localMinute(to)
  if (start <= end) return minutesForward(calendar, start, end)
  const back = minutesForward(calendar, end, start)
  return isRefusal(back) ? back : 0 - back
}

/**
 * The instant at which so many working minutes after `from` are used up, or before it when they are negative. It is
 * the end of a working minute: at closing rather than at the next opening, and never within a closed minute.
 */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  minutes: number,
): Outcome<{ at: Temporal.Instant; isProvisional: boolean }> {
  const start = localMinute(from)
  const year = yearWith(calendar, dayAt(start))
  if (isRefusal(year)) return year
  const reached = reach(calendar, year, minutesUntil(year, start) + minutes, 'minutesBefore')
  if (isRefusal(reached)) return reached
  const at = reached.day * DAY_MINUTES + timeAfter(reached.on, reached.rest)
  return { at: fromLocalMinute(at), isProvisional: reached.isProvisional }
}

/** The nth working day after the day of receipt, which is never counted (Civil Code 2015 art. 147); n from 1. */
export function nthWorkingDay(
  calendar: WorkingCalendar,
  received: Temporal.PlainDate,
  n: number,
): Outcome<{ on: Temporal.PlainDate; isProvisional: boolean }> {
  const reached = workingDayAfter(calendar, dayNumber(received), n)
  if (isRefusal(reached)) return reached
  return { on: fromDayNumber(reached.day), isProvisional: reached.isProvisional }
}

/** Whether the office is open in the minute of an instant; the closing minute is closed. */
export function isOpenAt(calendar: WorkingCalendar, instant: Temporal.Instant): Outcome<boolean> {
  const minute = localMinute(instant)
  const on = dayWith(calendar, dayAt(minute))
  if (isRefusal(on)) return on
  const time = timeAt(minute)
  return on.openings.some(({ opens, closes }) => opens <= time && time < closes)
}

function minutesForward(calendar: WorkingCalendar, start: number, end: number): Outcome<number> {
  const first = yearWith(calendar, dayAt(start))
  if (isRefusal(first)) return first
  const lastYear = yearOf(dayAt(end))
  let wholeYears = 0
  let year = first
  while (year.year < lastYear) {
    wholeYears += total(year.minutesBefore)
    const next = calendar.year(year.year + 1)
    if (isRefusal(next)) return next
    year = next
  }
  return wholeYears + minutesUntil(year, end) - minutesUntil(first, start)
}

/** Working minutes from the beginning of the year to a local minute of it. */
function minutesUntil(year: CalendarYear, minute: number): number {
  const day = dayAt(minute)
  return sumAt(year.minutesBefore, day - year.newYear) + minutesBefore(dayIn(year, day), timeAt(minute))
}

/** The minute of the day at which so many of its working minutes are used up, 1 or more. */
function timeAfter({ openings }: CalendarDay, minutes: number): number {
  let left = minutes
  for (const { opens, closes } of openings) {
    if (left <= closes - opens) return opens + left
    left -= closes - opens
  }
  throw new RangeError(`the day is ${left} working minutes too short`)
}
