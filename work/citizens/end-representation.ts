import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { documentOf, endRepresentation, representationById } from '#store/representations.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Ends a representation from this moment: the agent, who gave it, or the principal does so, without giving a reason. */
export async function endActingFor(desk: Desk, id: string): Promise<Outcome<true>> {
  const { actor, centre, now } = desk
  const kept = await concerning(desk, id)
  if (isRefusal(kept)) return kept
  if (actor.kind !== 'citizen') return refuse('no-such-representation')
  await endRepresentation(centre, id, { by: actor.id, at: toMoment(now) })
  return true
}

/** The document that was handed in with it, for whom it concerns. */
export async function seeAuthority(desk: Desk, id: string) {
  const kept = await concerning(desk, id)
  if (isRefusal(kept)) return kept
  return (await documentOf(desk.centre, id)) ?? refuse('no-such-representation')
}

/** One that concerns who asks; of others it is not said that they exist. */
async function concerning(desk: Desk, id: string) {
  const kept = await representationById(desk.centre, id)
  if (!kept) return refuse('no-such-representation')
  const allowed = may(desk.actor, { kind: 'end-representation', of: kept }, today(desk))
  return isRefusal(allowed) ? refuse('no-such-representation') : kept
}
