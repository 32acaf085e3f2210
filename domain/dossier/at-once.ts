import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from './dossier.ts'

type Slipless = Pick<Dossier, 'limit' | 'receivedAt' | 'dueAtReceipt' | 'stage'>

/**
 * Whether what is done at once or within the day still goes without a receipt slip: a slip is given only for what is not
 * finished the same day (Decree 23/2015/NĐ-CP, art. 7; Decree 61/2018/NĐ-CP, art. 17). Received after the cut-off it is
 * due another day, and once that day or its due moment is over it needs one too. What is ready needs none any more.
 */
export function goesWithoutSlip(
  { limit, receivedAt, dueAtReceipt, stage }: Slipless,
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

/**
 * Whether what was to be done within its day has run over and is under way still, so that a slip is due after all
 * (Mẫu 01). What was filed online had its receipt there, what was taken over has the slip of before.
 */
export function slipIsDue(
  dossier: Slipless & Pick<Dossier, 'channel' | 'takenOver'>,
  now: Temporal.Instant,
): boolean {
  const { limit, stage, channel, takenOver } = dossier
  if (limit !== 'same-day' && limit !== 'immediate') return false
  if (stage !== 'in-process' && stage !== 'awaiting-citizen') return false
  return channel !== 'online' && takenOver === undefined && !goesWithoutSlip(dossier, now)
}
