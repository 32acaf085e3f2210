import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCalendar } from '#domain/calendar/a-calendar.ts'
import { anyCalendar, anyInstant } from '#domain/calendar/any-calendar.ts'
import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import { dayOf } from '#domain/calendar/moment.ts'
import { slowDue } from '#domain/calendar/slow-model.ts'
import { isOpenAt, workingCalendar, workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import { type DueDay, dueDays, dueMoment, type DuePattern, pausedMinutes, resumedDue } from './due.ts'
import { timeliness } from './timeliness.ts'

const data = aCalendar()
const counting = workingCalendar(data)
/** A moment as an officer writes it, in Vietnam. */
const at = (local: string) => Temporal.Instant.from(`${local}+07:00`)

interface OfficersCase {
  readonly name: string
  /** Who or what says so. */
  readonly from: string
  readonly given: { readonly limit: Limit; readonly received: string }
  readonly expected: Refusal | { due: string | null; pattern: DuePattern; isProvisional: boolean }
}

const cases: OfficersCase[] = JSON.parse(readFileSync(new URL('due-cases.json', import.meta.url), 'utf8'))

test.each(cases)('$name ($from)', ({ given, expected }) => {
  const due = dueMoment(counting, given.limit, at(given.received))
  const wanted = isRefusal(expected) ? expected : { ...expected, due: expected.due && at(expected.due) }
  expect(due).toEqual(wanted)
  if (!isRefusal(due) && !isRefusal(wanted)) expect(String(due.due)).toBe(String(wanted.due))
})

function granted<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}

const civil = (days: number): Limit => ({ kind: 'civil-days', days })
const hours = (minutes: number): Limit => ({ kind: 'working-hours', minutes })
const SAME_DAY: Limit = { kind: 'same-day', cutOffMinute: 900 }

describe('days that are shorter or changed', () => {
  const morning = [{ opens: 420, closes: 690 }]
  const days: CalendarData['days'] = [
    { on: '2026-03-07', kind: 'work', why: 'Làm bù buổi sáng', intervals: morning },
  ]
  const own = workingCalendar(aCalendar({ days }))
  const due = (limit: Limit, received: string) => String(granted(dueMoment(own, limit, at(received))).due)

  test.each([
    [
      civil(1),
      '2026-03-06T10:00',
      '2026-03-07T11:30',
      'half a working day counts, and is due at its own closing',
    ],
    [hours(480), '2026-03-06T10:00', '2026-03-07T10:00', 'hours count only what is open'],
    [SAME_DAY, '2026-03-07T11:30', '2026-03-07T11:30', 'the closing minute is not after closing'],
    [SAME_DAY, '2026-03-07T14:00', '2026-03-09T17:00', 'before the cut-off, but the office has closed'],
    [{ kind: 'immediate' }, '2026-03-07T11:31', '2026-03-09T17:00', 'the counter has closed'],
    [civil(1), '2026-03-07T14:00', '2026-03-09T17:00', 'received on the Sunday behind it'],
  ] as [Limit, string, string, string][])('%o received %s is due %s: %s', (limit, received, expected) => {
    expect(due(limit, received)).toBe(at(expected).toString())
  })

  test('winter hours close earlier', () => {
    const [usual] = data.hours
    const winter = { from: '2026-10-15', weekdays: [1, 2, 3, 4, 5], intervals: [{ opens: 450, closes: 990 }] }
    const seasonal = workingCalendar(aCalendar({ hours: usual ? [usual, winter] : [] }))
    const closing = (received: string) => String(granted(dueMoment(seasonal, civil(1), at(received))).due)
    expect(closing('2026-10-13T16:45')).toBe(at('2026-10-14T17:00').toString())
    expect(closing('2026-10-14T16:45')).toBe(at('2026-10-15T16:30').toString())
    expect(closing('2026-10-15T16:45')).toBe(at('2026-10-19T16:30').toString())
  })
})

describe('provisional years', () => {
  test('a receipt in one is enough', () => {
    const years = data.years.map((row) => ({
      ...row,
      status: row.year === 2026 ? ('provisional' as const) : ('announced' as const),
    }))
    const odd = workingCalendar(aCalendar({ years }))
    for (const limit of [civil(2), hours(60), SAME_DAY, { kind: 'calendar-days', days: 1 } as const])
      expect(granted(dueMoment(odd, limit, at('2026-12-31T18:00')))).toMatchObject({ isProvisional: true })
  })

  test('calendar days look at the day of receipt and at the end', () => {
    const end = (days: number) =>
      granted(dueMoment(counting, { kind: 'calendar-days', days }, at('2026-12-30T10:00'))).isProvisional
    expect([end(1), end(2)]).toEqual([false, true])
  })
})

describe('the reckoning day by day', () => {
  const told = (limit: Limit, received: string) =>
    granted(dueDays(counting, limit, at(received))).map(
      ({ date, counted, minutes, why, name }) =>
        `${date} ${counted ? 'counted' : '-'} ${minutes} ${why}${name === undefined ? '' : ` ${name}`}`,
    )

  test('pattern A: the day of receipt does not count, make-up days do', () => {
    expect(told(civil(2), '2025-04-25T10:00')).toEqual([
      '2025-04-25 - 0 receipt-day',
      '2025-04-26 counted 480 make-up-day Làm bù',
      '2025-04-27 - 0 weekend',
      '2025-04-28 counted 480 working-day',
    ])
  })

  test('pattern A: received after closing on a Monday and on a holiday', () => {
    expect(told(civil(1), '2026-03-02T18:00')).toEqual([
      '2026-03-02 - 0 after-closing',
      '2026-03-03 - 0 receipt-day',
      '2026-03-04 counted 480 working-day',
    ])
    expect(told(civil(1), '2026-11-24T18:00')).toEqual([
      '2026-11-24 - 0 receipt-day Ngày nghỉ',
      '2026-11-25 counted 480 working-day',
    ])
  })

  test('pattern B: as many minutes as the office was open', () => {
    expect(told(hours(600), '2026-11-23T16:00')).toEqual([
      '2026-11-23 counted 60 working-day',
      '2026-11-24 - 0 holiday Ngày nghỉ',
      '2026-11-25 counted 480 working-day',
      '2026-11-26 counted 60 working-day',
    ])
    expect(told(hours(60), '2026-03-02T18:00')).toEqual([
      '2026-03-02 - 0 after-closing',
      '2026-03-03 counted 60 working-day',
    ])
    expect(told(hours(60), '2026-03-02T10:00')).toEqual(['2026-03-02 counted 60 working-day'])
  })

  test('calendar days count every day, and the working day they move on to does not', () => {
    expect(told({ kind: 'calendar-days', days: 3 }, '2026-08-30T10:00')).toEqual([
      '2026-08-30 - 0 receipt-day',
      '2026-08-31 counted 0 holiday Ngày nghỉ',
      '2026-09-01 counted 0 holiday Ngày nghỉ',
      '2026-09-02 counted 0 holiday Ngày nghỉ',
      '2026-09-03 - 0 moved-on',
    ])
    expect(told({ kind: 'calendar-days', days: 1 }, '2026-03-06T10:00')).toEqual([
      '2026-03-06 - 0 receipt-day',
      '2026-03-07 counted 0 weekend',
      '2026-03-08 - 0 weekend',
      '2026-03-09 - 0 moved-on',
    ])
    expect(told({ kind: 'calendar-days', days: 1 }, '2026-03-02T10:00')).toEqual([
      '2026-03-02 - 0 receipt-day',
      '2026-03-03 counted 480 working-day',
    ])
  })

  test('same day, before and after the cut-off, and on a day off', () => {
    expect(told(SAME_DAY, '2026-03-06T15:00')).toEqual(['2026-03-06 counted 120 working-day'])
    expect(told(SAME_DAY, '2026-03-06T15:01')).toEqual([
      '2026-03-06 - 0 after-cut-off',
      '2026-03-07 - 0 weekend',
      '2026-03-08 - 0 weekend',
      '2026-03-09 counted 480 working-day',
    ])
    expect(told({ kind: 'immediate' }, '2026-03-08T10:00')).toEqual([
      '2026-03-08 - 0 weekend',
      '2026-03-09 counted 480 working-day',
    ])
    expect(told({ kind: 'immediate' }, '2026-03-06T17:01')[0]).toBe('2026-03-06 - 0 after-closing')
  })

  test('a day of one opening until midnight ends that day', () => {
    const intervals = [{ opens: 420, closes: 1440 }]
    const late = workingCalendar(
      aCalendar({ days: [{ on: '2026-03-02', kind: 'work', why: 'Ca đêm', intervals }] }),
    )
    const days = (received: string) =>
      granted(dueDays(late, SAME_DAY, at(received))).map(({ date, minutes, why, name }) => ({
        date,
        minutes,
        why,
        name,
      }))
    expect(days('2026-03-02T15:00')).toEqual([
      { date: '2026-03-02', minutes: 540, why: 'working-day', name: 'Ca đêm' },
    ])
    expect(days('2026-03-02T15:01')).toEqual([
      { date: '2026-03-02', minutes: 0, why: 'after-cut-off', name: 'Ca đêm' },
      { date: '2026-03-03', minutes: 480, why: 'working-day' },
    ])
  })

  test('without a limit there is nothing to explain, and outside the calendar it is refused', () => {
    expect(told({ kind: 'not-set' }, '2026-03-02T10:00')).toEqual([])
    expect(dueDays(counting, civil(1), at('2032-01-05T10:00'))).toEqual(
      refuse('outside-calendar', { year: 2032 }),
    )
  })

  test('at most a year is explained', () => {
    const days = granted(dueDays(counting, { kind: 'calendar-days', days: 800 }, at('2024-03-02T10:00')))
    expect([days.length, days[0]?.date, days.at(-1)?.date]).toEqual([366, '2024-03-02', '2025-03-02'])
  })
})

describe('pause and resume', () => {
  const paused = (due: string, when: string) => pausedMinutes(counting, at(due), at(when))
  const resumed = (minutes: number, when: string) =>
    String(granted(resumedDue(counting, minutes, at(when))).due)

  test.each([
    ['2026-02-13T17:00', '2026-02-13T16:00', 60, 'an hour before the due moment'],
    ['2026-02-24T10:00', '2026-02-13T16:00', 720, 'over Tết'],
    ['2026-02-13T17:00', '2026-02-13T17:00:59', 0, 'in the due minute, which is not late'],
    ['2026-02-13T16:00', '2026-02-13T16:01', -1, 'a minute late'],
    ['2026-02-13T17:00', '2026-02-13T17:01', -1, 'late by a minute of the night'],
    ['2026-02-13T17:00', '2026-02-20T10:00', -1, 'late by Tết'],
    ['2026-02-13T17:00', '2026-02-23T07:00', -1, 'late, before anybody has worked'],
    ['2026-02-13T17:00', '2026-02-23T07:01', -1, 'late by a working minute'],
    ['2026-02-13T17:00', '2026-02-23T07:02', -2, 'late by two working minutes'],
    ['2026-02-13T16:00', '2026-02-23T08:00', -120, 'late by two hours'],
  ])('due %s and stopped %s leaves %i minutes: %s', (due, when, left) => {
    expect(paused(due, when)).toBe(left)
  })

  test.each([
    [60, '2026-02-23T08:00', '2026-02-23T09:00', 'in the office'],
    [60, '2026-02-20T10:00', '2026-02-23T08:00', 'on a holiday'],
    [480, '2026-02-23T07:00', '2026-02-23T17:00', 'a day from opening ends at closing'],
    [0, '2026-02-23T08:00', '2026-02-23T08:00', 'with nothing left'],
    [0, '2026-02-28T00:00', '2026-02-28T00:00', 'with nothing left, when nobody works'],
    [-1, '2026-02-23T07:00', '2026-02-13T16:59', 'late stays late'],
    [-120, '2026-02-23T08:00', '2026-02-13T16:00', 'late stays as late as it was'],
  ])('with %i minutes left the clock goes on at %s and is due %s: %s', (left, when, due) => {
    expect(resumed(left, when)).toBe(at(due).toString())
  })

  test('without a limit there is nothing to keep', () => {
    expect(pausedMinutes(counting, null, at('2026-02-13T16:00'))).toBe(null)
    expect(resumedDue(counting, null, at('2026-02-13T16:00'))).toEqual({ due: null, isProvisional: false })
  })

  test('a resumed due moment in a year not announced yet is provisional, and beyond all years refused', () => {
    expect(resumedDue(counting, 61, at('2026-12-31T16:00'))).toMatchObject({ isProvisional: true })
    expect(resumedDue(counting, 60, at('2026-12-31T16:00'))).toMatchObject({ isProvisional: false })
    expect(resumedDue(counting, 61, at('2031-12-31T16:00'))).toEqual(
      refuse('outside-calendar', { year: 2032 }),
    )
    expect(paused('2031-12-31T16:00', '2032-01-01T00:00')).toEqual(refuse('outside-calendar', { year: 2032 }))
  })
})

const fixed = { seed: 20261124 }
const anyMinuteOfDay = fc.oneof(fc.constantFrom(690, 810, 900, 1020), fc.nat(1439))
const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ kind: fc.constant('civil-days' as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('calendar-days' as const), days: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ kind: fc.constant('working-hours' as const), minutes: fc.integer({ min: 1, max: 3000 }) }),
  fc.record({ kind: fc.constant('same-day' as const), cutOffMinute: anyMinuteOfDay }),
  fc.record({ kind: fc.constant('immediate' as const) }),
)
/** Receipts crowd where the rules turn: at the edges of the day. */
const anyReceipt = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), anyMinuteOfDay, fc.nat(119))
  .map(([day, minute, seconds]) => at('2019-01-01T00:00').add({ minutes: day * 1440 + minute, seconds }))

const told = (due: ReturnType<typeof slowDue>) =>
  isRefusal(due) ? due : { due: String(due.due), isProvisional: due.isProvisional }

test('the due moment by sums is the due moment by walking', () => {
  const check = (given: CalendarData, limit: Limit, received: Temporal.Instant) =>
    expect(told(dueMoment(workingCalendar(given), limit, received))).toEqual(
      told(slowDue(given, limit, received)),
    )
  fc.assert(
    fc.property(anyCalendar, anyLimit, anyInstant(2023, 2027), (given, limit, received) => {
      check(given, limit, received)
    }),
    { ...fixed, numRuns: 700 },
  )
  fc.assert(
    fc.property(anyLimit, anyReceipt, (limit, received) => {
      expect(told(dueMoment(counting, limit, received))).toEqual(told(slowDue(data, limit, received)))
    }),
    { ...fixed, numRuns: 700 },
  )
})

test('no due moment is outside office hours or before the receipt, and a later receipt is never due earlier', () => {
  fc.assert(
    fc.property(anyLimit, anyReceipt, fc.nat(6000), (limit, received, later) => {
      const due = granted(dueMoment(counting, limit, received)).due ?? expect.fail('no due moment')
      expect(isOpenAt(counting, due.subtract({ minutes: 1 }))).toBe(true)
      expect(due.epochMilliseconds).toBeGreaterThan(received.epochMilliseconds - 60_000)
      const next = granted(dueMoment(counting, limit, received.add({ minutes: later }))).due
      expect(next && Temporal.Instant.compare(due, next)).toBeLessThanOrEqual(0)
    }),
    { ...fixed, numRuns: 1500 },
  )
})

test('the days explained are without gaps and add up to the limit', () => {
  const counted = (days: DueDay[]) => days.filter((day) => day.counted)
  fc.assert(
    fc.property(anyLimit, anyReceipt, (limit, received) => {
      const due = granted(dueMoment(counting, limit, received)).due ?? expect.fail('no due moment')
      const days = granted(dueDays(counting, limit, received))
      expect(days.length).toBe(dayOf(received).until(dayOf(due)).days + 1)
      expect([days[0]?.date, days.at(-1)?.date]).toEqual([String(dayOf(received)), String(dayOf(due))])
      for (const day of days) if (day.minutes > 0 && !day.counted) expect.fail(day.date)
      const minutes = days.reduce((sum, day) => sum + day.minutes, 0)
      if (limit.kind === 'civil-days' || limit.kind === 'calendar-days')
        expect(counted(days).length).toBe(limit.days)
      if (limit.kind === 'working-hours') expect(minutes).toBe(limit.minutes)
      if (limit.kind === 'immediate') expect(minutes).toBe(workingMinutesBetween(counting, received, due))
    }),
    { ...fixed, numRuns: 400 },
  )
})

test('a pause takes no time from a dossier in time, and makes no late one timely', () => {
  fc.assert(
    fc.property(
      anyLimit,
      anyReceipt,
      fc.integer({ min: 0, max: 30_000 }),
      fc.nat(30_000),
      (limit, received, after, pause) => {
        const due = granted(dueMoment(counting, limit, received)).due
        const stopped = received.add({ minutes: after })
        const goesOn = stopped.add({ minutes: pause })
        const left = granted(pausedMinutes(counting, due, stopped))
        const again = granted(resumedDue(counting, left, goesOn)).due ?? expect.fail('no due moment')
        const wasLate = timeliness(limit.kind, due, stopped) === 'late'
        if (wasLate) expect(timeliness(limit.kind, again, goesOn)).toBe('late')
        else expect(workingMinutesBetween(counting, goesOn, again)).toBe(left)
        const atOnce = granted(resumedDue(counting, left, stopped)).due
        if (!wasLate) expect(String(atOnce)).toBe(String(due))
      },
    ),
    { ...fixed, numRuns: 1000 },
  )
})
