import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { SentIn } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { useParcel } from '#domain/post/ordering.ts'
import { labelOf } from '#domain/post/parcel.ts'
import type { CentreInOne } from '#store/in-one.ts'
import { type HeldParcel, parcelById, parcelLabelled, writeParcels } from '#store/parcels.ts'
import type { Desk } from '../desk.ts'

/** The parcel a dossier is received from, and what is written of it in the same transaction. */
export interface FromParcel {
  readonly sentIn: SentIn
  /** False when somebody else has used it meanwhile, and the transaction is to be given up. */
  use(inside: CentreInOne, code: string): Promise<boolean>
}

/** A parcel that has arrived and was not used; its papers count as submitted when both sides signed for it. */
export async function parcelSentIn(
  desk: Desk,
  id: string,
  { at, by }: { readonly at: Moment; readonly by: string },
): Promise<Outcome<FromParcel>> {
  const held = await parcelById(desk.centre, id)
  if (!held) return refuse('no-such-parcel', { label: id })
  const { parcel } = held
  const { handedOverAt, stage } = parcel
  if (stage !== 'arrived' || handedOverAt === null) return refuse('parcel-not-so-far', { stage })
  if (parcel.code !== null) return refuse('other-parcel', { code: parcel.code })
  return {
    sentIn: { parcel: id, label: labelOf(parcel), submittedAt: handedOverAt },
    use: (inside, code) => used(inside, held, { at, by, code }),
  }
}

/**
 * The parcel of a label in which the post brought a supplement of a dossier: one that has arrived and was not used, or
 * that was laid with this dossier already.
 */
export async function parcelForSupplement(
  desk: Desk,
  label: string,
  code: string,
): Promise<Outcome<FromParcel>> {
  const { actor, centre, now } = desk
  const held = await parcelLabelled(centre, label)
  if (!held || actor.kind !== 'staff') return refuse('no-such-parcel', { label })
  const { parcel, id } = held
  const { handedOverAt } = parcel
  if (parcel.stage !== 'used' || parcel.code !== code || handedOverAt === null)
    return parcelSentIn(desk, id, { at: toMoment(now), by: actor.id })
  const sentIn = { parcel: id, label: labelOf(parcel), submittedAt: handedOverAt }
  return { sentIn, use: () => Promise.resolve(true) }
}

async function used(
  inside: CentreInOne,
  held: HeldParcel,
  by: { readonly at: Moment; readonly by: string; readonly code: string },
): Promise<boolean> {
  const event = useParcel(held.parcel, by)
  return !isRefusal(event) && writeParcels(inside, [{ ...held, events: [event] }])
}
