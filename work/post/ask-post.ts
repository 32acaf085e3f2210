import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { postRuleOn } from '#domain/post/post-rule.ts'
import { askNextAt, heardOf } from '#domain/post/tracking.ts'
import { askParcelAt, type HeldParcel, parcelById } from '#store/parcels.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { atThePost, written } from './change-parcel.ts'
import { recordDelivery } from './record-delivery.ts'
import { sendOrder } from './send-order.ts'

/**
 * Asks the post about a parcel and takes in what can be so. True when the post was heard. Whatever told us to ask, this is the
 * only way anything of the post is believed.
 */
export async function askPost(desk: Desk, held: HeldParcel): Promise<boolean> {
  const { post, centre, now } = desk
  const { parcel, asked } = held
  if (!post || parcel.orderNumber === null) return false
  if (parcel.stage === 'ordered') return (await sendOrder(desk, held))?.parcel.stage !== 'ordered'
  const said = await post.track(parcel.orderNumber, parcel.heard)
  const book = await bookOf(centre)
  const rule = postRuleOn(book.postRules, parcel.rule)
  const at = toMoment(now)
  const events =
    said === null || said === 'unknown' || !rule
      ? []
      : heardOf(parcel, said, { rule, counting: book.counting, now: at })
  if (isRefusal(events) || events.length === 0)
    await askParcelAt(centre, held, { askAt: askNextAt(at, asked), asked: asked + 1 })
  else {
    const done = await written(desk, held, events)
    if (done) await recordDelivery(desk, done)
  }
  return said !== null
}

/** A person asks the post once more. */
export async function askPostAgain(desk: Desk, id: string): Promise<Outcome<HeldParcel>> {
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const held = await parcelById(desk.centre, id)
  if (!held) return refuse('no-such-parcel', { label: id })
  if (!desk.post) return refuse('no-post-here')
  if (!(await askPost(desk, held))) return refuse('post-silent')
  return (await parcelById(desk.centre, id)) ?? held
}
