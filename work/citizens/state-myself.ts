import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { MyselfToState } from '#shapes/citizen.ts'
import { stateCitizen } from '#store/citizens.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Nobody living is older. */
const EARLIEST = '1900-01-01'

/** A citizen says who he is; what the national identity has vouched for stays as it is. */
export async function stateMyself(desk: Desk, said: MyselfToState): Promise<Outcome<true>> {
  const { actor, centre } = desk
  const allowed = may(actor, { kind: 'keep-account' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'keep-account' })
  if (said.bornOn > today(desk) || said.bornOn < EARLIEST) return refuse('birth-not-possible')
  await stateCitizen(centre, actor.id, said)
  return true
}
