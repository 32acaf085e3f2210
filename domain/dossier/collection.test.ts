import { expect, test } from 'vitest'
import { waiting } from './collection.ts'

const at = (moment: string) => Temporal.Instant.from(moment)
const readyAt = '2019-03-05T01:00:00.000Z'

test.each([
  ['on the same day', null, '2019-03-05T16:59:00Z', { days: 0, isOverdue: false }],
  ['after midnight in Vietnam', null, '2019-03-05T17:00:00Z', { days: 1, isOverdue: false }],
  ['a week after it came', null, '2019-03-12T01:00:00Z', { days: 7, isOverdue: false }],
  ['more than a week after it came', null, '2019-03-13T01:00:00Z', { days: 8, isOverdue: true }],
  [
    'come early, before the day it was called for',
    '2019-03-20T10:00:00.000Z',
    '2019-03-15T01:00:00Z',
    { days: 10, isOverdue: false },
  ],
  [
    'a week after the day it was called for',
    '2019-03-08T10:00:00.000Z',
    '2019-03-15T01:00:00Z',
    { days: 10, isOverdue: false },
  ],
  [
    'more than a week after that',
    '2019-03-08T10:00:00.000Z',
    '2019-03-16T01:00:00Z',
    { days: 11, isOverdue: true },
  ],
  [
    'come late, long after the day it was called for',
    '2019-02-01T10:00:00.000Z',
    '2019-03-06T01:00:00Z',
    { days: 1, isOverdue: false },
  ],
])('%s', (_, dueAtReceipt, now, expected) => {
  expect(waiting({ readyAt, dueAtReceipt }, at(now))).toEqual(expected)
})
