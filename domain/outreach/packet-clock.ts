import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'

/** A moment as two clocks said it. */
export interface TwoClocks {
  readonly serverAt: Moment
  readonly deviceAt: Moment
}

export interface PacketTimes {
  /** By the clock of the device. */
  readonly claimedAt: Moment
  /** When the device last heard of the centre before it. */
  readonly lastContact: TwoClocks
  readonly arrival: TwoClocks
  /** The hours of the outing. */
  readonly opensAt: Moment
  readonly closesAt: Moment
  /** When the centre handed out what the device was provisioned with: by the centre's own clock. */
  readonly provisionedAt: Moment
  /** What counts for the packets of the device before and behind it, where they are here and nobody doubts them. */
  readonly previousAt: Moment | null
  readonly nextAt: Moment | null
}

/**
 * What the moment of a receipt rests on. `clock`: the device's clock went alike all the time, and is put right by the
 * centre's. `hours`: it was changed meanwhile, and a reading falls into the hours of the outing. `session`: none can be, so
 * that the end of the outing counts.
 */
export const CLOCK_BASES = ['clock', 'hours', 'session'] as const
export type ClockBasis = (typeof CLOCK_BASES)[number]

export interface ReceiptMoment {
  readonly at: Moment
  readonly basis: ClockBasis
}

/** Clocks of telephones stray by a second a day: what differs by more was changed. */
const STRAYS_MS = 2 * 60_000

/**
 * When what was taken without a network counts as received, although the clock of the device may be wrong by days. It is
 * never before the device last heard of the centre or before what it did before, and never behind its arrival or what it
 * did next: the device signs the order of its packets. Of two readings in the hours the earlier counts, for the citizen.
 */
export function receiptMoment(times: PacketTimes): ReceiptMoment {
  const { earliest, latest } = boundsOf(times)
  const claimed = ms(times.claimedAt)
  const then = claimed + offset(times.lastContact)
  const now = claimed + offset(times.arrival)
  const isPossible = (at: number) => earliest - STRAYS_MS <= at && at <= latest + STRAYS_MS
  const isInHours = (at: number) => ms(times.opensAt) <= at && at <= ms(times.closesAt)
  const within = (at: number) =>
    toMoment(Temporal.Instant.fromEpochMilliseconds(Math.min(Math.max(at, earliest), latest)))
  if (Math.abs(then - now) <= STRAYS_MS && isPossible(then)) return { at: within(then), basis: 'clock' }
  const readings = [then, now].filter((at) => isPossible(at) && isInHours(at))
  return readings.length > 0
    ? { at: within(Math.min(...readings)), basis: 'hours' }
    : { at: within(ms(times.closesAt)), basis: 'session' }
}

function boundsOf({ arrival, lastContact, provisionedAt, previousAt, nextAt }: PacketTimes) {
  const arrived = ms(arrival.serverAt)
  // A device that claims to have heard of the centre in the future has not.
  const heard = ms(lastContact.serverAt) > arrived ? ms(provisionedAt) : ms(lastContact.serverAt)
  const earliest = Math.max(heard, ms(provisionedAt), previousAt === null ? -Infinity : ms(previousAt))
  return { earliest, latest: nextAt === null ? arrived : Math.min(arrived, ms(nextAt)) }
}

const ms = (moment: Moment) => fromMoment(moment).epochMilliseconds
const offset = ({ serverAt, deviceAt }: TwoClocks) => ms(serverAt) - ms(deviceAt)
