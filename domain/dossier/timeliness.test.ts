import { expect, test } from 'vitest'
import type { LimitKind } from '#domain/procedure/limit.ts'
import { timeliness } from './timeliness.ts'

const at = (local: string) => Temporal.Instant.from(`${local}+07:00`)
const BY_DATE: LimitKind[] = ['civil-days', 'calendar-days']
const BY_MINUTE: LimitKind[] = ['working-hours', 'same-day', 'immediate']

const due = '2026-03-05T17:00'

test.each([
  ['2026-03-04T23:59:59', 'early', 'early', 'the day before, to the last second in Vietnam'],
  ['2026-03-05T00:00:00', 'on-time', 'early', 'the due date begins'],
  ['2026-03-05T06:59:59', 'on-time', 'early', 'still the day before in UTC'],
  ['2026-03-05T16:59:59', 'on-time', 'early', 'the minute before'],
  ['2026-03-05T17:00:00', 'on-time', 'on-time', 'the due minute'],
  ['2026-03-05T17:00:59', 'on-time', 'on-time', 'seconds do not count'],
  ['2026-03-05T17:01:00', 'late', 'late', 'a minute after'],
  ['2026-03-06T07:00:00', 'late', 'late', 'a day after'],
  ['2027-01-01T07:00:00', 'late', 'late', 'a year after'],
])('ready %s is %s by date and %s by minute: %s', (ready, byDate, byMinute) => {
  for (const kind of BY_DATE) expect(timeliness(kind, at(due), at(ready))).toBe(byDate)
  for (const kind of BY_MINUTE) expect(timeliness(kind, at(due), at(ready))).toBe(byMinute)
})

test('without a due moment nothing is early or late', () => {
  expect(timeliness('not-set', null, at(due))).toBe('no-limit')
})

test('a due moment with seconds is due to the end of its minute', () => {
  expect(timeliness('working-hours', at('2026-03-05T17:00:10'), at('2026-03-05T17:00:50'))).toBe('on-time')
  expect(timeliness('working-hours', at('2026-03-05T17:00:50'), at('2026-03-05T17:00:10'))).toBe('on-time')
})
