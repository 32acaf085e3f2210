import { toMoment } from '#domain/calendar/moment.ts'
import { agreedRefunds, heldForEnded, newMoney } from '#store/money-in.ts'
import { ordersToAsk } from '#store/payment-orders.ts'
import type { Desk } from '../desk.ts'
import { askDue } from './ask-provider.ts'
import { makeRefund } from './make-refund.ts'
import { providerOf } from './providers-of.ts'
import { settleMoney } from './settle-money.ts'

/** So much of each kind in one round; what is left is done in the next. */
const AT_ONCE = 200

/**
 * One round: money that was written down and not dealt with, or held for a filing that has ended, orders whose providers are to be asked, refunds that were
 * agreed to and not made. What fails is told of and left for the next round; the others are not held up by it.
 */
export async function watchPayments(
  desk: Desk,
  failed: (what: string, error: unknown) => void,
): Promise<void> {
  const { centre } = desk
  for (const money of [...(await newMoney(centre, AT_ONCE)), ...(await heldForEnded(centre, AT_ONCE))])
    await settleMoney(desk, money).catch((error: unknown) => failed(`money ${money.id}`, error))
  for (const order of await ordersToAsk(centre, toMoment(desk.now), AT_ONCE)) {
    const provider = providerOf(desk, order.provider)
    if (provider)
      await askDue(desk, provider, order).catch((error: unknown) => failed(`order ${order.id}`, error))
  }
  for (const money of await agreedRefunds(centre, AT_ONCE))
    await makeRefund(desk, money).catch((error: unknown) => failed(`refund of ${money.id}`, error))
}
