/**
 * Moments and days as they stand in events, state and JSON. Rules calculate with Temporal; what they decide is
 * written down as text, so that an event is the same text in the database, in its trail and on the wire.
 */

/** An instant as ISO 8601 in UTC with exactly three decimals, so that text order is order in time. */
export type Moment = string

/** A calendar day in Asia/Ho_Chi_Minh, `yyyy-mm-dd`. */
export type Day = string

/** Vietnam keeps one zone without daylight saving since 1975. */
export const ZONE = 'Asia/Ho_Chi_Minh'
const OFFSET_MS = 7 * 3_600_000
const MINUTE_MS = 60_000

/** Minutes in a day: every day in Vietnam has as many. */
export const DAY_MINUTES = 1440

export function toMoment(instant: Temporal.Instant): Moment {
  return instant.toString({ fractionalSecondDigits: 3, roundingMode: 'trunc' })
}

export function fromMoment(moment: Moment): Temporal.Instant {
  return Temporal.Instant.from(moment)
}

/** Whole minutes since 1 January 1970 began in Vietnam; seconds are cut. Time is counted in these. */
export function localMinute(instant: Temporal.Instant): number {
  return Math.floor((instant.epochMilliseconds + OFFSET_MS) / MINUTE_MS)
}

/** The instant at which a `localMinute` begins. */
export function fromLocalMinute(minute: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS - OFFSET_MS)
}

/** The day of a local minute, as days since 1 January 1970. */
export function dayAt(localMinute: number): number {
  return Math.floor(localMinute / DAY_MINUTES)
}

/** The minute of the day of a local minute, 0 to 1439. */
export function timeAt(localMinute: number): number {
  return localMinute - dayAt(localMinute) * DAY_MINUTES
}

const EPOCH = Temporal.PlainDate.from('1970-01-01')
/** Asked a thousand times for the same day, nearly always. */
let latest = { day: 0, date: EPOCH }

/** The calendar day in Vietnam on which an instant falls. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  const day = dayAt(localMinute(instant))
  if (day !== latest.day) latest = { day, date: EPOCH.add({ days: day }) }
  return latest.date
}

/** The minute of the day in Vietnam, 0 to 1439; seconds are cut. */
export function minuteOfDay(instant: Temporal.Instant): number {
  return timeAt(localMinute(instant))
}

/** The instant at a minute of a day in Vietnam; 1440 is the following midnight. */
export function instantAt(day: Temporal.PlainDate, minute: number): Temporal.Instant {
  const midnight = day.toZonedDateTime('UTC').epochMilliseconds
  return Temporal.Instant.fromEpochMilliseconds(midnight - OFFSET_MS + minute * MINUTE_MS)
}
