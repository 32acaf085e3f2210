import { calendarFaults, type CalendarFault } from '#domain/calendar/calendar-faults.ts'
import type { CalendarData, Opening } from '#domain/calendar/calendar-data.ts'
import { DayRow, HoursRow, YearRow } from '#shapes/centre-tables.ts'
import type { CentreFile } from '#store/centre-files.ts'
import { type Findings, faultAt, type ImportFault } from '#shapes/import-fault.ts'
import { minuteOf } from './read-limit.ts'
import { readTable, type RowOf } from './read-table.ts'

interface Tables {
  readonly hours: readonly RowOf<typeof HoursRow>[]
  readonly years: readonly RowOf<typeof YearRow>[]
  readonly days: readonly RowOf<typeof DayRow>[]
}

/** The two calendars of a centre; a row of `both` stands in each. */
export function readCalendars(files: readonly CentreFile[], findings: Findings): CalendarData[] {
  const before = findings.faults.length
  const tables: Tables = {
    hours: readTable(files, { name: 'calendar/office-hours', shape: HoursRow }, findings),
    years: readTable(files, { name: 'calendar/years', shape: YearRow }, findings),
    days: readTable(files, { name: 'calendar/days', shape: DayRow }, findings),
  }
  const calendars = [calendarOf('counting', tables), calendarOf('reception', tables)]
  if (findings.faults.length > before) return calendars
  for (const calendar of calendars)
    for (const fault of calendarFaults(calendar).map((one) => placed(one, calendar.name, tables)))
      if (!findings.faults.some((one) => isSamePlace(one, fault))) findings.faults.push(fault)
  return calendars
}

function calendarOf(name: CalendarData['name'], { hours, years, days }: Tables): CalendarData {
  const isOurs = ({ row }: { row: { calendar: string } }) => row.calendar === 'both' || row.calendar === name
  return {
    name,
    hours: hours.filter(isOurs).map(({ row: { from, weekdays, intervals } }) => ({
      from,
      weekdays: weekdays.split(' ').map(Number),
      intervals: openingsOf(intervals),
    })),
    years: years
      .filter(isOurs)
      .map(({ row: { year, status, source } }) => ({ year: Number(year), status, source })),
    days: days.filter(isOurs).map(({ row: { on, kind, why, intervals } }) => ({
      on,
      kind,
      why,
      ...(intervals !== '' && { intervals: openingsOf(intervals) }),
    })),
  }
}

/** `07:00-11:30 13:30-17:00`, in minutes of the day. */
export function openingsOf(intervals: string): Opening[] {
  return intervals.split(' ').flatMap((one) => {
    const [opens, closes] = one.split('-')
    return opens && closes ? [{ opens: minuteOf(opens), closes: minuteOf(closes) }] : []
  })
}

/** The row a fault of a calendar is about: the last one that names its day, year or beginning. */
function placed(
  { code, facts }: CalendarFault,
  calendar: string,
  { hours, years, days }: Tables,
): ImportFault {
  const { on, year, from } = facts
  const at =
    days.findLast(({ row }) => row.on === on) ??
    years.findLast(({ row }) => row.year === String(year)) ??
    hours.findLast(({ row }) => row.from === from)
  const about = [on, year, from].find((one) => one !== undefined)
  const said = { calendar, fault: code, about: about === undefined ? '' : String(about) }
  return faultAt(at ?? { file: 'calendar', line: null }, null, 'calendar-fault', said)
}

/** The same row of `both` is wrong in either calendar, and is told once. */
function isSamePlace(a: ImportFault, b: ImportFault): boolean {
  return (
    a.file === b.file &&
    a.line === b.line &&
    a.facts['fault'] === b.facts['fault'] &&
    a.facts['about'] === b.facts['about']
  )
}
