import { toMoment } from '#domain/calendar/moment.ts'
import { askNext, isOver, type PaymentOrder } from '#domain/paying/order.ts'
import type { NoticeSaid, PaymentProvider, Told } from '#domain/paying/provider.ts'
import { askOrderAt, endOrder } from '#store/payment-orders.ts'
import type { Desk } from '../desk.ts'
import { hearTold } from './hear-told.ts'

/** Asks a provider what became of an order, and takes in what it says. Null when nothing was heard. */
export async function askProvider(
  desk: Desk,
  provider: PaymentProvider,
  order: PaymentOrder,
): Promise<{ readonly told: Told; readonly said: NoticeSaid } | null> {
  const { reference, dong, openedAt } = order
  const now = toMoment(desk.now)
  const told = provider.ask && (await provider.ask({ reference, dong, openedAt, now }))
  return told && { told, said: await hearTold(desk, provider, { told, by: 'answer' }) }
}

/**
 * An order whose time to be asked about has come; answers whether the provider did. What is over and was not paid, as the
 * provider says, has expired, and so has what nobody could pay because its page was never given out; of what nobody answers
 * for days a person sees that it is not clear.
 */
export async function askDue(desk: Desk, provider: PaymentProvider, order: PaymentOrder): Promise<boolean> {
  const { centre } = desk
  const now = toMoment(desk.now)
  const outcome = (await askProvider(desk, provider, order))?.told.outcome ?? null
  const isUnpaid = provider.ask === null || order.way === null || outcome === 'open'
  if (isUnpaid && outcome !== 'paid' && isOver(order, now)) {
    await endOrder(centre, order.id, 'expired')
    return true
  }
  if (outcome === null || outcome === 'open')
    await askOrderAt(centre, order.id, { askAt: askNext(order, now), asked: order.asked + 1 })
  return outcome !== null
}
