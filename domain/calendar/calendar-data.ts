import type { Day } from './moment.ts'

/** An opening of a day from one minute to another, 0 to 1440; the closing minute no longer counts. */
export interface Opening {
  readonly opens: number
  readonly closes: number
}

/** Office hours from a day on, until the next ones begin: summer and winter, an order of the province. */
export interface OfficeHours {
  readonly from: Day
  /** ISO weekdays that are open, Monday 1 to Sunday 7. */
  readonly weekdays: readonly number[]
  readonly intervals: readonly Opening[]
}

/** `announced`: the official notice is entered. `provisional`: what the law and the moon propose. */
export interface YearData {
  readonly year: number
  readonly status: 'announced' | 'provisional'
  /** The notices the year rests on. */
  readonly source: string
}

/** A day that is not like its weekday: a holiday or swapped day off, or a make-up day or extra opening. */
export interface SpecialDay {
  readonly on: Day
  readonly kind: 'off' | 'work'
  /** The name people know the day by. */
  readonly why: string
  /** Openings of its own on a day of work; without them the office hours in force hold. */
  readonly intervals?: readonly Opening[]
}

/**
 * A working calendar as plain data, as it is stored and as a clerk edits it. `counting`: the statutory working time
 * that uses up a limit. `reception`: when people can come. A year without a row is outside the calendar. The data
 * is checked when it comes in (`calendarFaults`); what calculates with it takes it as right.
 */
export interface CalendarData {
  readonly name: 'counting' | 'reception'
  readonly hours: readonly OfficeHours[]
  readonly years: readonly YearData[]
  readonly days: readonly SpecialDay[]
}
