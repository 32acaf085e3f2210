/**
 * Days after which the pieces of a packet that never came whole are thrown away: ours, no rule gives any. Long after the two
 * days a device works alone; one that does come back asks what is here, and sends all of it anew from what it keeps.
 */
const KEPT_DAYS = 30

/** Since when somebody must have sent a piece of a packet for its pieces to stay. */
export function piecesKeptSince(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: KEPT_DAYS * 24 })
}
