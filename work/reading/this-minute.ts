import { type Moment, toMoment } from '#domain/calendar/moment.ts'

/** A due minute is late only when it is over (`timeliness.ts`). */
export function thisMinute(now: Temporal.Instant): Moment {
  return toMoment(Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / 60_000) * 60_000))
}
