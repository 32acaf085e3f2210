import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import { type Doubt, doubtOf, type MoneyEvent, type MoneyIn } from '#domain/paying/money-in.ts'
import { isOpen } from '#domain/filing/filing.ts'
import { onlineCashier } from '#domain/people/online-cashier.ts'
import type { Staff } from '#domain/people/may.ts'
import { historyOf, usedCommand } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { holdFiling } from '#store/filings.ts'
import { type HeldMoney, moneyById, moneyOfOrders, writeMoney } from '#store/money-in.ts'
import { endOrder, orderById } from '#store/payment-orders.ts'
import { changeDossier } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'

/**
 * What becomes of money that came: it pays its dossier, waits while what was filed is not received, or lies before a
 * person. Done twice, or after a program was cut off, it comes to the same.
 */
export async function settleMoney(desk: Desk, held: HeldMoney): Promise<MoneyIn> {
  const { centre } = desk
  const { money } = held
  const { payable } = money
  if (money.standing === 'held' && payable) return settleFiled(desk, held, payable.id)
  if (money.standing !== 'new') return money
  const order = held.order === null ? null : await orderById(centre, held.order)
  const others = order ? await moneyOfOrders(centre, [order.id]) : []
  if (order) await endOrder(centre, order.id, 'paid')
  const doubt = doubtOf(
    money,
    order,
    others.some((one) => one.id < held.id && one.money.standing !== 'doubted'),
  )
  if (doubt || !payable) return doubted(desk, held, doubt ?? 'no-such-order')
  return payable.kind === 'filing' ? settleFiled(desk, held, payable.id) : credit(desk, held, payable.id)
}

/** What is paid for a filing pays the dossier it becomes; where it comes to nothing the money is to go back. */
async function settleFiled(desk: Desk, held: HeldMoney, id: string): Promise<MoneyIn> {
  const filing = (await holdFiling(desk.centre, id))?.filing
  if (filing?.stage === 'accepted') return credit(desk, held, filing.code)
  if (!filing || !isOpen(filing)) return doubted(desk, held, 'filing-ended')
  if (held.money.standing === 'held') return held.money
  return written(desk, held, { type: 'MoneyHeld', ...now(desk) })
}

/** Money pays a dossier, or is doubted with the reason why it cannot. */
async function credit(desk: Desk, held: HeldMoney, code: string): Promise<MoneyIn> {
  const taken = await takeThrough(desk, held, { code, cashier: null })
  if (!isRefusal(taken)) return written(desk, held, taken)
  // Nothing is wrong with the money: it is tried again.
  return taken.refused === 'before-last-event' || taken.refused === 'changed-meanwhile'
    ? held.money
    : doubted(desk, held, doubtFor(taken))
}

function doubted(desk: Desk, held: HeldMoney, doubt: Doubt): Promise<MoneyIn> {
  return written(desk, held, { type: 'MoneyDoubted', doubt, ...now(desk) })
}

function doubtFor({ refused }: Refusal): Doubt {
  if (refused === 'nothing-owed') return 'not-owed'
  if (refused === 'no-such-dossier') return 'no-such-order'
  return refused === 'not-at-this-stage' ? 'dossier-closed' : 'fee-changed'
}

type Credited = Extract<MoneyEvent, { readonly type: 'MoneyCredited' }>

/** The payment is written on the dossier, once for this money, whoever asks for it how often. */
export async function takeThrough(
  desk: Desk,
  held: HeldMoney,
  { code, cashier }: { readonly code: string; readonly cashier: Staff | null },
): Promise<Outcome<Credited>> {
  const { centre } = desk
  const { id: money, money: came } = held
  const id = paymentOf(held)
  const by = cashier?.id ?? null
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const already = await creditedBefore(desk, held, by)
    if (already) return already
    const found = await holdDossier(centre, code)
    if (!found) return refuse('no-such-dossier')
    const { version, step, placeOfReceipt } = found.dossier
    const outcome = await changeDossier({ ...desk, actor: cashier ?? onlineCashier(placeOfReceipt) }, code, {
      type: 'TakePayment',
      id,
      version,
      step,
      way: 'online',
      dong: came.dong,
      payer: null,
      reference: came.transaction,
      through: { provider: came.provider, order: came.reference, money },
    })
    // Who else settles the same money at this moment may be what it was refused for.
    if (isRefusal(outcome) && !isOvertaken(outcome)) return (await creditedBefore(desk, held, by)) ?? outcome
  }
  return (await creditedBefore(desk, held, by)) ?? refuse('changed-meanwhile')
}

/** Somebody else changed the dossier, or has just done this very thing. */
export function isOvertaken({ refused }: Refusal): boolean {
  return refused === 'changed-meanwhile' || refused === 'command-id-reused'
}

/** That the money was written on a dossier before, however far whoever did it came; null when it was not. */
export async function creditedBefore(
  desk: Desk,
  held: HeldMoney,
  by: string | null,
): Promise<Credited | null> {
  const payment = paymentOf(held)
  const used = await usedCommand(desk.centre, payment)
  if (!used) return null
  const { code } = used
  for (const { event } of await historyOf(desk.centre, code))
    if (event.type === 'PaymentTaken' && event.payment === payment)
      return { type: 'MoneyCredited', at: event.at, by, code, payment, receiptNumber: event.receiptNumber }
  throw new Error(`${code}: a command for money ${held.id} took none`)
}

/** The command by which money pays a dossier, whichever that is. */
function paymentOf({ id }: HeldMoney): string {
  return derivedId(id, 'credit')
}

/**
 * Writes what happened to money, or answers what somebody else has made of it meanwhile. That a dossier bears it is
 * written whatever somebody else has made of it.
 */
export async function written(desk: Desk, held: HeldMoney, event: MoneyEvent): Promise<MoneyIn> {
  const isWritten = await writeMoney(desk.centre, held, [event])
  const stands = await moneyById(desk.centre, held.id)
  if (!stands) throw new Error('money that was written is not there')
  const isMissing = !isWritten && event.type === 'MoneyCredited' && stands.money.credited === null
  return isMissing ? written(desk, stands, event) : stands.money
}

export function now({ now: at }: Desk): { readonly at: Moment; readonly by: null } {
  return { at: toMoment(at), by: null }
}
