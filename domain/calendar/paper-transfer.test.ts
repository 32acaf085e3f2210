import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { calendar2019 } from '../dossier/a-dossier.ts'
import { localMinute } from './moment.ts'
import { bringBy, broughtIfBefore, lastOpening, type PaperTransfer } from './paper-transfer.ts'
import { workingCalendar } from './working-time.ts'

const counting = workingCalendar({
  ...calendar2019,
  days: [
    ...calendar2019.days,
    // A Saturday morning worked for a day off.
    { on: '2019-03-09', kind: 'work', why: 'làm bù', intervals: [{ opens: 420, closes: 690 }] },
  ],
})
const rule: PaperTransfer = { cutOffMinute: 15 * 60, startMinutes: 60, ground: 'NĐ 61/2018/NĐ-CP, Điều 18' }
const inVietnam = (moment: string) => Temporal.Instant.from(`${moment}+07:00`)

function allowed<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

test.each([
  ['2019-03-05T08:00', '2019-03-05T17:00', 'the same day'],
  ['2019-03-05T15:00', '2019-03-05T17:00', 'at 15:00 itself still the same day'],
  ['2019-03-05T15:01', '2019-03-06T08:00', 'after 15:00 at the start of the next day'],
  ['2019-03-05T12:00', '2019-03-05T17:00', 'in the lunch break the same day'],
  ['2019-03-05T06:00', '2019-03-05T17:00', 'before opening that day'],
  ['2019-03-05T18:30', '2019-03-06T08:00', 'after closing the next day'],
  ['2019-03-08T15:30', '2019-03-09T08:00', 'onto the Saturday that is worked'],
  ['2019-03-09T11:00', '2019-03-09T11:30', 'until it closes at noon'],
  ['2019-03-09T11:30', '2019-03-11T08:00', 'which is over when it closes'],
  ['2019-03-10T10:00', '2019-03-11T08:00', 'from a Sunday on Monday'],
  ['2018-12-31T16:00', 'outside', 'where no calendar is there is no moment'],
])('papers to go since %s are there by %s: %s', (since, expected) => {
  const due = bringBy(counting, rule, inVietnam(since))
  if (isRefusal(due)) expect(expected).toBe('outside')
  else expect(due.toString()).toBe(inVietnam(expected).toString())
})

test('without a cut-off they go the same day until it closes', () => {
  const always = { ...rule, cutOffMinute: null }
  expect(allowed(bringBy(counting, always, inVietnam('2019-03-05T16:59'))).toString()).toBe(
    inVietnam('2019-03-05T17:00').toString(),
  )
})

const anyMoment = fc
  .integer({ min: 0, max: 14 * 1440 - 1 })
  .map((minutes) => inVietnam('2019-03-01T00:00').add({ minutes }))
const anyRule = fc.constantFrom(
  rule,
  { ...rule, cutOffMinute: null },
  { ...rule, cutOffMinute: 11 * 60, startMinutes: 0 },
)

test('what a list calls late is what is late', () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, anyRule, (since, now, by) => {
      const isLate = localMinute(now) > localMinute(allowed(bringBy(counting, by, since)))
      const before = allowed(broughtIfBefore(counting, by, now))
      expect(Temporal.Instant.compare(since, before) < 0).toBe(isLate)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['2019-03-05T09:00', '2019-03-05T07:00'],
  ['2019-03-05T07:00', '2019-03-05T07:00'],
  ['2019-03-05T06:59', '2019-03-04T07:00'],
  ['2019-03-10T09:00', '2019-03-09T07:00'],
])('at %s the last opening was %s', (now, expected) => {
  expect(allowed(lastOpening(counting, inVietnam(now))).toString()).toBe(inVietnam(expected).toString())
})

test.each([
  ['2019-03-05T17:00', '2019-03-05T00:00'],
  ['2019-03-05T17:01', '2019-03-05T15:01'],
  ['2019-03-05T08:00', '2019-03-04T15:01'],
  ['2019-03-05T08:01', '2019-03-05T00:00'],
])('at %s what is to go since before %s is late', (now, expected) => {
  expect(allowed(broughtIfBefore(counting, rule, inVietnam(now))).toString()).toBe(
    inVietnam(expected).toString(),
  )
})
