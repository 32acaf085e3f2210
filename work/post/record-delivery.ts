import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { toWithdraw } from '#domain/dossier/hand-over.ts'
import type { Law } from '#domain/dossier/law.ts'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { inOneGo } from '#domain/paying/payable.ts'
import { labelOf, type ParcelDoubt } from '#domain/post/parcel.ts'
import { postalClerk } from '#domain/post/postal-clerk.ts'
import { holdDossier } from '#store/dossiers.ts'
import { addOrder } from '#store/payment-orders.ts'
import type { HeldParcel } from '#store/parcels.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier, lawFor } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { hearTold } from '../paying/hear-told.ts'
import { written } from './change-parcel.ts'

/**
 * What the post has delivered goes back to the citizen by the rules of every hand-over, with the number of the parcel as its
 * proof; what it collected is credited first, by the rules of all money. Done twice, or cut off in between, it comes to the same;
 * what cannot be done lies before a person.
 */
export async function recordDelivery(desk: Desk, held: HeldParcel): Promise<void> {
  const { parcel } = held
  const { code, stage, direction, isRecorded, doubt } = parcel
  if (stage !== 'delivered' || direction !== 'out' || isRecorded || doubt !== null || code === null) return
  const found = await holdDossier(desk.centre, code)
  if (!found) return doubted(desk, held, 'not-recorded', 'no-such-dossier')
  if (found.dossier.stage !== 'returned') {
    if (parcel.collectedDong > 0) await collected(desk, held, found.dossier)
    const refused = await handedBack(desk, held)
    if (refused) return refused
  }
  await written(desk, held, [{ type: 'DeliveryRecorded', at: toMoment(desk.now), by: null }])
}

/** The money the post took for the centre is one order of its own: another amount, or twice, is doubted as all money is. */
async function collected(desk: Desk, { id, parcel }: HeldParcel, dossier: Dossier): Promise<void> {
  const { orderNumber, orderedAt, codDong, collectedDong, deliveredAt } = parcel
  const book = await bookOf(desk.centre)
  const { lines } = inOneGo(dossier, lawFor(dossier, book).procedure)
  const reference = `COD${orderNumber ?? ''}`
  await addOrder(desk.centre, {
    id: derivedId(id, 'cod'),
    reference,
    provider: 'post',
    payable: { kind: 'dossier', id: dossier.code },
    lines,
    dong: Math.max(codDong, 1),
    openedAt: orderedAt,
    expiresAt: toMoment(fromMoment(orderedAt).add({ hours: 24 * COD_DAYS })),
    way: null,
    ended: null,
    asked: 0,
    askAt: null,
  })
  const told = {
    reference,
    outcome: 'paid',
    dong: collectedDong,
    transaction: labelOf(parcel),
    paidAt: deliveredAt,
  } as const
  await hearTold(desk, { key: 'post' }, { told, by: 'answer' })
}
const COD_DAYS = 90

async function handedBack(desk: Desk, held: HeldParcel): Promise<Promise<void> | null> {
  const { centre } = desk
  const { id, parcel } = held
  const found = parcel.code === null ? undefined : await holdDossier(centre, parcel.code)
  if (!found) return null
  const { dossier } = found
  const law = lawFor(dossier, await bookOf(centre))
  const { unit, post } = currentStep(dossier, law.procedure.steps)
  const outcome = await changeDossier({ ...desk, actor: postalClerk(unit, post) }, dossier.code, {
    type: 'HandBack',
    id: derivedId(id, 'hand-back', String(found.dossier.version)),
    version: dossier.version,
    step: dossier.step,
    way: 'post',
    receiver: { name: parcel.receiver ?? '', idNumber: null, isAuthorised: false },
    proof: {
      identity: null,
      acknowledged: null,
      sent: null,
      slip: labelOf(parcel),
      withdrawn: withdrawn(dossier, law),
      papersBack: null,
      together: null,
    },
  })
  if (!isRefusal(outcome)) return null
  if (PASSING.includes(outcome.refused)) return Promise.resolve()
  const doubt = outcome.refused === 'receiver-unknown' ? 'receiver-unknown' : 'not-recorded'
  return doubted(desk, held, doubt, outcome.refused)
}

/** Somebody else is at it at this moment: it is tried again in the next round. */
const PASSING: readonly Refusal['refused'][] = ['changed-meanwhile', 'before-last-event', 'command-id-reused']

/** Old originals are handed to who brings the new result (Decision 45/2016/QĐ-TTg); they are not here yet. */
function withdrawn(dossier: Dossier, law: Law) {
  return toWithdraw(dossier, law).map(({ key }) => ({
    component: key,
    isTaken: false,
    whyNot: TAKEN_BY_POST,
  }))
}
const TAKEN_BY_POST = 'Bưu chính thu bản cũ khi phát và chuyển về sau'

async function doubted(desk: Desk, held: HeldParcel, doubt: ParcelDoubt, said: string): Promise<void> {
  const at = toMoment(desk.now)
  await written(desk, held, [{ type: 'ParcelDoubted', at, by: null, doubt, tracking: null, said }])
}
