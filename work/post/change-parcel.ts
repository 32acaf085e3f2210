import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Parcel, ParcelEvent } from '#domain/post/parcel.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { inOne } from '#store/in-one.ts'
import { type HeldParcel, parcelById, writeParcels } from '#store/parcels.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The person at a desk who works with the post, or why it is not one. */
export function atThePost(desk: Desk): Outcome<Staff> {
  const allowed = may(desk.actor, { kind: 'handle-post' }, today(desk))
  if (isRefusal(allowed)) return allowed
  return desk.actor.kind === 'staff' ? desk.actor : refuse('not-permitted', { action: 'handle-post' })
}

class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** Writes what happened to one parcel; null when something else has happened to it meanwhile. */
export async function written(
  { centre }: Pick<Desk, 'centre'>,
  held: HeldParcel,
  events: readonly ParcelEvent[],
): Promise<HeldParcel | null> {
  try {
    await inOne(centre, async (inside) => {
      if (!(await writeParcels(inside, [{ ...held, events }]))) throw new Overtaken()
    })
  } catch (error) {
    if (error instanceof Overtaken) return null
    throw error
  }
  return parcelById(centre, held.id)
}

/** A person does something with a parcel; sent again, what is done already is answered as it stands. */
export async function changeParcel(
  desk: Desk,
  id: string,
  isDone: (parcel: Parcel) => boolean,
  decide: (parcel: Parcel, staff: Staff) => Outcome<ParcelEvent>,
): Promise<Outcome<HeldParcel>> {
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const held = await parcelById(desk.centre, id)
    if (!held) return refuse('no-such-parcel', { label: id })
    if (isDone(held.parcel)) return held
    const event = decide(held.parcel, staff)
    if (isRefusal(event)) return event
    const done = await written(desk, held, [event])
    if (done) return done
  }
  return refuse('changed-meanwhile', { version: null, since: [] })
}
