import { toMoment } from '#domain/calendar/moment.ts'
import { parcelsToAsk, parcelsToRecord } from '#store/parcels.ts'
import type { Desk } from '../desk.ts'
import { askPost } from './ask-post.ts'
import { recordDelivery } from './record-delivery.ts'

/** So many of each kind in one round; what is left is done in the next. */
const AT_ONCE = 200

/**
 * One round: deliveries the dossiers do not know of, orders the post has not answered, parcels it is to be asked about. What
 * fails is told of and left for the next round; the others are not held up by it.
 */
export async function watchPost(desk: Desk, failed: (what: string, error: unknown) => void): Promise<void> {
  const { centre, now } = desk
  for (const held of await parcelsToRecord(centre, AT_ONCE))
    await recordDelivery(desk, held).catch((error: unknown) => failed(`delivery of ${held.id}`, error))
  for (const held of await parcelsToAsk(centre, toMoment(now), AT_ONCE))
    await askPost(desk, held).catch((error: unknown) => failed(`parcel ${held.id}`, error))
}
