import { expect, test } from 'vitest'
import { nextCall, waiting } from './collection.ts'

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

const rule = { everyDays: 15, most: 3, ground: '' }
const lying = { readyAt, dueAtReceipt: '2019-03-08T10:00:00.000Z' }

test.each([
  ['never called for: when it has lain a week', 0, null, { before: 'counter', on: '2019-03-16' }],
  ['called once', 1, '2019-03-20T02:00:00.000Z', { before: 'counter', on: '2019-04-04' }],
  [
    'called late in the evening of Vietnam',
    1,
    '2019-03-20T17:30:00.000Z',
    { before: 'counter', on: '2019-04-05' },
  ],
  ['once less than the most', 2, '2019-04-04T02:00:00.000Z', { before: 'counter', on: '2019-04-19' }],
  ['as often as the centre does', 3, '2019-04-19T02:00:00.000Z', { before: 'director', on: '2019-05-04' }],
  ['and once more all the same', 4, '2019-04-20T02:00:00.000Z', { before: 'director', on: '2019-05-05' }],
])('the next call, %s', (_, count, lastAt, expected) => {
  expect(nextCall(lying, { count, lastAt }, rule)).toEqual(expected)
})

test('a result nobody has called for is due for its first call on the day it is pointed out, never before', () => {
  const { on } = nextCall(lying, { count: 0, lastAt: null }, rule)
  expect(waiting(lying, at(`${on}T00:00:00+07:00`)).isOverdue).toBe(true)
  expect(waiting(lying, at(`${on}T00:00:00+07:00`).subtract({ seconds: 1 })).isOverdue).toBe(false)
})
