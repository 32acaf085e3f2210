import { toMoment } from '#domain/calendar/moment.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { isRefusal, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { cancelParcel as cancel, settleDoubt as settle, useParcel as use } from '#domain/post/ordering.ts'
import type { DoubtToSettle, ParcelToCancel, ParcelToUse } from '#shapes/post.ts'
import { holdDossier } from '#store/dossiers.ts'
import { type HeldParcel, parcelById } from '#store/parcels.ts'
import { today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { atThePost, changeParcel } from './change-parcel.ts'
import { isStanding, standing } from './charge-postage.ts'

/** Takes an order back, with the post first: what it may still bring is not given up. */
export async function cancelParcel(
  desk: Desk,
  id: string,
  { reason }: ParcelToCancel,
): Promise<Outcome<HeldParcel>> {
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const at = toMoment(desk.now)
  const held = await parcelById(desk.centre, id)
  if (!held) return refuse('no-such-parcel', { label: id })
  const { parcel } = held
  if (parcel.stage === 'cancelled') return held
  const possible = cancel(parcel, { at, by: staff.id, reason })
  if (isRefusal(possible)) return possible
  if (desk.post && parcel.orderNumber !== null && (await desk.post.cancel(parcel.orderNumber)) !== true)
    return refuse('post-silent')
  const cancelled = await changeParcel(
    desk,
    id,
    ({ stage }) => stage === 'cancelled',
    (one, by) => cancel(one, { at, by: by.id, reason }),
  )
  return isRefusal(cancelled) ? cancelled : ((await withoutPostage(desk, cancelled)) ?? cancelled)
}

/** What nobody has paid for a result that does not go is asked no more. */
async function withoutPostage(desk: Desk, { id, parcel }: HeldParcel): Promise<Refusal | null> {
  const { code, direction } = parcel
  if (direction !== 'out' || code === null) return null
  const held = await holdDossier(desk.centre, code)
  if (!held || isStanding(held.dossier, [])) return null
  const given = { id: derivedId(id, 'without postage'), lines: [], isCollected: false }
  const dropped = await standing(desk, held.dossier, given)
  return isRefusal(dropped) ? dropped : null
}

/** A person has looked into a doubt: from then on the post is listened to again. */
export function settleDoubt(desk: Desk, id: string, { note }: DoubtToSettle): Promise<Outcome<HeldParcel>> {
  const at = toMoment(desk.now)
  return changeParcel(
    desk,
    id,
    ({ doubt }) => doubt === null,
    (parcel, { id: by }) => settle(parcel, { at, by, note }),
  )
}

/** Papers that came by post were laid with a dossier: the supplement that was waited for, or originals sent later. */
export async function useParcel(desk: Desk, id: string, given: ParcelToUse): Promise<Outcome<HeldParcel>> {
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const code = readDossierCode(given.code)
  if (isRefusal(code)) return code
  const held = await holdDossier(desk.centre, code)
  if (!held) return refuse('no-such-dossier')
  const seeing = may(staff, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
  if (isRefusal(seeing)) return seeing
  const at = toMoment(desk.now)
  return changeParcel(
    desk,
    id,
    (parcel) => parcel.stage === 'used' && parcel.code === code,
    (parcel, { id: by }) => use(parcel, { at, by, code }),
  )
}
