import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { askNext, isOver, type PaymentOrder } from '#domain/paying/order.ts'
import type { Payable } from '#domain/paying/payable.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import { addOrder, orderOpened } from '#store/payment-orders.ts'
import { bookOf } from '../centre-book.ts'
import { newOrderReference } from '../chance.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { providerOf } from './providers-of.ts'

export interface OrderAsked {
  /** Of the form: sent twice, it is one order. */
  readonly id: string
  readonly provider: ProviderKey
  /** The network address the citizen comes from. */
  readonly from: string
  readonly returnTo: string
  readonly language: 'vi' | 'en'
}

/**
 * Somebody begins to pay: the order is put down before the provider hears of it, so that whatever the provider says of
 * it later finds it. For a dossier, and as well for what was filed and not received yet. Sent again from a page that
 * was left open after an attempt ended, or over another amount, it is another attempt.
 */
export async function openOrder(
  desk: Desk,
  payable: Payable,
  asked: OrderAsked,
): Promise<Outcome<PaymentOrder>> {
  const { centre } = desk
  const provider = providerOf(desk, asked.provider)
  if (!provider) return refuse('no-online-payment')
  if (payable.dong <= 0) return refuse('nothing-owed')
  const now = toMoment(desk.now)
  const fresh = newOrder(payable, asked, { now, minutes: provider.minutesOpen })
  const askAt = provider.ask ? askNext(fresh, now) : fresh.expiresAt
  const order = await addOrder(centre, { ...fresh, askAt })
  const isSame = order.payable.kind === payable.kind && order.payable.id === payable.id
  if (!isSame || order.provider !== asked.provider) return refuse('command-id-reused', { id: asked.id })
  if (order.ended !== null || isOver(order, now) || order.dong !== payable.dong)
    return openOrder(desk, payable, { ...asked, id: derivedId(order.id, 'again', payable.dong) })
  if (order.way !== null) return order
  const unitName = (await bookOf(centre)).units.get(payable.unit)?.name ?? payable.unit
  const { reference, dong, openedAt, expiresAt } = order
  const { from, returnTo, language } = asked
  const opening = { reference, dong, openedAt, expiresAt, from, returnTo, language, payable, unitName }
  const way = await provider.open(opening)
  if (isRefusal(way)) return way
  await orderOpened(centre, order.id, way)
  return { ...order, way }
}

function newOrder(
  { kind, id: payableId, lines, dong }: Payable,
  { id, provider }: OrderAsked,
  { now, minutes }: { readonly now: Moment; readonly minutes: number },
): PaymentOrder {
  return {
    id,
    reference: newOrderReference(),
    provider,
    payable: { kind, id: payableId },
    lines,
    dong,
    openedAt: now,
    expiresAt: toMoment(Temporal.Instant.from(now).add({ minutes })),
    way: null,
    ended: null,
    asked: 0,
    askAt: null,
  }
}
