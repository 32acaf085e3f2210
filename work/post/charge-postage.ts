import { toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { type FeeLine, unpaidPostage } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { postageFor } from '#domain/post/postage.ts'
import { type PostRule, postRuleOn } from '#domain/post/post-rule.ts'
import { type Seat, seatOn, zoneOf } from '#domain/post/zone.ts'
import type { Address } from '#domain/procedure/address.ts'
import type { PostageToCharge } from '#shapes/post.ts'
import { holdDossier } from '#store/dossiers.ts'
import { parcelsOf } from '#store/parcels.ts'
import { centreLawOf } from '../centre-book.ts'
import { type Changed, changeDossier, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { addressOf } from './address-of.ts'
import { atThePost } from './change-parcel.ts'

/**
 * Puts postage of the result down, to be paid at the till or online with whatever else is owed before the result is given to the
 * post; or drops what was put down and not paid.
 */
export async function chargePostage(
  desk: Desk,
  code: string,
  { id, isDropped, to: typed }: PostageToCharge,
): Promise<Outcome<Changed>> {
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const held = await holdDossier(desk.centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const seeing = may(staff, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(seeing)) return seeing
  if (isDropped) return standing(desk, dossier, { id, lines: [], isCollected: false })
  const { places } = await centreLawOf(desk.centre)
  const to = typed ? addressOf(places, typed, today(desk)) : dossier.returnWish.to
  if (!to) return refuse('no-such-place', { part: null })
  if (isRefusal(to)) return to
  const lines = await postageLines(desk, dossier, to)
  return isRefusal(lines) ? lines : standing(desk, dossier, { id, lines, isCollected: false })
}

/** Lets these lines stand unpaid. */
export function standing(
  desk: Desk,
  { code, version, step }: Dossier,
  given: { readonly id: string; readonly lines: readonly FeeLine[]; readonly isCollected: boolean },
): Promise<Outcome<Changed>> {
  return changeDossier(desk, code, { type: 'ChargePostage', version, step, ...given })
}

/** Whether these lines stand already. */
export function isStanding(dossier: Dossier, lines: readonly FeeLine[]): boolean {
  return JSON.stringify(unpaidPostage(dossier)) === JSON.stringify(lines)
}

/** By which rule the post carries today, and from where; refused where the centre does not work with it. */
export async function postLaw(
  desk: Desk,
): Promise<Outcome<{ readonly rule: PostRule; readonly seat: Seat }>> {
  const { book, places } = await centreLawOf(desk.centre)
  const rule = postRuleOn(book.postRules, today(desk))
  if (!rule) return refuse('no-post-here')
  const seat = seatOn(places, today(desk))
  return seat ? { rule, seat } : refuse('no-post-seat')
}

/** What is to be paid for carrying a result to an address, where the post does not collect it at the door. */
export async function postageLines(
  desk: Desk,
  dossier: Dossier,
  to: Address,
): Promise<Outcome<readonly FeeLine[]>> {
  const law = await postLaw(desk)
  if (isRefusal(law)) return law
  const { rule, seat } = law
  const before = (await parcelsOf(desk.centre, dossier.code)).map(({ parcel }) => parcel)
  const at = toMoment(desk.now)
  return postageFor(dossier, before, { rule, zone: zoneOf(to, rule, seat), isCollecting: false, at })
}
