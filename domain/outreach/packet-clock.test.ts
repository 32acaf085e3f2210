import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { type PacketTimes, receiptMoment } from './packet-clock.ts'

/** A Saturday from 07:30 to 11:30 in Vietnam, provisioned on Friday at 16:00, back on Monday at 08:00. */
const SATURDAY = {
  claimedAt: '2019-03-09T02:00:00.000Z',
  lastContact: { serverAt: '2019-03-08T09:00:00.000Z', deviceAt: '2019-03-08T09:00:00.000Z' },
  arrival: { serverAt: '2019-03-11T01:00:00.000Z', deviceAt: '2019-03-11T01:00:00.000Z' },
  opensAt: '2019-03-09T00:30:00.000Z',
  closesAt: '2019-03-09T04:30:00.000Z',
  provisionedAt: '2019-03-08T09:00:00.000Z',
  previousAt: null,
  nextAt: null,
} satisfies PacketTimes

describe('the moment of a receipt without a network', () => {
  const twoYearsOn = { serverAt: '2019-03-08T09:00:00.000Z', deviceAt: '2021-03-08T09:00:00.000Z' }
  const stillOn = { serverAt: '2019-03-11T01:00:00.000Z', deviceAt: '2021-03-11T01:01:00.000Z' }
  test.each<[string, Partial<PacketTimes>, string, string]>([
    ['a clock that is right', {}, '2019-03-09T02:00:00.000Z', 'clock'],
    [
      'a clock that is right, on the way home',
      { claimedAt: '2019-03-09T10:00:00.000Z' },
      '2019-03-09T10:00:00.000Z',
      'clock',
    ],
    [
      'wrong by two years all the time',
      { claimedAt: '2021-03-09T02:00:00.000Z', lastContact: twoYearsOn, arrival: stillOn },
      '2019-03-09T02:00:00.000Z',
      'clock',
    ],
    [
      'wrong at first, put right on Sunday',
      { claimedAt: '2021-03-09T02:00:00.000Z', lastContact: twoYearsOn },
      '2019-03-09T02:00:00.000Z',
      'hours',
    ],
    [
      'right at first, set wrong on Friday night',
      { claimedAt: '2021-03-09T02:00:00.000Z', arrival: stillOn },
      '2019-03-09T01:59:00.000Z',
      'hours',
    ],
    [
      'wrong out there alone',
      { claimedAt: '2021-03-09T02:00:00.000Z' },
      '2019-03-09T04:30:00.000Z',
      'session',
    ],
    [
      'set back to 1970 out there',
      { claimedAt: '1970-01-01T00:00:10.000Z' },
      '2019-03-09T04:30:00.000Z',
      'session',
    ],
    [
      'both readings in the hours: the earlier',
      { arrival: { serverAt: '2019-03-11T01:00:00.000Z', deviceAt: '2019-03-11T01:30:00.000Z' } },
      '2019-03-09T01:30:00.000Z',
      'hours',
    ],
    [
      'after what the device did before',
      { previousAt: '2019-03-09T03:00:00.000Z' },
      '2019-03-09T04:30:00.000Z',
      'session',
    ],
    [
      'before what it did next',
      { claimedAt: '2021-03-09T02:00:00.000Z', nextAt: '2019-03-09T01:00:00.000Z' },
      '2019-03-09T01:00:00.000Z',
      'session',
    ],
    [
      'readings that are possible, but at night',
      {
        claimedAt: '2019-03-09T20:00:00.000Z',
        arrival: { serverAt: '2019-03-11T01:00:00.000Z', deviceAt: '2019-03-11T01:30:00.000Z' },
      },
      '2019-03-09T04:30:00.000Z',
      'session',
    ],
    [
      'a reading in the hours, but before what the device did before',
      {
        claimedAt: '2021-03-09T02:00:00.000Z',
        lastContact: twoYearsOn,
        previousAt: '2019-03-09T03:00:00.000Z',
      },
      '2019-03-09T04:30:00.000Z',
      'session',
    ],
    [
      'a second before what the device did before',
      { previousAt: '2019-03-09T02:00:01.000Z' },
      '2019-03-09T02:00:01.000Z',
      'clock',
    ],
    [
      'arrived while the session is held',
      {
        claimedAt: '2021-03-09T02:00:00.000Z',
        arrival: { serverAt: '2019-03-09T03:00:00.000Z', deviceAt: '2019-03-09T03:00:00.000Z' },
      },
      '2019-03-09T03:00:00.000Z',
      'session',
    ],
    [
      'heard of the centre in the future',
      { lastContact: { serverAt: '2030-01-01T00:00:00.000Z', deviceAt: '2030-01-01T00:00:00.000Z' } },
      '2019-03-09T02:00:00.000Z',
      'clock',
    ],
  ])('%s', (_, over, at, basis) => {
    expect(receiptMoment({ ...SATURDAY, ...over })).toEqual({ at, basis })
  })

  const moment = fc
    .integer({ min: Date.UTC(2015, 0), max: Date.UTC(2024, 0) })
    .map((ms) => toMoment(Temporal.Instant.fromEpochMilliseconds(ms)))
  test('lies behind the last contact and what was done before, and not behind the arrival, whatever clocks say', () => {
    fc.assert(
      fc.property(moment, moment, moment, fc.option(moment), (claimedAt, then, now, previous) => {
        const arrived = SATURDAY.arrival.serverAt
        const previousAt = previous !== null && previous <= arrived ? previous : null
        const { at } = receiptMoment({
          ...SATURDAY,
          claimedAt,
          lastContact: { ...SATURDAY.lastContact, deviceAt: then },
          arrival: { serverAt: arrived, deviceAt: now },
          previousAt,
        })
        expect(at >= SATURDAY.lastContact.serverAt && at <= arrived).toBe(true)
        if (previousAt !== null) expect(at >= previousAt).toBe(true)
      }),
    )
  })

  test('of a clock that is wrong by the same all the time is the true one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.integer({ min: 0, max: 14_400 }),
        (wrong, second) => {
          const off = (at: string) => toMoment(fromMoment(at).add({ milliseconds: wrong }))
          const truth = toMoment(fromMoment(SATURDAY.opensAt).add({ seconds: second }))
          const { lastContact, arrival } = SATURDAY
          expect(
            receiptMoment({
              ...SATURDAY,
              claimedAt: off(truth),
              lastContact: { ...lastContact, deviceAt: off(lastContact.deviceAt) },
              arrival: { ...arrival, deviceAt: off(arrival.deviceAt) },
            }),
          ).toEqual({ at: truth, basis: 'clock' })
        },
      ),
    )
  })
})
