import { toMoment } from '#domain/calendar/moment.ts'
import { canonical } from '#domain/dossier/trail.ts'
import { mayTurnAway, type TurnedAway } from '#domain/dossier/turning-away.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { ApplicantToTurnAway } from '#shapes/dossier-commands.ts'
import { addTurnedAway, askedBefore } from '#store/turned-away.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Half a year: a person who comes back later comes with something else. The house's own measure. */
const AGAIN_HOURS = 24 * 182

/** Nothing is received and no clock starts: the applicant gets in writing what is missing, or why not here. */
export async function turnAway(desk: Desk, given: ApplicantToTurnAway): Promise<Outcome<TurnedAway>> {
  const { centre, actor, now } = desk
  const { placeOfReceipt, procedure } = given
  const allowed = may(actor, { kind: 'receive-dossier', unit: placeOfReceipt }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const book = await bookOf(centre)
  if (!book.procedures.has(procedure)) return refuse('no-such-procedure', { procedure })
  if (!book.units.has(placeOfReceipt)) return refuse('no-such-unit', { unit: placeOfReceipt })
  const by = { staff: actor.id, unit: placeOfReceipt, post: 'clerk' } as const
  const slip: TurnedAway = { ...given, at: toMoment(now), by }
  const since = toMoment(now.subtract({ hours: AGAIN_HOURS }))
  const permitted = mayTurnAway(slip, await askedBefore(centre, slip, since))
  if (isRefusal(permitted)) return permitted
  const stands = await addTurnedAway(centre, slip)
  const isSame = stands.by.staff === actor.id && contentOf(stands) === contentOf(slip)
  return isSame ? stands : refuse('command-id-reused', { id: given.id })
}

/** What makes two slips of one id the same: everything but the moment and the post. */
function contentOf(slip: TurnedAway): string {
  return canonical({ ...slip, at: null, by: null })
}
