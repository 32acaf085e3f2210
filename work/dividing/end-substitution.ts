import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import * as store from '#store/substitutions.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A substitution ends early: at once, not at the end of the day. */
export async function endSubstitution(desk: Desk, id: string): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const standing = await store.standingSubstitution(centre, id)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'enter-substitution' })
  if (!standing || standing.until <= today(desk)) return refuse('no-such-substitution', { id })
  const allowed = may(actor, { kind: 'enter-substitution', unit: standing.unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  const isEnded = await store.endSubstitution(centre, { id, by: actor.id, at: toMoment(now) })
  return isEnded || refuse('no-such-substitution', { id })
}
