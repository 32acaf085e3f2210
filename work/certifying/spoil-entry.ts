import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { EntryToSpoil } from '#shapes/certifications.ts'
import { certification } from '#store/certifications.ts'
import { voidNumber } from '#store/number-books.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** An entry that was spoiled keeps its number, which is never given again, with the reason; said once. */
export async function spoilEntry(desk: Desk, { id, reason }: EntryToSpoil): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const entry = await certification(centre, id)
  if (!entry || actor.kind !== 'staff') return refuse('no-such-certification')
  const allowed = may(actor, { kind: 'spoil-certification', unit: entry.unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  const isSpoiled = await voidNumber(centre, { id, at: toMoment(now), staff: actor.id, reason })
  return isSpoiled || refuse('certification-spoiled', { number: `${entry.number}/${entry.year}` })
}
