import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { OrderToAsk } from '#shapes/paying.ts'
import { orderById } from '#store/payment-orders.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { askDue } from './ask-provider.ts'
import { providerOf } from './providers-of.ts'

/** A person asks a provider once more what became of an order. */
export async function askAgain(desk: Desk, { order: id }: OrderToAsk): Promise<Outcome<true>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'reconcile' })
  const allowed = may(actor, { kind: 'reconcile' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const order = await orderById(centre, id)
  const provider = order && providerOf(desk, order.provider)
  if (!order || !provider?.ask) return refuse('no-such-money')
  if (order.ended === 'paid') return true
  return (await askDue(desk, provider, order)) || refuse('provider-silent')
}
