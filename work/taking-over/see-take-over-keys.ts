import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { lookupKeysOf } from '#store/take-overs.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** A dossier that was taken over, with the new key its citizen follows it by and where to reach the citizen. */
export interface TakenOverKey {
  readonly code: string
  readonly lookupKey: string
  readonly name: string
  readonly phone: string | null
}

/** The look-up keys of dossiers that were taken over, to be told to their citizens; recorded as seen. */
export async function seeTakeOverKeys(
  { centre, actor, now }: Desk,
  codes: readonly string[],
): Promise<Outcome<readonly TakenOverKey[]>> {
  const allowed = may(actor, { kind: 'take-over' }, today({ centre, actor, now }))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'take-over' })
  const access = { id: newId(), at: toMoment(now), staff: actor.id, what: 'take-over-keys', code: null }
  await recordAccess(centre, access)
  const dossiers = await lookupKeysOf(centre, codes)
  return dossiers.map(({ code, lookupKey, applicant: { name, phone } }) => ({ code, lookupKey, name, phone }))
}
