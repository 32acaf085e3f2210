import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { aCalendar } from './a-calendar.ts'
import { anyCalendar, anyInstant } from './any-calendar.ts'
import type { CalendarData } from './calendar-data.ts'
import { readDay } from './day-number.ts'
import { dayWith } from './working-calendar.ts'
import { slowAddMinutes, slowIsOpenAt, slowMinutesBetween } from './slow-model.ts'
import {
  addWorkingMinutes,
  isOpenAt,
  nthWorkingDay,
  type WorkingCalendar,
  workingCalendar,
  workingMinutesBetween,
} from './working-time.ts'

const data = aCalendar()
const calendar = workingCalendar(data)
const at = (local: string) => Temporal.Instant.from(`${local}+07:00`)
const day = Temporal.PlainDate.from

/** An outcome as text and numbers, so that two can be held against each other. */
function told(outcome: Outcome<{ at: Temporal.Instant; isProvisional: boolean }>) {
  return isRefusal(outcome) ? outcome : { at: outcome.at.toString(), isProvisional: outcome.isProvisional }
}

function granted<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}

function dayKinds(calendar: WorkingCalendar, ...days: string[]) {
  return days.map((text) => granted(dayWith(calendar, readDay(text))).kind)
}

test.each([
  ['2025-04-25', 3, '2025-04-29', 'over a make-up Saturday'],
  ['2025-04-29', 2, '2025-05-06', 'over two holidays, a swapped day and the weekend'],
  ['2026-01-09', 1, '2026-01-10', 'onto a make-up Saturday'],
  ['2026-01-10', 1, '2026-01-12', 'from a make-up Saturday'],
  ['2026-02-13', 1, '2026-02-23', 'over Tết'],
  ['2026-02-13', 5, '2026-02-27', 'the week behind Tết'],
  ['2026-11-23', 1, '2026-11-25', 'over Ngày Văn hoá Việt Nam'],
  ['2026-03-07', 1, '2026-03-09', 'from a Saturday'],
  ['2018-12-28', 1, '2019-01-02', 'over New Year and the day before it'],
  ['2018-12-28', 4, '2019-01-05', 'onto the Saturday worked for it, in the other year'],
  ['2018-01-01', 1, '2018-01-02', 'from the first day of all'],
  ['2024-12-31', 250, '2025-12-31', 'all working days of a year'],
  ['2024-12-31', 251, '2026-01-05', 'a year and a day'],
])('received on %s, %i working days end on %s: %s', (received, count, expected) => {
  const reached = granted(nthWorkingDay(calendar, day(received), count))
  expect([reached.on.toString(), reached.isProvisional]).toEqual([expected, false])
})

test('a working day in a provisional year is provisional', () => {
  const first = granted(nthWorkingDay(calendar, day('2026-12-31'), 1))
  expect([first.on.toString(), first.isProvisional]).toEqual(['2027-01-04', true])
  expect(granted(nthWorkingDay(calendar, day('2026-12-30'), 1)).isProvisional).toBe(false)
})

test.each([0, -1, 1.5, Number.NaN])('there is no working day number %d', (count) => {
  expect(() => nthWorkingDay(calendar, day('2026-03-02'), count)).toThrow(RangeError)
})

test('a year without a row is refused by its number', () => {
  expect(nthWorkingDay(calendar, day('2017-12-31'), 1)).toEqual(refuse('outside-calendar', { year: 2017 }))
  expect(nthWorkingDay(calendar, day('2031-12-31'), 1)).toEqual(refuse('outside-calendar', { year: 2032 }))
  expect(addWorkingMinutes(calendar, at('2018-01-01T10:00'), 0)).toEqual(
    refuse('outside-calendar', { year: 2017 }),
  )
  expect(addWorkingMinutes(calendar, at('2026-03-02T10:00'), 9e6)).toEqual(
    refuse('outside-calendar', { year: 2032 }),
  )
  expect(isOpenAt(calendar, at('2032-01-01T00:00'))).toEqual(refuse('outside-calendar', { year: 2032 }))
  for (const [from, to] of [
    ['2031-12-31T23:59', '2032-01-01T00:00'],
    ['2032-01-01T00:00', '2031-12-31T23:59'],
  ] as const) {
    expect(workingMinutesBetween(calendar, at(from), at(to))).toEqual(
      refuse('outside-calendar', { year: 2032 }),
    )
  }
})

test('a year missing in the middle stops a count that goes over it', () => {
  const gap = workingCalendar(aCalendar({ years: data.years.filter(({ year }) => year !== 2020) }))
  const missing = refuse('outside-calendar', { year: 2020 })
  expect(workingMinutesBetween(gap, at('2019-12-30T07:00'), at('2021-01-05T07:00'))).toEqual(missing)
  expect(addWorkingMinutes(gap, at('2021-01-04T07:00'), -1)).toEqual(missing)
  expect(nthWorkingDay(gap, day('2019-12-31'), 1)).toEqual(missing)
})

test.each([
  ['2026-03-02T07:00', '2026-03-02T17:00', 480, 'a day'],
  ['2026-03-02T00:00', '2026-03-03T00:00', 480, 'midnight to midnight'],
  ['2026-03-02T11:29', '2026-03-02T13:31', 2, 'around lunch'],
  ['2026-03-02T11:30', '2026-03-02T13:30', 0, 'lunch'],
  ['2026-03-02T10:00:59', '2026-03-02T10:01:00', 1, 'seconds are cut'],
  ['2026-03-02T10:00:00', '2026-03-02T10:00:59', 0, 'within a minute'],
  ['2026-03-02T10:00:59', '2026-03-02T10:00:00', 0, 'back within a minute'],
  ['2026-03-06T16:00', '2026-03-09T08:00', 120, 'over a weekend'],
  ['2026-03-09T08:00', '2026-03-06T16:00', -120, 'back over a weekend'],
  ['2026-02-13T16:00', '2026-02-23T08:00', 120, 'over Tết'],
  ['2026-08-21T17:00', '2026-08-24T07:00', 480, 'a make-up Saturday'],
  ['2025-12-31T16:00', '2026-01-05T08:00', 120, 'over New Year'],
  ['2025-01-01T00:00', '2026-01-01T00:00', 250 * 480, 'a year'],
  ['2024-01-01T00:00', '2027-01-01T00:00', 750 * 480, 'three years'],
])('from %s to %s there are %i working minutes: %s', (from, to, minutes) => {
  expect(workingMinutesBetween(calendar, at(from), at(to))).toBe(minutes)
})

test.each([
  ['2026-03-02T07:00', 480, '2026-03-02T17:00', 'a day ends at closing'],
  ['2026-03-02T07:00', 481, '2026-03-03T07:01', 'a minute more is the next day'],
  ['2026-03-02T07:00', 270, '2026-03-02T11:30', 'a morning ends at noon closing'],
  ['2026-03-02T07:00', 271, '2026-03-02T13:31', 'a minute more is the afternoon'],
  ['2026-03-02T12:00', 1, '2026-03-02T13:31', 'from lunch'],
  ['2026-03-02T17:00', 1, '2026-03-03T07:01', 'from closing'],
  ['2026-03-02T23:59', 1, '2026-03-03T07:01', 'from the night'],
  ['2026-03-02T06:59', 1, '2026-03-02T07:01', 'from before opening'],
  ['2026-03-02T10:00:59', 1, '2026-03-02T10:01', 'seconds are cut'],
  ['2026-03-02T10:00', 0, '2026-03-02T10:00', 'nothing, in an open minute'],
  ['2026-03-02T11:30', 0, '2026-03-02T11:30', 'nothing, at closing'],
  ['2026-03-02T13:30', 0, '2026-03-02T11:30', 'nothing, at opening, is the closing before'],
  ['2026-03-02T07:00', 0, '2026-02-27T17:00', 'nothing, on Monday at opening, is Friday at closing'],
  ['2026-03-02T13:31', -1, '2026-03-02T11:30', 'back to the closing before lunch'],
  ['2026-03-02T07:01', -1, '2026-02-27T17:00', 'back to the closing before the weekend'],
  ['2026-03-02T08:00', -120, '2026-02-27T16:00', 'back over a weekend'],
  ['2026-02-23T08:00', -60, '2026-02-13T17:00', 'back over Tết'],
  ['2026-01-05T08:00', -61, '2025-12-31T16:59', 'back into the year before'],
  ['2019-01-01T00:00', 252 * 480, '2019-12-31T17:00', 'a whole year with two make-up Saturdays'],
])('%s and %i working minutes are %s: %s', (from, minutes, expected) => {
  expect(told(addWorkingMinutes(calendar, at(from), minutes))).toEqual({
    at: at(expected).toString(),
    isProvisional: false,
  })
})

test.each([
  ['2026-12-31T16:00', 60, false, 'ends with the last announced minute'],
  ['2026-12-31T16:00', 61, true, 'ends in a provisional year'],
  ['2027-01-04T08:00', -61, true, 'comes back from a provisional year'],
  ['2027-03-01T08:00', 1, true, 'stays in a provisional year'],
])('%s and %i minutes, provisional is %s: %s', (from, minutes, isProvisional) => {
  expect(granted(addWorkingMinutes(calendar, at(from), minutes)).isProvisional).toBe(isProvisional)
})

test('a provisional year that is only passed makes a moment provisional', () => {
  const years = data.years.map((row) =>
    row.year === 2020 ? ({ ...row, status: 'provisional' } as const) : row,
  )
  const one = workingCalendar(aCalendar({ years }))
  expect(granted(addWorkingMinutes(one, at('2019-12-31T08:00'), 300 * 480)).isProvisional).toBe(true)
  expect(granted(addWorkingMinutes(one, at('2021-01-04T08:00'), -300 * 480)).isProvisional).toBe(true)
  expect(granted(addWorkingMinutes(one, at('2021-01-04T08:00'), 300 * 480)).isProvisional).toBe(false)
})

test.each([
  ['2026-03-02T06:59:59', false],
  ['2026-03-02T07:00', true],
  ['2026-03-02T11:29:59', true],
  ['2026-03-02T11:30', false],
  ['2026-03-02T13:30', true],
  ['2026-03-02T17:00', false],
  ['2026-03-07T09:00', false],
  ['2026-08-22T09:00', true],
  ['2026-11-24T09:00', false],
])('at %s the office is open: %s', (local, isOpen) => {
  expect(isOpenAt(calendar, at(local))).toBe(isOpen)
})

test('winter hours make a shorter day from their day on, and summer hours a longer one again', () => {
  const weekdays = [1, 2, 3, 4, 5]
  const winter = [
    { opens: 450, closes: 690 },
    { opens: 810, closes: 990 },
  ]
  const [usual] = data.hours
  const hours = [
    { from: '2026-10-15', weekdays, intervals: winter },
    ...(usual ? [usual] : []),
    { from: '2027-04-15', weekdays, intervals: usual?.intervals ?? [] },
  ]
  const seasonal = workingCalendar(aCalendar({ hours }))
  const between = (from: string, to: string) => workingMinutesBetween(seasonal, at(from), at(to))
  expect(between('2026-10-14T00:00', '2026-10-15T00:00')).toBe(480)
  expect(between('2026-10-15T00:00', '2026-10-16T00:00')).toBe(420)
  expect(between('2027-04-14T00:00', '2027-04-15T00:00')).toBe(420)
  expect(between('2027-04-15T00:00', '2027-04-16T00:00')).toBe(480)
  expect(told(addWorkingMinutes(seasonal, at('2026-10-14T16:00'), 480))).toEqual({
    at: at('2026-10-15T16:30').toString(),
    isProvisional: false,
  })
})

test('a day can have openings of its own: half a make-up Saturday, an evening', () => {
  const days: CalendarData['days'] = [
    { on: '2026-03-07', kind: 'work', why: 'Làm bù buổi sáng', intervals: [{ opens: 420, closes: 690 }] },
    { on: '2026-03-09', kind: 'work', why: 'Buổi tối', intervals: [{ opens: 1080, closes: 1200 }] },
  ]
  const own = workingCalendar(aCalendar({ days }))
  expect(workingMinutesBetween(own, at('2026-03-07T00:00'), at('2026-03-10T00:00'))).toBe(390)
  expect(granted(nthWorkingDay(own, day('2026-03-06'), 2)).on.toString()).toBe('2026-03-09')
  expect([isOpenAt(own, at('2026-03-09T09:00')), isOpenAt(own, at('2026-03-09T19:59'))]).toEqual([
    false,
    true,
  ])
})

test('before all office hours the office is closed, but for a day with openings of its own', () => {
  const [usual] = data.hours
  const days: CalendarData['days'] = [
    { on: '2026-03-03', kind: 'work', why: 'Mở thử', intervals: [{ opens: 420, closes: 480 }] },
  ]
  const young = workingCalendar(aCalendar({ hours: usual ? [{ ...usual, from: '2026-03-04' }] : [], days }))
  expect(workingMinutesBetween(young, at('2026-03-01T00:00'), at('2026-03-05T00:00'))).toBe(540)
  expect(dayKinds(young, '2026-03-02', '2026-03-03', '2026-03-04')).toEqual([
    'weekend',
    'make-up-day',
    'working-day',
  ])
})

test('a year is made once', () => {
  expect(calendar.year(2026)).toBe(calendar.year(2026))
  expect(calendar.name).toBe('counting')
})

const fixed = { seed: 20261124 }
const anyFewMinutes = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -2000, max: 2000 }))
const anyMinutes = fc.integer({ min: -20_000, max: 20_000 })
const anyShift = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -20_000, max: 20_000 }))
const real = anyInstant(2018, 2031)

function slowly(slow: ReturnType<typeof slowAddMinutes>) {
  return isRefusal(slow) ? slow : { at: String(slow.due), isProvisional: slow.isProvisional }
}

test('adding by sums is walking minute by minute', () => {
  const check = (given: CalendarData, from: Temporal.Instant, minutes: number) => {
    const fast = addWorkingMinutes(workingCalendar(given), from, minutes)
    expect(told(fast)).toEqual(slowly(slowAddMinutes(given, from, minutes)))
  }
  fc.assert(fc.property(anyCalendar, anyInstant(2023, 2027), anyFewMinutes, check), {
    ...fixed,
    numRuns: 500,
  })
  fc.assert(
    fc.property(real, anyMinutes, (from, minutes) => check(data, from, minutes)),
    { ...fixed, numRuns: 50 },
  )
})

test('counting by sums is counting minute by minute', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant(2023, 2027), anyShift, (given, from, minutes) => {
      const to = from.add({ minutes })
      expect(workingMinutesBetween(workingCalendar(given), from, to)).toEqual(
        slowMinutesBetween(given, from, to),
      )
    }),
    { ...fixed, numRuns: 500 },
  )
})

test('open by sums is open by looking', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant(2023, 2027), (given, instant) => {
      expect(isOpenAt(workingCalendar(given), instant)).toEqual(slowIsOpenAt(given, instant))
    }),
    { ...fixed, numRuns: 1000 },
  )
})

test('what is added is between, and ends with a working minute', () => {
  fc.assert(
    fc.property(anyInstant(2019, 2030), anyMinutes, (from, minutes) => {
      const { at } = granted(addWorkingMinutes(calendar, from, minutes))
      expect(workingMinutesBetween(calendar, from, at)).toBe(minutes)
      expect(isOpenAt(calendar, at.subtract({ minutes: 1 }))).toBe(true)
    }),
    { ...fixed, numRuns: 2000 },
  )
})

test('a period is the sum of its parts, and the other way round it is negative', () => {
  fc.assert(
    fc.property(real, real, real, (one, two, three) => {
      const between = (from: Temporal.Instant, to: Temporal.Instant) =>
        granted(workingMinutesBetween(calendar, from, to))
      expect(between(one, two) + between(two, three)).toBe(between(one, three))
      expect(between(one, two) + between(two, one)).toBe(0)
    }),
    { ...fixed, numRuns: 2000 },
  )
})

test('adding in two parts is adding at once, and more is never earlier', () => {
  const amount = fc.nat(10_000)
  fc.assert(
    fc.property(anyInstant(2019, 2030), amount, amount, (from, one, two) => {
      const add = (start: Temporal.Instant, minutes: number) =>
        granted(addWorkingMinutes(calendar, start, minutes)).at
      expect(add(add(from, one), two).equals(add(from, one + two))).toBe(true)
      expect(Temporal.Instant.compare(add(from, one), add(from, one + two))).toBe(two === 0 ? 0 : -1)
    }),
    { ...fixed, numRuns: 1000 },
  )
})
