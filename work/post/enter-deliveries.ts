import { type Day, dayOf, fromMoment, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { deliveredBefore, sentInBefore } from '#domain/post/delivered-before.ts'
import type { ParcelEvent } from '#domain/post/parcel.ts'
import { postRuleOn } from '#domain/post/post-rule.ts'
import { seatOn } from '#domain/post/zone.ts'
import { addressIn, placesOn } from '#domain/procedure/address.ts'
import { inOne } from '#store/in-one.ts'
import {
  type CarriedBetween,
  carriedBetween,
  knownParcels,
  type ParcelChange,
  writeParcels,
} from '#store/parcels.ts'
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
  const { book, places } = await centreLawOf(desk.centre)
  return enterAll(desk, deliveries, ({ code, name, phone, line, ward, ...carried }, by) => {
    const on = dayOf(fromMoment(carried.handedOverAt)).toString()
    const rule = postRuleOn(book.postRules, on)
    const seat = seatOn(places, on)
    const commune = ward ?? placesOn(places, 'commune', on)[0]?.code ?? ''
    const address = addressIn(places, { ward: commune, line, on })
    if (!rule || !seat || !address) return refuse('no-post-here')
    const person = { name, phone, address }
    return deliveredBefore(
      { code, person, receiver: name, ...carried },
      { rule, seat, counting: book.counting, by },
    )
  })
}

/** Papers that were sent in by post, as the records of the hand-overs have it: they lie at the counter to be received. */
export interface SentInToEnter {
  readonly id: string
  /** The number of the post on the parcel. */
  readonly item: string
  readonly handedOverAt: Moment
}

/** Takes over what the post has brought, as deliveries are taken over. Answers how many were new. */
export function enterSentIn(desk: Desk, parcels: readonly SentInToEnter[]): Promise<Outcome<number>> {
  return enterAll(desk, parcels, sentInBefore)
}

async function enterAll<One extends { readonly id: string }>(
  desk: Desk,
  all: readonly One[],
  historyOf: (one: One, by: string) => Outcome<readonly ParcelEvent[]>,
): Promise<Outcome<number>> {
  const { centre, actor } = desk
  const allowed = may(actor, { kind: 'enter-earlier' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'enter-earlier' })
  let entered = 0
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    const known = await knownParcels(
      centre,
      some.map(({ id }) => id),
    )
    const changes: ParcelChange[] = []
    for (const one of some) {
      if (known.has(one.id)) continue
      const events = historyOf(one, actor.id)
      if (isRefusal(events)) return events
      changes.push({ id: one.id, parcel: null, events })
    }
    await inOne(centre, (inside) => writeParcels(inside, changes))
    entered += changes.length
  }
  return entered
}

/** How many dossiers the post brought in a window of days and how many results it delivered, and for how many it did both. */
export function countCarried(
  centre: Desk['centre'],
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<CarriedBetween> {
  const begin = instantAt(Temporal.PlainDate.from(from), 0)
  const end = instantAt(Temporal.PlainDate.from(to).add({ days: 1 }), 0)
  return carriedBetween(centre, toMoment(begin), toMoment(end))
}
