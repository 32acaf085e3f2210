import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { mayAgree, mayAskRefund, mayDrop, type MoneyEvent, type MoneyIn } from '#domain/paying/money-in.ts'
import { type Action, may, type Staff } from '#domain/people/may.ts'
import type { RefundToAgree, RefundToAsk, RefundToDrop } from '#shapes/paying.ts'
import { type HeldMoney, moneyById, writeMoney } from '#store/money-in.ts'
import { orderById } from '#store/payment-orders.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { makeRefund } from './make-refund.ts'
import { providerOf } from './providers-of.ts'
import { creditedBefore, written } from './settle-money.ts'

const OF_PROVIDERS = { kind: 'agree-to-refund', unit: null, post: 'cashier' } as const

/** One person asks that money goes back, with the reason and the ground. */
export async function askRefund(desk: Desk, given: RefundToAsk): Promise<Outcome<MoneyIn>> {
  const found = await heldFor(desk, { kind: 'reconcile' }, given.money)
  if (isRefusal(found)) return found
  const { held, actor } = found
  if (held.money.refund?.id === given.id) return held.money
  const asked = mayAskRefund(held.money, given.dong)
  if (isRefusal(asked)) return asked
  const { id: refund, dong, reason, ground } = given
  return happened(desk, held, {
    type: 'RefundAsked',
    at: toMoment(desk.now),
    by: actor.id,
    refund,
    dong,
    reason,
    ground,
  })
}

/** A second person agrees, and it goes back at once; where the provider gives nothing back, the transfer is named. */
export async function agreeToRefund(desk: Desk, given: RefundToAgree): Promise<Outcome<MoneyIn>> {
  const found = await heldFor(desk, OF_PROVIDERS, given.money)
  if (isRefusal(found)) return found
  const { held, actor } = found
  const { reference } = given
  if (held.money.refund?.id !== given.refund) return refuse('no-refund-asked')
  const agreed = mayAgree(held.money, actor.id)
  if (isRefusal(agreed)) return agreed
  if (reference === null && !(await goesBackByItself(desk, held)))
    return refuse('reference-needed', { way: 'transfer' })
  const at = toMoment(desk.now)
  const event = { type: 'RefundAgreed', at, by: actor.id, reference } as const
  if (!(await writeMoney(desk.centre, held, [event]))) return refuse('refund-under-way')
  const stands = await moneyById(desk.centre, held.id)
  return stands ? makeRefund(desk, stands) : refuse('no-such-money')
}

/** What was asked for does not go back after all. */
export async function dropRefund(desk: Desk, given: RefundToDrop): Promise<Outcome<MoneyIn>> {
  const found = await heldFor(desk, OF_PROVIDERS, given.money)
  if (isRefusal(found)) return found
  const { held, actor } = found
  if (held.money.refund?.id !== given.refund) return refuse('no-refund-asked')
  const dropped = mayDrop(held.money)
  if (isRefusal(dropped)) return dropped
  const { comment } = given
  return happened(desk, held, { type: 'RefundDropped', at: toMoment(desk.now), by: actor.id, comment })
}

/** Whether the provider gives this money back when told. */
export async function goesBackByItself(desk: Desk, { order, money }: HeldMoney): Promise<boolean> {
  const isOrdered = order !== null && (await orderById(desk.centre, order)) !== null
  return isOrdered && typeof providerOf(desk, money.provider)?.refund === 'function'
}

/** Money as it stands, for a person who may do this with it. What was credited before a program was cut off is credited. */
export async function heldFor(
  desk: Desk,
  action: Extract<Action, { readonly kind: 'reconcile' | 'agree-to-refund' }>,
  id: string,
): Promise<Outcome<{ readonly held: HeldMoney; readonly actor: Staff }>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: action.kind })
  const allowed = may(actor, action, today(desk))
  if (isRefusal(allowed)) return allowed
  const held = await moneyById(centre, id)
  if (!held) return refuse('no-such-money')
  const credited = held.money.credited === null ? await creditedBefore(desk, held, null) : null
  return { held: credited ? { ...held, money: await written(desk, held, credited) } : held, actor }
}

async function happened(desk: Desk, held: HeldMoney, event: MoneyEvent): Promise<Outcome<MoneyIn>> {
  if (!(await writeMoney(desk.centre, held, [event]))) return refuse('refund-under-way')
  return (await moneyById(desk.centre, held.id))?.money ?? refuse('no-such-money')
}
