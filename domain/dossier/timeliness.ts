import { dayOf } from '#domain/calendar/moment.ts'
import type { LimitKind } from '#domain/procedure/limit.ts'

/** `no-limit`: the procedure sets no time, so it is never late and never counted as early. */
export type Timeliness = 'early' | 'on-time' | 'late' | 'no-limit'

/** Limits in days are judged early by the date, the others by the minute (`design` 5). */
const JUDGED_BY_DATE: readonly LimitKind[] = ['civil-days', 'calendar-days']

/**
 * Early, on time or late, judged by the lawful due moment when the result was ready. Late is the same for every
 * limit: ready in a minute after the due minute. Seconds do not count.
 */
export function timeliness(
  limit: LimitKind,
  lawfulDue: Temporal.Instant | null,
  readyAt: Temporal.Instant,
): Timeliness {
  if (lawfulDue === null) return 'no-limit'
  const minute = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 60_000)
  if (minute(readyAt) > minute(lawfulDue)) return 'late'
  const isEarly = JUDGED_BY_DATE.includes(limit)
    ? Temporal.PlainDate.compare(dayOf(readyAt), dayOf(lawfulDue)) < 0
    : minute(readyAt) < minute(lawfulDue)
  return isEarly ? 'early' : 'on-time'
}
