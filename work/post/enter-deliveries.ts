import { type Day, dayOf, fromMoment, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { deliveredBefore } from '#domain/post/delivered-before.ts'
import { postRuleOn } from '#domain/post/post-rule.ts'
import { seatOn } from '#domain/post/zone.ts'
import { addressIn, placesOn } from '#domain/procedure/address.ts'
import { inOne } from '#store/in-one.ts'
import { deliveredBetween, knownParcels, type ParcelChange, writeParcels } from '#store/parcels.ts'
import { centreLawOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A result that went home by post, as the records of that time have it. */
export interface DeliveryToEnter {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly phone: string
  readonly line: string
  /** Code of the commune; the first of the catalogue where the record names none. */
  readonly ward: string | null
  readonly contents: string
  readonly handedOverAt: Moment
  readonly deliveredAt: Moment
}

const AT_ONCE = 500

/**
 * Takes deliveries over from the records of the post, many at a time, each by the rules that weigh what the post says.
 * Entered twice they stand once. Answers how many were new.
 */
export async function enterDeliveries(
  desk: Desk,
  deliveries: readonly DeliveryToEnter[],
): Promise<Outcome<number>> {
  const { centre, actor } = desk
  const allowed = may(actor, { kind: 'enter-earlier' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'enter-earlier' })
  const { book, places } = await centreLawOf(centre)
  let entered = 0
  for (let from = 0; from < deliveries.length; from += AT_ONCE) {
    const some = deliveries.slice(from, from + AT_ONCE)
    const known = await knownParcels(
      centre,
      some.map(({ id }) => id),
    )
    const changes: ParcelChange[] = []
    for (const { id, code, name, phone, line, ward, ...carried } of some) {
      if (known.has(id)) continue
      const on = dayOf(fromMoment(carried.handedOverAt)).toString()
      const rule = postRuleOn(book.postRules, on)
      const seat = seatOn(places, on)
      const commune = ward ?? placesOn(places, 'commune', on)[0]?.code ?? ''
      const address = addressIn(places, { ward: commune, line, on })
      if (!rule || !seat || !address) return refuse('no-post-here')
      const person = { name, phone, address }
      const law = { rule, seat, counting: book.counting, by: actor.id }
      const events = deliveredBefore({ code, person, receiver: name, ...carried }, law)
      if (isRefusal(events)) return events
      changes.push({ id, parcel: null, events })
    }
    await inOne(centre, (inside) => writeParcels(inside, changes))
    entered += changes.length
  }
  return entered
}

/** How many results the post has delivered of those it was given in a window of days. */
export function countDelivered(
  centre: Desk['centre'],
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<number> {
  const begin = instantAt(Temporal.PlainDate.from(from), 0)
  const end = instantAt(Temporal.PlainDate.from(to).add({ days: 1 }), 0)
  return deliveredBetween(centre, toMoment(begin), toMoment(end))
}
