import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from './dossier.ts'

/**
 * Whether what is done at once or within the day still goes without a receipt slip: a slip is given only for what is not
 * finished the same day (Decree 23/2015/NĐ-CP, art. 7; Decree 61/2018/NĐ-CP, art. 17). Received after the cut-off it is
 * due another day, and once that day or its due moment is over it needs one too. What is ready needs none any more.
 */
export function goesWithoutSlip(
  {
    limit,
    receivedAt,
    dueAtReceipt,
    stage,
  }: Pick<Dossier, 'limit' | 'receivedAt' | 'dueAtReceipt' | 'stage'>,
  now: Temporal.Instant,
): boolean {
  if (limit !== 'same-day' && limit !== 'immediate') return false
  if (stage === 'ready' || stage === 'returned') return true
  const day = dayOf(fromMoment(receivedAt))
  const due = dueAtReceipt === null ? null : fromMoment(dueAtReceipt)
  const isDueThatDay = due === null || dayOf(due).equals(day)
  const isOver = due !== null && Temporal.Instant.compare(now, due) > 0
  return isDueThatDay && !isOver && dayOf(now).equals(day)
}
