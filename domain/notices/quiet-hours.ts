import {
  type Day,
  DAY_MINUTES,
  dayOf,
  fromLocalMinute,
  localMinute,
  timeAt,
} from '#domain/calendar/moment.ts'
import type { NoticeFacts } from './notice.ts'

/** The hours in which nobody is disturbed, by minutes of the day; over midnight where they end before they begin. */
export interface QuietHours {
  readonly begins: number
  readonly ends: number
}

/** The quiet hours of a centre from a day on. */
export interface QuietTime extends QuietHours {
  readonly from: Day
  readonly ground: string
}

/** Where a centre has entered none of its own. The house's; no law sets any. */
export const HOUSE_QUIET: QuietHours = { begins: 21 * 60, ends: 7 * 60 }

/** The quiet hours of a centre on a day. */
export function quietOn(times: readonly QuietTime[], on: Day): QuietHours {
  return times.findLast(({ from }) => from <= on) ?? HOUSE_QUIET
}

/** When the quiet hours that an instant falls into are over; null outside of them, and where there are none. */
export function quietUntil(at: Temporal.Instant, quiet: QuietHours | null): Temporal.Instant | null {
  if (quiet === null) return null
  const time = timeAt(localMinute(at))
  // How far into them, and how long they are, both around the clock.
  const into = around(time - quiet.begins)
  const length = around(quiet.ends - quiet.begins)
  return into < length ? fromLocalMinute(localMinute(at) - into + length) : null
}

const around = (minutes: number) => (minutes + DAY_MINUTES) % DAY_MINUTES

/** What cannot wait until the quiet hours are over: its last day is the one on which they end, or before. */
function isUrgent({ lastDay }: NoticeFacts, until: Temporal.Instant): boolean {
  return lastDay !== undefined && lastDay <= dayOf(until).toString()
}

/** When a notice may go at the earliest: at once, or when the quiet hours are over. */
export function mayGoAt(
  at: Temporal.Instant,
  facts: NoticeFacts,
  quiet: QuietHours | null,
): Temporal.Instant {
  const until = quietUntil(at, quiet)
  return until === null || isUrgent(facts, until) ? at : until
}
