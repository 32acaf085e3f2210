import { isId } from '#shapes/id.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import type { TurnedAway } from '#domain/dossier/turning-away.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { turnedAway } from '#store/turned-away.ts'
import { bookOf } from '../centre-book.ts'
import { newId } from '../chance.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export interface SeenTurnedAway {
  readonly slip: TurnedAway
  readonly procedureName: string
  readonly placeName: string
}

/** A slip of the counter as it was given out, for those who give it out; the access is recorded. */
export async function seeTurnedAway(desk: Desk, id: string): Promise<Outcome<SeenTurnedAway>> {
  const { actor, centre, now } = desk
  const slip = isId(id) ? await turnedAway(centre, id) : undefined
  const unit = slip?.placeOfReceipt ?? ''
  const allowed = may(actor, { kind: 'receive-dossier', unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  if (!slip) return refuse('no-such-slip')
  const access = { at: toMoment(now), staff: actor.id, what: 'see-turned-away', code: null }
  await recordAccess(centre, { id: newId(), ...access })
  const book = await bookOf(centre)
  return {
    slip,
    procedureName: book.procedures.get(slip.procedure)?.at(-1)?.name ?? slip.procedure,
    placeName: book.units.get(unit)?.name ?? unit,
  }
}
