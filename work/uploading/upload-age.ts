import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { UPLOAD_QUOTA } from '#domain/digitising/upload-quota.ts'

/** Uploads nobody has gone on with since then are thrown away, and count for nothing before they are. */
export function unfinishedSince(now: Temporal.Instant): Moment {
  return toMoment(now.subtract({ hours: UPLOAD_QUOTA.hours }))
}

/** When an upload that has stood since then is thrown away. */
export function expiryOf(movedAt: Moment): Moment {
  return toMoment(fromMoment(movedAt).add({ hours: UPLOAD_QUOTA.hours }))
}
