import { type DayNumber, fromDayNumber } from '#domain/calendar/day-number.ts'
import { dayAt, type Day, timeAt } from '#domain/calendar/moment.ts'
import {
  type CalendarDay,
  type DayKind,
  dayWith,
  minutesBefore,
  minutesOf,
  type WorkingCalendar,
} from '#domain/calendar/working-calendar.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import { officialReceipt } from './official-receipt.ts'

/**
 * What a day was to the reckoning: a kind of day, or why it did not count although others like it do. `moved-on`: the
 * working day at whose closing calendar days end when their last is a day off.
 */
export type DueDayWhy = DayKind | 'receipt-day' | 'after-closing' | 'after-cut-off' | 'moved-on'

/** One day of the reckoning, as it is explained to a person. */
export interface DueDay {
  readonly date: Day
  /** Whether this day uses up some of the limit. */
  readonly counted: boolean
  /** Working minutes of the day that were counted. */
  readonly minutes: number
  readonly why: DueDayWhy
  /** The name of a holiday or make-up day. */
  readonly name?: string
}

/** As many days as are explained; a limit that goes beyond a year is not checked on the fingers. */
const MOST_DAYS = 366

/** The days from one local minute, the receipt, to another, the due minute `dueMoment` found for the limit. */
export function explainedDays(
  counting: WorkingCalendar,
  limit: Limit,
  received: number,
  due: number,
): Outcome<DueDay[]> {
  const receipt = officialReceipt(counting, received)
  if (isRefusal(receipt)) return receipt
  const span = { received, receipt: receipt.at, due }
  const last = Math.min(lastDayOf(due), dayAt(received) + MOST_DAYS - 1)
  const days: DueDay[] = []
  for (let day = dayAt(received); day <= last; day++) {
    const on = dayWith(counting, day)
    if (isRefusal(on)) return on
    const name = on.name === null ? {} : { name: on.name }
    days.push({ date: fromDayNumber(day).toString(), ...part(limit, span, day, on), ...name })
  }
  return days
}

interface Span {
  readonly received: number
  /** The receipt as it counts for limits in days. */
  readonly receipt: number
  readonly due: number
}

type Part = Pick<DueDay, 'counted' | 'minutes' | 'why'>

/** The part a day has in the reckoning. */
function part(limit: Limit, span: Span, day: DayNumber, on: CalendarDay): Part {
  if (day < dayAt(span.receipt)) return uncounted('after-closing')
  switch (limit.kind) {
    case 'civil-days':
      return day === dayAt(span.receipt) ? uncounted('receipt-day') : counted(on, minutesOf(on))
    case 'calendar-days':
      return ofCalendarDays(limit.days, span, day, on)
    case 'same-day':
    case 'immediate':
      if (day === lastDayOf(span.due)) return counted(on, minutesWithin(span, day, on))
      return uncounted(on.openings.length > 0 ? 'after-cut-off' : on.kind)
    case 'working-hours':
    case 'not-set':
      return counted(on, minutesWithin(span, day, on))
  }
}

function ofCalendarDays(days: number, { receipt, due }: Span, day: DayNumber, on: CalendarDay): Part {
  const sinceReceipt = day - dayAt(receipt)
  if (sinceReceipt === 0) return uncounted('receipt-day')
  if (sinceReceipt <= days) return { counted: true, minutes: minutesOf(on), why: on.kind }
  return uncounted(day === lastDayOf(due) ? 'moved-on' : on.kind)
}

/** A day counts for as much as the office is open. */
function counted({ kind }: CalendarDay, minutes: number): Part {
  return { counted: minutes > 0, minutes, why: kind }
}

function uncounted(why: DueDayWhy): Part {
  return { counted: false, minutes: 0, why }
}

function minutesWithin({ received, due }: Span, day: DayNumber, on: CalendarDay): number {
  const until = (minute: number) => minutesBefore(on, dayAt(minute) > day ? Infinity : timeAt(minute))
  return until(due) - (dayAt(received) === day ? until(received) : 0)
}

/** The day whose working time ends with a due minute: midnight is still the day before. */
function lastDayOf(due: number): DayNumber {
  return dayAt(due - 1)
}
