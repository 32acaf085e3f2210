import { toMoment } from '#domain/calendar/moment.ts'
import { ratingFormOn } from '#domain/opinions/opinion-rules.ts'
import { rateUntil } from '#domain/opinions/rating.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { holdDossier } from '#store/dossiers.ts'
import { keepTicket, ratingOf } from '#store/ratings.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newCode } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { ticketHash } from './rate-dossier.ts'

/** A code of the counter is worth nothing after so long. */
export const TICKET_MINUTES = 15
const TRIES = 5

/**
 * A code with which the person rates the dossier on the machine for citizens, where nobody of the centre is signed in.
 * Who hands it out sees neither the questions nor the answers, and is recorded.
 */
export async function handOverRating(desk: Desk, code: string): Promise<Outcome<string>> {
  const { centre, actor, now } = desk
  const held = await holdDossier(centre, code)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'hand-over-rating' })
  if (!held) return refuse('no-such-dossier')
  const { dossier, id } = held
  const allowed = may(actor, { kind: 'hand-over-rating', unit: dossier.placeOfReceipt }, today(desk))
  if (isRefusal(allowed)) return allowed
  const form = ratingFormOn((await bookOf(centre)).opinionRules, today(desk))
  if (!form) return refuse('no-rating-form')
  const kept = await ratingOf(centre, id)
  const given = kept ? { way: kept.way, at: kept.firstAt } : null
  const until = rateUntil(dossier, form, { given, way: 'counter', on: today(desk) })
  if (isRefusal(until)) return until
  const ends = toMoment(now.add({ minutes: TICKET_MINUTES }))
  for (let tried = 0; tried < TRIES; tried++) {
    const ticket = newCode()
    const laid = { hash: ticketHash(ticket), dossier: id, staff: actor.id, until: ends }
    if (await keepTicket(centre, laid, toMoment(now))) return ticket
  }
  throw new Error('no free code for the counter')
}
