import { expect, test } from 'vitest'
import { heatBounds, heatOf } from './heat.ts'

/** Tuesday 5 March 2019, 08:00:30 in Vietnam. */
const bounds = heatBounds(Temporal.Instant.from('2019-03-05T01:00:30Z'))

test.each([
  ['a minute ago', '2019-03-05T00:59:00.000Z', 'overdue'],
  ['this very minute', '2019-03-05T01:00:00.000Z', 'today'],
  ['tonight', '2019-03-05T16:59:59.999Z', 'today'],
  ['at midnight', '2019-03-05T17:00:00.000Z', 'week'],
  ['on Sunday night', '2019-03-10T16:59:59.999Z', 'week'],
  ['on Monday', '2019-03-10T17:00:00.000Z', 'later'],
  ['never', null, 'later'],
])('due %s', (_, due, heat) => {
  expect(heatOf(due, bounds)).toBe(heat)
})

test('on a Sunday the week ends with the day', () => {
  const sunday = heatBounds(Temporal.Instant.from('2019-03-10T01:00:00Z'))
  expect(sunday.nextWeek).toBe(sunday.tomorrow)
})
