import * as fc from 'fast-check'
import type { CalendarData, Opening } from './calendar-data.ts'
import { fromDayNumber, newYear } from './day-number.ts'

/**
 * Any calendar without faults of 2024 to 2026 for properties, most of them odder than a centre's: changing hours, a
 * year missing or without an open day, days of one minute, openings until midnight.
 */
const anyIntervals = fc
  .uniqueArray(fc.nat(1440), { minLength: 2, maxLength: 6 })
  .map((minutes): Opening[] => {
    const edges = minutes.sort((one, other) => one - other)
    return edges.flatMap((opens, index) => {
      const closes = edges[index + 1]
      return index % 2 === 0 && closes !== undefined ? [{ opens, closes }] : []
    })
  })

const anyDay = fc
  .integer({ min: newYear(2024), max: newYear(2027) - 1 })
  .map((day) => fromDayNumber(day).toString())

const anyHours = fc.record({
  from: anyDay,
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  intervals: anyIntervals,
})

const anySpecialDay = fc.record(
  {
    on: anyDay,
    kind: fc.constantFrom('off' as const, 'work' as const),
    why: fc.constant('Ngày khác thường'),
    intervals: anyIntervals,
  },
  { requiredKeys: ['on', 'kind', 'why'] },
)

const anyYears = fc.tuple(
  fc.subarray([2024, 2025, 2026], { minLength: 1 }),
  fc.constantFrom('announced' as const, 'provisional' as const),
  fc.constantFrom('announced' as const, 'provisional' as const),
)

export const anyCalendar: fc.Arbitrary<CalendarData> = fc
  .record({
    weekdays: fc.oneof(
      { weight: 4, arbitrary: fc.constant([1, 2, 3, 4, 5]) },
      fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    ),
    intervals: anyIntervals,
    hours: fc.uniqueArray(anyHours, { selector: ({ from }) => from, maxLength: 2 }),
    years: anyYears,
    days: fc.uniqueArray(anySpecialDay, { selector: ({ on }) => on, maxLength: 20 }),
  })
  .map(({ weekdays, intervals, hours, years: [numbers, odd, even], days }) => ({
    name: 'counting',
    hours: [
      ...hours.filter(({ from }) => from !== '2024-01-01'),
      { from: '2024-01-01', weekdays, intervals },
    ],
    years: numbers.map((year) => ({ year, status: year % 2 === 0 ? even : odd, source: 'made up' })),
    days: days.map((day) => (day.kind === 'off' ? { on: day.on, kind: 'off', why: day.why } : day)),
  }))

/** Any second of the years and a little beyond. */
export function anyInstant(first: number, last: number): fc.Arbitrary<Temporal.Instant> {
  const seconds = (day: number) => day * 86_400 - 7 * 3600
  return fc
    .integer({ min: seconds(newYear(first)), max: seconds(newYear(last + 1)) - 1 })
    .map((second) => Temporal.Instant.fromEpochMilliseconds(second * 1000))
}
