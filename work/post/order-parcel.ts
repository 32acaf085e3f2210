import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { orderParcel as decide } from '#domain/post/ordering.ts'
import { type Correspondent, evolveParcel } from '#domain/post/parcel.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Place } from '#domain/procedure/address.ts'
import type { ParcelToOrder } from '#shapes/post.ts'
import { holdDossier } from '#store/dossiers.ts'
import { inOne } from '#store/in-one.ts'
import { type HeldParcel, parcelById, parcelsOf, writeParcels } from '#store/parcels.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { centreLawOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { derivedId } from '../derived-id.ts'
import { addressOf } from './address-of.ts'
import { isStanding, postLaw, standing } from './charge-postage.ts'
import { atThePost } from './change-parcel.ts'
import { sendOrder } from './send-order.ts'

/**
 * Orders a parcel: it is put down first and the post told of it then, so that whatever happens in between it is found and
 * told again. The same order sent twice is one.
 */
export async function orderParcel(
  desk: Desk,
  code: string,
  given: ParcelToOrder,
): Promise<Outcome<HeldParcel>> {
  const { centre, now } = desk
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const before = await parcelById(centre, given.id)
  if (before) return before.parcel.code === code ? before : refuse('command-id-reused', { id: given.id })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const seeing = may(staff, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(seeing)) return seeing
  const { book, places } = await centreLawOf(centre)
  const postal = await postLaw(desk)
  if (isRefusal(postal)) return postal
  const person = correspondent(dossier, given, { places, on: today(desk) })
  if (isRefusal(person)) return person
  const { procedure } = lawFor(dossier, book)
  const toWrite = decide(
    dossier,
    (await parcelsOf(centre, code)).map(({ parcel }) => parcel),
    {
      at: toMoment(now),
      by: staff.id,
      direction: given.direction,
      person,
      contents: given.direction === 'out' ? procedure.result : procedure.name,
      isCollecting: given.isCollecting,
    },
    { ...postal, procedure },
  )
  if (isRefusal(toWrite)) return toWrite
  const { ordered: event, lines } = toWrite
  if (given.direction === 'out' && !isStanding(dossier, lines)) {
    // Put down first: an order without it would collect what the dossier does not owe.
    const id = derivedId(given.id, 'postage')
    const charged = await standing(desk, dossier, { id, lines, isCollected: given.isCollecting })
    if (isRefusal(charged)) return charged
  }
  try {
    await inOne(centre, (inside) => writeParcels(inside, [{ id: given.id, parcel: null, events: [event] }]))
  } catch (error) {
    // Somebody else ordered it at this moment.
    if (isUniqueViolation(error)) return refuse('parcel-under-way', { code })
    throw error
  }
  const ordered: HeldParcel = { id: given.id, asked: 0, parcel: evolveParcel(null, event) }
  return (await sendOrder(desk, ordered)) ?? ordered
}

/** Whom and where: what was typed now, or what the dossier says. */
function correspondent(
  { applicant, returnWish }: Dossier,
  { name, phone, to }: ParcelToOrder,
  { places, on }: { readonly places: readonly Place[]; readonly on: string },
): Outcome<Correspondent> {
  const address = to ? addressOf(places, to, on) : (returnWish.to ?? refuse('no-such-place', { part: null }))
  if (isRefusal(address)) return address
  return { name: name ?? applicant.name, phone: phone ?? applicant.phone ?? '', address }
}
