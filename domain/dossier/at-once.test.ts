import { expect, test } from 'vitest'
import { goesWithoutSlip, slipIsDue } from './at-once.ts'

const MORNING = {
  limit: 'same-day',
  stage: 'in-process',
  receivedAt: '2019-03-05T01:00:00.000Z',
  dueAtReceipt: '2019-03-05T10:00:00.000Z',
} as const
/** Received at a quarter past three: due the next day. */
const LATE = {
  ...MORNING,
  receivedAt: '2019-03-05T08:15:00.000Z',
  dueAtReceipt: '2019-03-06T10:00:00.000Z',
} as const

test.each([
  ['within the day', MORNING, '2019-03-05T03:00:00Z', true],
  ['to the minute', MORNING, '2019-03-05T10:00:00Z', true],
  ['it runs over', MORNING, '2019-03-05T10:00:01Z', false],
  ['the next morning', MORNING, '2019-03-06T01:00:00Z', false],
  ['after the cut-off', LATE, '2019-03-05T08:16:00Z', false],
  [
    'at once, without a due moment',
    { ...MORNING, limit: 'immediate', dueAtReceipt: null },
    '2019-03-05T03:00:00Z',
    true,
  ],
  ['by agreement within two days', { ...MORNING, limit: 'civil-days' }, '2019-03-05T03:00:00Z', false],
  ['without a limit', { ...MORNING, limit: 'not-set', dueAtReceipt: null }, '2019-03-05T03:00:00Z', false],
  ['ready and not fetched', { ...MORNING, stage: 'ready' }, '2019-03-07T03:00:00Z', true],
] as const)('%s', (_, dossier, now, expected) => {
  expect(goesWithoutSlip(dossier, Temporal.Instant.from(now))).toBe(expected)
})

test.each([
  ['within the day', MORNING, '2019-03-05T10:00:00Z', false],
  ['it runs over', MORNING, '2019-03-05T10:00:01Z', true],
  ['after the cut-off, from the first minute', LATE, '2019-03-05T08:16:00Z', true],
  ['waiting for the citizen', { ...MORNING, stage: 'awaiting-citizen' }, '2019-03-06T01:00:00Z', true],
  ['ready', { ...MORNING, stage: 'ready' }, '2019-03-06T01:00:00Z', false],
  ['stopped', { ...MORNING, stage: 'stopped' }, '2019-03-06T01:00:00Z', false],
  ['of three days', { ...MORNING, limit: 'civil-days' }, '2019-03-06T01:00:00Z', false],
  ['filed online', { ...MORNING, channel: 'online' }, '2019-03-06T01:00:00Z', false],
  [
    'taken over',
    { ...MORNING, takenOver: { file: 'a.csv', sha256: 'ab', line: 2, at: MORNING.receivedAt } },
    '2019-03-06T01:00:00Z',
    false,
  ],
] as const)('a slip is due after all: %s', (_, dossier, now, expected) => {
  expect(slipIsDue({ channel: 'counter', ...dossier }, Temporal.Instant.from(now))).toBe(expected)
})
