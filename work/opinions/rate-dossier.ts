import { dayOf, fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { belongingOf } from '#domain/dossier/belonging.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { type RatingForm, ratingFormOn } from '#domain/opinions/opinion-rules.ts'
import { ratingFrom, type RatingWay, rateUntil } from '#domain/opinions/rating.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { RatingToGive } from '#shapes/rating.ts'
import { holdDossier } from '#store/dossiers.ts'
import { dossierOfTicket, keepRating, type KeptRating, ratedBy, ratingOf } from '#store/ratings.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { dossierByKey } from '../reading/dossier-by-key.ts'

/** By what somebody may say what he thinks of a dossier. */
export type Rater =
  | { readonly way: 'key'; readonly code: string; readonly key: string }
  | { readonly way: 'account'; readonly code: string }
  /** The six digits an officer gave out. */
  | { readonly way: 'counter'; readonly ticket: string }

/** What is asked of a dossier, and what was answered before. Says nothing of anybody. */
export interface SeenRating {
  /** Null at the counter: who stands before the machine knows what he came for. */
  readonly code: string | null
  readonly procedureName: string
  readonly form: RatingForm
  /** The last day for it; a refusal where it is too early, too late, or nothing is asked. */
  readonly until: Outcome<string>
  /** What the person answered; never shown at the counter. */
  readonly given:
    | (Pick<KeptRating, 'answers' | 'reason'> & { readonly way: RatingWay; readonly at: Moment })
    | null
}

interface Rated {
  readonly id: string
  readonly dossier: Dossier
  readonly form: RatingForm
  readonly given: KeptRating | undefined
  readonly until: Outcome<string>
  readonly book: CentreBook
}

/** The rating of a dossier, for who may give it. */
export async function seeRating(desk: Desk, rater: Rater): Promise<Outcome<SeenRating>> {
  const rated = await ratedFor(desk, rater)
  if (isRefusal(rated)) return rated
  const { dossier, form, given, until, book } = rated
  const isCounter = rater.way === 'counter'
  return {
    code: isCounter ? null : dossier.code,
    procedureName: lawFor(dossier, book).procedure.name,
    form,
    until,
    given:
      given && !isCounter
        ? { answers: given.answers, reason: given.reason, way: given.way, at: given.at }
        : null,
  }
}

/** Says what somebody thinks of a dossier, for the first time or anew; the same command again has one effect. */
export async function rateDossier(
  desk: Desk,
  rater: Rater,
  { id, levels, reason }: RatingToGive,
): Promise<Outcome<true>> {
  const { centre, now } = desk
  const before = await ratedBy(centre, id)
  if (before !== undefined) return true
  const rated = await ratedFor(desk, rater)
  if (isRefusal(rated)) return rated
  const { until, form, given, dossier } = rated
  if (isRefusal(until)) return until
  const rating = ratingFrom(form, levels, reason)
  if (isRefusal(rating)) return rating
  const at = toMoment(now)
  const kept = await keepRating(centre, {
    ...rating,
    id,
    dossier: rated.id,
    version: (given?.version ?? 0) + 1,
    firstAt: given?.firstAt ?? at,
    at,
    way: rater.way,
    unit: dossier.unit,
    ticket: rater.way === 'counter' ? ticketHash(rater.ticket) : null,
  })
  if (kept) return true
  // The same click twice: the other one was written.
  return (await ratedBy(centre, id)) === undefined ? refuse('rated-meanwhile') : true
}

/** The dossier somebody may rate, with the questions of the day it was first rated on, or of today. */
async function ratedFor(desk: Desk, rater: Rater): Promise<Outcome<Rated>> {
  const { centre } = desk
  const held = await heldFor(desk, rater)
  if (isRefusal(held)) return held
  const { dossier, id } = held
  const [book, given] = await Promise.all([bookOf(centre), ratingOf(centre, id)])
  const on = today(desk)
  const asked = given ? dayOf(fromMoment(given.firstAt)).toString() : on
  const form = ratingFormOn(book.opinionRules, asked)
  if (!form) return refuse('no-rating-form')
  const until = rateUntil(dossier, form, {
    given: given ? { way: given.way, at: given.firstAt } : null,
    way: rater.way,
    on,
  })
  return { id, dossier, form, given, until, book }
}

async function heldFor(desk: Desk, rater: Rater) {
  const { centre, actor, now } = desk
  const said = may(actor, { kind: 'say-opinion' }, today(desk))
  if (isRefusal(said)) return said
  switch (rater.way) {
    case 'key':
      return dossierByKey(desk, rater)
    case 'account': {
      const code = readDossierCode(rater.code)
      const held = isRefusal(code) ? undefined : await holdDossier(centre, code)
      if (!held) return refuse('no-such-dossier')
      const own = may(actor, { kind: 'act-on-own', of: belongingOf(held.dossier) }, today(desk))
      return isRefusal(own) ? refuse('no-such-dossier') : held
    }
    case 'counter': {
      const code = await dossierOfTicket(centre, ticketHash(rater.ticket), toMoment(now))
      const held = code === undefined ? undefined : await holdDossier(centre, code)
      return held ?? refuse('ticket-over')
    }
  }
}

/** What is kept of a code of the counter. */
export function ticketHash(code: string): string {
  return seal(`rating ${code.replace(/\s/g, '')}`)
}
