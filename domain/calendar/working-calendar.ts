import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { CalendarData, OfficeHours, Opening, YearData } from './calendar-data.ts'
import { type DayNumber, newYear, readDay, weekdayOf, yearOf } from './day-number.ts'
import { DAY_MINUTES } from './moment.ts'

export type DayKind = 'working-day' | 'make-up-day' | 'weekend' | 'holiday'

export interface CalendarDay {
  readonly kind: DayKind
  /** The name of a holiday or make-up day. */
  readonly name: string | null
  /** None on a day off. */
  readonly openings: readonly Opening[]
}

/** A year made ready for counting. The sums stand before each day, and behind the last day for the whole year. */
export interface CalendarYear {
  readonly year: number
  readonly isProvisional: boolean
  readonly newYear: DayNumber
  readonly days: readonly CalendarDay[]
  readonly workingDaysBefore: readonly number[]
  readonly minutesBefore: readonly number[]
}

export interface WorkingCalendar {
  readonly name: CalendarData['name']
  /** A year of the calendar, made on first use; refused when the calendar does not know the year. */
  year(year: number): Outcome<CalendarYear>
}

/** A calendar to count with. Assumes data without faults (`calendarFaults`); a day before all hours is closed. */
export function workingCalendar(data: CalendarData): WorkingCalendar {
  const years = new Map<number, CalendarYear>()
  return {
    name: data.name,
    year(number) {
      const known = years.get(number)
      if (known) return known
      const row = data.years.find(({ year }) => year === number)
      if (!row) return refuse('outside-calendar', { year: number })
      const made = calendarYear(data, row)
      years.set(number, made)
      return made
    },
  }
}

/** The year a day falls in. */
export function yearWith(calendar: WorkingCalendar, day: DayNumber): Outcome<CalendarYear> {
  return calendar.year(yearOf(day))
}

/** A day with its openings and its name. */
export function dayWith(calendar: WorkingCalendar, day: DayNumber): Outcome<CalendarDay> {
  const year = yearWith(calendar, day)
  return isRefusal(year) ? year : dayIn(year, day)
}

export function dayIn(year: CalendarYear, day: DayNumber): CalendarDay {
  const found = year.days[day - year.newYear]
  if (!found) throw new RangeError(`day ${day} is not in ${year.year}`)
  return found
}

/** How long the office is open on a day before a minute of that day. */
export function minutesBefore({ openings }: CalendarDay, time: number): number {
  return openings.reduce((sum, { opens, closes }) => sum + Math.max(0, Math.min(time, closes) - opens), 0)
}

/** How long the office is open on a day. */
export function minutesOf(day: CalendarDay): number {
  return minutesBefore(day, DAY_MINUTES)
}

/** The minute of the day the office closes for the last time; none on a day off. */
export function closingOf({ openings }: CalendarDay): number | null {
  return openings.at(-1)?.closes ?? null
}

function calendarYear(data: CalendarData, { year, status }: YearData): CalendarYear {
  const days = calendarDays(data, year)
  return {
    year,
    isProvisional: status === 'provisional',
    newYear: newYear(year),
    days,
    workingDaysBefore: sumsBefore(days.map((day) => (day.openings.length > 0 ? 1 : 0))),
    minutesBefore: sumsBefore(days.map(minutesOf)),
  }
}

function calendarDays(data: CalendarData, year: number): CalendarDay[] {
  const hours = data.hours
    .map((row) => ({ ...row, from: readDay(row.from) }))
    .sort((one, other) => one.from - other.from)
  const special = new Map(
    data.days.filter(({ on }) => on.startsWith(`${year}-`)).map((day) => [readDay(day.on), day]),
  )
  const days: CalendarDay[] = []
  for (let day = newYear(year); day < newYear(year + 1); day++) {
    const usual = usualDay(
      day,
      hours.findLast(({ from }) => from <= day),
    )
    days.push(specialDay(usual, special.get(day)))
  }
  return days
}

interface UsualDay {
  readonly isOpen: boolean
  readonly intervals: readonly Opening[]
}

function usualDay(day: DayNumber, hours: Omit<OfficeHours, 'from'> | undefined): UsualDay {
  return { isOpen: hours?.weekdays.includes(weekdayOf(day)) ?? false, intervals: hours?.intervals ?? [] }
}

function specialDay(
  { isOpen, intervals }: UsualDay,
  special: CalendarData['days'][number] | undefined,
): CalendarDay {
  const name = special?.why ?? null
  if (special?.kind === 'off') return { kind: 'holiday', name, openings: [] }
  const openings = special?.intervals ?? intervals
  if (isOpen) return { kind: 'working-day', name, openings }
  return special ? { kind: 'make-up-day', name, openings } : { kind: 'weekend', name, openings: [] }
}

function sumsBefore(amounts: readonly number[]): number[] {
  const sums = [0]
  let sum = 0
  for (const amount of amounts) sums.push((sum += amount))
  return sums
}
