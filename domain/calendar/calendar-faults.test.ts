import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCalendar, OFFICE_HOURS } from './a-calendar.ts'
import type { CalendarData, OfficeHours, Opening, SpecialDay } from './calendar-data.ts'
import { calendarFaults } from './calendar-faults.ts'

const year = (number: number, source = 'Thông báo'): CalendarData['years'][number] => ({
  year: number,
  status: 'announced',
  source,
})
const hours = (
  from: string,
  weekdays = [1, 2, 3, 4, 5],
  intervals: readonly Opening[] = OFFICE_HOURS,
): OfficeHours => ({
  from,
  weekdays,
  intervals,
})
const off = (on: string, why = 'Nghỉ'): SpecialDay => ({ on, kind: 'off', why })
const work = (on: string, intervals?: readonly Opening[]): SpecialDay => ({
  on,
  kind: 'work',
  why: 'Làm bù',
  ...(intervals && { intervals }),
})
const opening = (opens: number, closes: number) => ({ opens, closes })

test('the calendar of the examples has no faults', () => {
  expect(calendarFaults(aCalendar())).toEqual([])
})

test.each<[string, Partial<CalendarData>, string, object]>([
  ['no year at all', { years: [], days: [] }, 'no-years', {}],
  ['a year twice', { years: [year(2026), year(2026)], days: [] }, 'year-twice', { year: 2026 }],
  ['a gap between years', { years: [year(2025), year(2027)], days: [] }, 'year-missing', { year: 2026 }],
  ['a year without a source', { years: [year(2026, ' ')], days: [] }, 'source-missing', { year: 2026 }],
  ['no office hours', { hours: [], days: [work('2026-03-06')] }, 'hours-missing', { on: '2018-01-01' }],
  [
    'one year, with hours that begin late',
    { years: [year(2026)], hours: [hours('2026-01-02')], days: [] },
    'hours-missing',
    { on: '2026-01-01' },
  ],
  [
    'hours that begin late',
    { hours: [hours('2018-01-02')], days: [] },
    'hours-missing',
    { on: '2018-01-01' },
  ],
  [
    'hours twice',
    { hours: [hours('2018-01-01'), hours('2018-01-01')] },
    'hours-twice',
    { from: '2018-01-01' },
  ],
  [
    'hours from no day',
    { hours: [hours('2018-01-01'), hours('2026-02-30')] },
    'not-a-day',
    { on: '2026-02-30' },
  ],
  [
    'weekday 0',
    { hours: [hours('2018-01-01', [0, 1, 2, 3, 4, 5])] },
    'weekday-unknown',
    { from: '2018-01-01', weekday: 0 },
  ],
  [
    'weekday 8',
    { hours: [hours('2018-01-01', [1, 2, 3, 4, 5, 8])] },
    'weekday-unknown',
    { from: '2018-01-01', weekday: 8 },
  ],
  [
    'a weekday twice',
    { hours: [hours('2018-01-01', [1, 2, 3, 4, 5, 5])] },
    'weekday-twice',
    { from: '2018-01-01', weekday: 5 },
  ],
  [
    'hours without openings',
    { hours: [hours('2018-01-01', [1, 2, 3, 4, 5], [])] },
    'no-openings',
    { on: '2018-01-01' },
  ],
  ['a day twice', { days: [off('2026-01-01'), off('2026-01-01')] }, 'day-twice', { on: '2026-01-01' }],
  ['a day that is none', { days: [off('2026-02-29')] }, 'not-a-day', { on: '2026-02-29' }],
  ['a day written otherwise', { days: [off('20260105')] }, 'not-a-day', { on: '20260105' }],
  ['a day with an hour', { days: [off('2026-01-05T07:00')] }, 'not-a-day', { on: '2026-01-05T07:00' }],
  ['a day in no year', { days: [off('2032-01-01')] }, 'day-outside-years', { on: '2032-01-01' }],
  ['a day without a name', { days: [off('2026-01-01', ' ')] }, 'name-missing', { on: '2026-01-01' }],
  [
    'a day off at the weekend',
    { days: [off('2026-03-07', 'Nghỉ')] },
    'already-off',
    { on: '2026-03-07', why: 'Nghỉ' },
  ],
  [
    'a make-up day that is a working day',
    { days: [work('2026-03-06')] },
    'already-working',
    { on: '2026-03-06', why: 'Làm bù' },
  ],
  [
    'a day off with openings',
    { days: [{ ...off('2026-03-06'), intervals: OFFICE_HOURS }] },
    'off-with-openings',
    { on: '2026-03-06' },
  ],
  ['a make-up day without openings', { days: [work('2026-03-07', [])] }, 'no-openings', { on: '2026-03-07' }],
])('%s is a fault', (_, changes, code, facts) => {
  expect(calendarFaults(aCalendar(changes))).toEqual([{ code, facts }])
})

test.each<[string, Opening[], string, Opening]>([
  ['closes before it opens', [opening(690, 420)], 'closes-before-opening', opening(690, 420)],
  ['closes as it opens', [opening(420, 420)], 'closes-before-opening', opening(420, 420)],
  ['begins before the day', [opening(-1, 420)], 'opening-outside-day', opening(-1, 420)],
  ['ends after the day', [opening(420, 1441)], 'opening-outside-day', opening(420, 1441)],
  ['is not in whole minutes', [opening(420.5, 690)], 'opening-outside-day', opening(420.5, 690)],
  ['overlaps', [opening(420, 690), opening(689, 1020)], 'openings-overlap', opening(689, 1020)],
  ['is out of order', [opening(810, 1020), opening(420, 690)], 'openings-overlap', opening(420, 690)],
])('an opening that %s is a fault, of office hours and of a day', (_, intervals, code, { opens, closes }) => {
  const usual = aCalendar({ hours: [hours('2018-01-01', [1, 2, 3, 4, 5], intervals)] })
  expect(calendarFaults(usual)).toEqual([{ code, facts: { on: '2018-01-01', opens, closes } }])
  const own = aCalendar({ days: [work('2026-03-07', intervals)] })
  expect(calendarFaults(own)).toEqual([{ code, facts: { on: '2026-03-07', opens, closes } }])
})

test.each<[string, Partial<CalendarData>]>([
  ['openings that touch', { days: [work('2026-03-07', [opening(420, 690), opening(690, 1020)])] }],
  ['an opening around the clock', { days: [work('2026-03-07', [opening(0, 1440)])] }],
  ['other hours on a working day', { days: [work('2026-03-06', [opening(420, 1200)])] }],
  [
    'a Saturday off where Saturdays are open',
    { hours: [hours('2018-01-01', [6]), hours('2026-04-01')], days: [off('2026-03-28')] },
  ],
  [
    'a Saturday worked after they have closed',
    { hours: [hours('2026-04-01'), hours('2018-01-01', [6])], days: [work('2026-04-04')] },
  ],
])('no fault: %s', (_, changes) => {
  expect(calendarFaults(aCalendar(changes))).toEqual([])
})

test('faults can be found in any data, and finding them never fails', () => {
  const text = fc.oneof(fc.string(), fc.constant('2026-13-01'), fc.constant('2026-03-06'))
  const intervals = fc.array(fc.record({ opens: fc.double(), closes: fc.double() }), { maxLength: 2 })
  const anyData = fc.record({
    name: fc.constant('reception' as const),
    hours: fc.array(
      fc.record({ from: text, weekdays: fc.array(fc.integer(), { maxLength: 3 }), intervals }),
      { maxLength: 2 },
    ),
    years: fc.array(
      fc.record({
        year: fc.integer({ min: 2000, max: 2030 }),
        status: fc.constant('announced' as const),
        source: text,
      }),
      { maxLength: 3 },
    ),
    days: fc.array(
      fc.record({ on: text, kind: fc.constantFrom('off' as const, 'work' as const), why: text, intervals }),
      {
        maxLength: 3,
      },
    ),
  })
  fc.assert(
    fc.property(anyData, (data) => {
      calendarFaults(data)
    }),
    { seed: 20261124, numRuns: 500 },
  )
})
