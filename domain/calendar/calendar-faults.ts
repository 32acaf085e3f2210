import type { Refusal } from '#domain/outcome.ts'
import type { CalendarData, OfficeHours, Opening, SpecialDay } from './calendar-data.ts'
import { readDay, weekdayOf } from './day-number.ts'
import { DAY_MINUTES, type Day } from './moment.ts'

export type CalendarFaultCode =
  | 'no-years'
  | 'year-twice'
  | 'year-missing'
  | 'source-missing'
  | 'hours-missing'
  | 'hours-twice'
  | 'weekday-unknown'
  | 'weekday-twice'
  | 'no-openings'
  | 'opening-outside-day'
  | 'closes-before-opening'
  | 'openings-overlap'
  | 'not-a-day'
  | 'day-twice'
  | 'day-outside-years'
  | 'name-missing'
  | 'off-with-openings'
  | 'already-off'
  | 'already-working'

export interface CalendarFault {
  readonly code: CalendarFaultCode
  readonly facts: Refusal['facts']
}

/** What is wrong with the data of a calendar, for the person who enters it; nothing when it can be counted with. */
export function calendarFaults(data: CalendarData): CalendarFault[] {
  return [...yearFaults(data), ...hoursFaults(data), ...dayFaults(data)]
}

function yearFaults({ years }: CalendarData): CalendarFault[] {
  const numbers = years.map(({ year }) => year)
  if (numbers.length === 0) return [fault('no-years')]
  const gaps = range(Math.min(...numbers), Math.max(...numbers)).filter((year) => !numbers.includes(year))
  return [
    ...repeated(numbers).map((year) => fault('year-twice', { year })),
    ...gaps.map((year) => fault('year-missing', { year })),
    ...years.filter(({ source }) => !source.trim()).map(({ year }) => fault('source-missing', { year })),
  ]
}

function hoursFaults({ hours, years }: CalendarData): CalendarFault[] {
  const begins = hours.map(({ from }) => from)
  const firstDay = `${Math.min(...years.map(({ year }) => year))}-01-01`
  const isCovered = years.length === 0 || begins.some((from) => from <= firstDay)
  return [
    ...(isCovered ? [] : [fault('hours-missing', { on: firstDay })]),
    ...begins.filter((from) => !isDay(from)).map((on) => fault('not-a-day', { on })),
    ...repeated(begins).map((from) => fault('hours-twice', { from })),
    ...hours.flatMap((row) => [...weekdayFaults(row), ...openingFaults(row.intervals, row.from)]),
  ]
}

function weekdayFaults({ from, weekdays }: OfficeHours): CalendarFault[] {
  const unknown = weekdays.filter((weekday) => !range(1, 7).includes(weekday))
  return [
    ...unknown.map((weekday) => fault('weekday-unknown', { from, weekday })),
    ...repeated(weekdays).map((weekday) => fault('weekday-twice', { from, weekday })),
  ]
}

function openingFaults(intervals: readonly Opening[], on: Day): CalendarFault[] {
  if (intervals.length === 0) return [fault('no-openings', { on })]
  return intervals.flatMap(({ opens, closes }, index) => {
    const facts = { on, opens, closes }
    const isWithin = (minute: number) => Number.isInteger(minute) && minute >= 0 && minute <= DAY_MINUTES
    if (!isWithin(opens) || !isWithin(closes)) return [fault('opening-outside-day', facts)]
    if (closes <= opens) return [fault('closes-before-opening', facts)]
    const before = intervals[index - 1]
    return before && opens < before.closes ? [fault('openings-overlap', facts)] : []
  })
}

function dayFaults(data: CalendarData): CalendarFault[] {
  return [
    ...repeated(data.days.map(({ on }) => on)).map((on) => fault('day-twice', { on })),
    ...data.days.flatMap((day) =>
      isDay(day.on) ? oneDayFaults(day, data) : [fault('not-a-day', { on: day.on })],
    ),
  ]
}

function oneDayFaults({ on, kind, why, intervals }: SpecialDay, data: CalendarData): CalendarFault[] {
  const isUsuallyOpen = isOpenWeekday(data, on)
  const hasOwnHours = intervals !== undefined
  return [
    ...(data.years.some(({ year }) => on.startsWith(`${year}-`)) ? [] : [fault('day-outside-years', { on })]),
    ...(why.trim() ? [] : [fault('name-missing', { on })]),
    ...(kind === 'off' && hasOwnHours ? [fault('off-with-openings', { on })] : []),
    ...(kind === 'off' && !isUsuallyOpen ? [fault('already-off', { on, why })] : []),
    ...(kind === 'work' && isUsuallyOpen && !hasOwnHours ? [fault('already-working', { on, why })] : []),
    ...(kind === 'work' && hasOwnHours ? openingFaults(intervals, on) : []),
  ]
}

/** Whether the office hours in force on a day open it by its weekday. */
function isOpenWeekday({ hours }: CalendarData, on: Day): boolean {
  const inForce = hours
    .filter(({ from }) => from <= on)
    .sort((one, other) => (one.from < other.from ? 1 : -1))
  return inForce[0]?.weekdays.includes(weekdayOf(readDay(on))) ?? false
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function repeated<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function fault(code: CalendarFaultCode, facts: CalendarFault['facts'] = {}): CalendarFault {
  return { code, facts }
}
