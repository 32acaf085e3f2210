import type { PostNotice } from '#domain/post/carrier.ts'
import { parcelOfOrder } from '#store/parcels.ts'
import type { Desk } from '../desk.ts'
import { askPost } from './ask-post.ts'

/**
 * The post tells that something has happened. What it says is not believed: the notice, once its signature is found good, is
 * a reason to ask. False for a notice that is not the post's; null where the centre has no post.
 */
export async function hearPost(desk: Desk, notice: PostNotice): Promise<boolean | null> {
  if (!desk.post) return null
  const orderNumber = desk.post.hear(notice)
  if (orderNumber === null) return false
  const held = await parcelOfOrder(desk.centre, orderNumber)
  if (held) await askPost(desk, held)
  return true
}
