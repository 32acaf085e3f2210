import type { Day } from './moment.ts'

/** Days since 1 January 1970, which is day 0: calendars reckon in whole numbers, which are exact and quick. */
export type DayNumber = number

const DAY_MS = 86_400_000

export function dayNumber(date: Temporal.PlainDate): DayNumber {
  return date.toZonedDateTime('UTC').epochMilliseconds / DAY_MS
}

export function fromDayNumber(day: DayNumber): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(day * DAY_MS)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
}

/** A day as it is written down, as a number; the text is a real day. */
export function readDay(day: Day): DayNumber {
  return dayNumber(Temporal.PlainDate.from(day))
}

/** The ISO weekday, Monday 1 to Sunday 7; day 0 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The day number of 1 January of a year in the Gregorian calendar. */
export function newYear(year: number): DayNumber {
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return before * 365 + leapDays - 719_162
}

/** The year a day falls in: a guess by the mean length of a year, which misses by one at the most. */
export function yearOf(day: DayNumber): number {
  const guess = 1970 + Math.floor(day / 365.2425)
  if (day < newYear(guess)) return guess - 1
  return day < newYear(guess + 1) ? guess : guess + 1
}
