import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { letIn } from '#domain/people/representing.ts'
import type { PersonToLetIn } from '#shapes/representation.ts'
import { keepRepresentation, representationById } from '#store/representations.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { procedureMissing } from './procedures-known.ts'

/**
 * A citizen lets somebody act for him, or for an organisation he manages. The person is named by the identity number,
 * whether there is an account of it or not: who asks learns nothing, and no code is ever shared.
 */
export async function letPersonIn(desk: Desk, given: PersonToLetIn): Promise<Outcome<true>> {
  const { actor, centre, now } = desk
  const { id, under, name, number, right, procedures, lastOn } = given
  const action =
    under === null
      ? ({ kind: 'keep-account' } as const)
      : ({ kind: 'let-in', representation: under } as const)
  const allowed = may(actor, action, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'let-in' })
  const unknown = await procedureMissing(centre, procedures)
  if (unknown) return unknown
  const decided = letIn(actor, { under, agentNumber: number, right, procedures, lastOn }, today(desk))
  if (isRefusal(decided)) return decided
  await keepRepresentation(centre, {
    ...decided,
    id,
    agent: { citizen: null, number, name },
    givenBy: actor.id,
    at: toMoment(now),
    document: null,
    file: null,
  })
  const stands = await representationById(centre, id)
  return stands?.givenBy === actor.id ? true : refuse('command-id-reused', { id })
}
