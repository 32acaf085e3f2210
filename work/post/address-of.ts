import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { isAddress } from '#domain/procedure/answer.ts'
import type { ReturnWish } from '#domain/dossier/events.ts'
import { type Address, addressText, type Place } from '#domain/procedure/address.ts'
import { readAddress } from '#domain/procedure/read-answer.ts'
import type { PlaceTyped } from '#shapes/place-typed.ts'
import { centreLawOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** An address as it was chosen or typed, by the catalogue of places as it is that day. */
export function addressOf(places: readonly Place[], typed: PlaceTyped, on: Day): Outcome<Address> {
  const boxes = Object.entries(typed).map(([part, value]) => [`to.${part}`, value ?? ''])
  const read = readAddress('to', { typed: Object.fromEntries(boxes), places, today: on })
  const address = read.fault === undefined ? read.value : undefined
  return isAddress(address)
    ? address
    : refuse('no-such-place', { part: 'part' in read ? (read.part ?? null) : null })
}

interface WishTyped {
  readonly way: ReturnWish['way']
  readonly address: string | null
  readonly to?: PlaceTyped | undefined
}

/** How the result goes back: for the post by the parts of an address the catalogue of places knows, where they were given. */
export async function wishOf(desk: Desk, { way, address, to }: WishTyped): Promise<Outcome<ReturnWish>> {
  if (way !== 'post' || !to) return { way, address }
  const { places } = await centreLawOf(desk.centre)
  const read = addressOf(places, to, today(desk))
  return isRefusal(read) ? read : { way, address: addressText(read), to: read }
}

/** From what an address for the post is chosen today. */
export async function placesToChoose(desk: Desk): Promise<{ places: readonly Place[]; on: Day }> {
  return { places: (await centreLawOf(desk.centre)).places, on: today(desk) }
}
