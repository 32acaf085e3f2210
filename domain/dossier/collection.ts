import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'

/**
 * Days after which a result that nobody has fetched is pointed out, counted from the day the citizen was told to come
 * or, where the result came later, from that day. The house's own measure; no law sets one.
 */
export const UNCOLLECTED_DAYS = 7

export interface Waiting {
  /** Whole days since the result lies there. */
  readonly days: number
  readonly isOverdue: boolean
}

/** How long a ready result has been waiting to be fetched. */
export function waiting(
  { readyAt, dueAtReceipt }: { readonly readyAt: Moment; readonly dueAtReceipt: Moment | null },
  now: Temporal.Instant,
): Waiting {
  const today = dayOf(now)
  const since = (moment: Moment) => dayOf(fromMoment(moment)).until(today).days
  const days = since(readyAt)
  const daysAfterCall = dueAtReceipt === null ? days : Math.min(days, since(dueAtReceipt))
  return { days, isOverdue: daysAfterCall > UNCOLLECTED_DAYS }
}
