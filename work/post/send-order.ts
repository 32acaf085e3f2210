import { toMoment } from '#domain/calendar/moment.ts'
import type { OrderAnswer, PostCarrier, PostOrder, PostSide } from '#domain/post/carrier.ts'
import type { Parcel, ParcelEvent } from '#domain/post/parcel.ts'
import { askNextAt } from '#domain/post/tracking.ts'
import { addressText } from '#domain/procedure/address.ts'
import { askParcelAt, type HeldParcel, parcelById } from '#store/parcels.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { centreLawOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { written } from './change-parcel.ts'
import { seatOn } from '#domain/post/zone.ts'

/**
 * Tells the post of an order it has not answered. Whether it has it already is asked before it is told a second time: an
 * answer that was lost is no reason for two parcels. Without a post to tell, people tell it, and the label is the order's.
 */
export async function sendOrder(desk: Desk, held: HeldParcel): Promise<HeldParcel | null> {
  const { post, centre, now } = desk
  const { parcel, asked, id } = held
  if (parcel.stage !== 'ordered' || parcel.orderNumber === null) return held
  const happened = { at: toMoment(now), by: null }
  const answer = post ? await told(desk, post, held) : ({ answer: 'taken', item: null } as const)
  if (answer.answer === 'silent') {
    await askParcelAt(centre, held, { askAt: askNextAt(toMoment(now), asked), asked: asked + 1 })
    return parcelById(centre, id)
  }
  const event: ParcelEvent =
    answer.answer === 'taken'
      ? { type: 'OrderTaken', ...happened, item: answer.item }
      : { type: 'OrderDeclined', ...happened, said: answer.said }
  try {
    return await written(desk, held, [event])
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The post gave a number that another parcel bears: it is scanned by the number of its order.
    return written(desk, held, [{ type: 'OrderTaken', ...happened, item: null }])
  }
}

async function told(desk: Desk, post: PostCarrier, { parcel, asked }: HeldParcel): Promise<OrderAnswer> {
  const order = await orderOf(desk, parcel)
  if (asked > 0) {
    const known = await post.track(order.orderNumber, 0)
    if (known === null) return { answer: 'silent' }
    if (known !== 'unknown') return { answer: 'taken', item: null }
  }
  return post.order(order)
}

async function orderOf(desk: Desk, parcel: Parcel): Promise<PostOrder> {
  const { orderNumber, person, direction, contents, codDong } = parcel
  const { places } = await centreLawOf(desk.centre)
  const province = seatOn(places, today(desk))?.province
  const centre: PostSide = {
    name: desk.centre.name,
    phone: '',
    province: places.find(({ code }) => code === province)?.name ?? '',
    district: null,
    address: desk.centre.name,
  }
  const citizen: PostSide = {
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    province: person?.address.province ?? '',
    district: person?.address.district ?? null,
    address: person ? addressText(person.address) : '',
  }
  const [sender, receiver] = direction === 'out' ? [centre, citizen] : [citizen, centre]
  return { orderNumber: orderNumber ?? '', direction, sender, receiver, contents, codDong }
}
