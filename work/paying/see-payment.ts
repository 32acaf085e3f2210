import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Payment } from '#domain/dossier/dossier.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { MoneyIn } from '#domain/paying/money-in.ts'
import { isOver, type OrderState, type PaymentOrder } from '#domain/paying/order.ts'
import type { FeeShown, Payable } from '#domain/paying/payable.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import { moneyOfOrders } from '#store/money-in.ts'
import { ordersFor } from '#store/payment-orders.ts'
import type { Desk } from '../desk.ts'
import type { AskedByKey } from '../reading/dossier-by-key.ts'
import { askProvider } from './ask-provider.ts'
import { openOrder, type OrderAsked } from './open-order.ts'
import { type PaidByKey, paidByKey } from './paid-by-key.ts'
import { providerOf, providersOf } from './providers-of.ts'

/** An attempt to pay, as who made it sees it. */
export interface SeenOrder {
  readonly id: string
  readonly provider: ProviderKey
  readonly dong: number
  readonly openedAt: Moment
  readonly expiresAt: Moment
  readonly way: PaymentOrder['way']
  readonly state: OrderState
}

/** What is to be paid and how, with what was tried before. No name or number of anybody. */
export interface SeenPayment {
  readonly code: string
  readonly procedureName: string
  /** Null for what was filed and came to nothing. */
  readonly fee: FeeShown | null
  readonly owedDong: number | null
  /** What is paid in one go now; null where nothing can be. */
  readonly payable: Pick<Payable, 'lines' | 'dong'> | null
  /** Filed online, and not a dossier yet. */
  readonly isBeforeReceipt: boolean
  readonly ways: readonly ProviderKey[]
  /** To which a form may lead. */
  readonly pages: readonly string[]
  readonly orders: readonly SeenOrder[]
  readonly payments: readonly Pick<
    Payment,
    'key' | 'at' | 'way' | 'dong' | 'receiptNumber' | 'state' | 'refundedDong'
  >[]
}

const ORDERS = 5

/**
 * The page of whoever pays. What was begun and is not known yet is asked about first: back from the provider's page, the
 * answer of the provider decides and nothing that the browser brings along.
 */
export async function seePayment(desk: Desk, asked: AskedByKey): Promise<Outcome<SeenPayment>> {
  const found = await paidByKey(desk, asked)
  if (isRefusal(found)) return found
  const [latest] = await ordersFor(desk.centre, found.payable, 1)
  const provider = latest && latest.ended === null ? providerOf(desk, latest.provider) : null
  if (latest && provider && (await askProvider(desk, provider, latest))) {
    const again = await paidByKey(desk, asked)
    return isRefusal(again) ? again : shown(desk, again)
  }
  return shown(desk, found)
}

/** Whoever has code and key begins to pay what is owed by now. */
export async function openPayment(
  desk: Desk,
  asked: AskedByKey,
  order: OrderAsked,
): Promise<Outcome<PaymentOrder>> {
  const found = await paidByKey(desk, asked)
  if (isRefusal(found)) return found
  const payable = found.toPay
  return isRefusal(payable) ? payable : openOrder(desk, payable, order)
}

async function shown(desk: Desk, found: PaidByKey): Promise<SeenPayment> {
  const { code, procedureName, fee, owedDong, toPay, payments, payable } = found
  const orders = await ordersFor(desk.centre, payable, ORDERS)
  const money = await moneyOfOrders(
    desk.centre,
    orders.map(({ id }) => id),
  )
  const moneyOf = (id: string) => money.filter(({ order }) => order === id).map((one) => one.money)
  const now = toMoment(desk.now)
  return {
    code,
    procedureName,
    fee,
    owedDong,
    payable: isRefusal(toPay) ? null : { lines: toPay.lines, dong: toPay.dong },
    isBeforeReceipt: payable.kind === 'filing',
    ways: providersOf(desk).map(({ key }) => key),
    pages: providersOf(desk).flatMap(({ pages }) => pages),
    orders: orders.map((order) => seenOrder(order, moneyOf(order.id), now)),
    payments: payments.map(({ key, at, way, dong, receiptNumber, state, refundedDong }) => {
      const paid = { key, at, way, dong, receiptNumber, state }
      return refundedDong === undefined ? paid : { ...paid, refundedDong }
    }),
  }
}

function seenOrder(order: PaymentOrder, money: readonly MoneyIn[], now: Moment): SeenOrder {
  const { id, provider, dong, openedAt, expiresAt, way } = order
  return { id, provider, dong, openedAt, expiresAt, way, state: stateOf(order, money, now) }
}

function stateOf(order: PaymentOrder, money: readonly MoneyIn[], now: Moment): OrderState {
  const isPaid = money.some(
    ({ standing, dong, refundedDong }) => standing === 'credited' && refundedDong < dong,
  )
  if (money.some(({ standing, refundedDong }) => standing === 'doubted' && refundedDong === 0))
    return isPaid ? 'paid-more' : 'doubted'
  if (isPaid) return 'paid'
  if (money.some(({ standing }) => standing === 'held')) return 'held'
  if (money.some(({ refundedDong }) => refundedDong > 0)) return 'given-back'
  if (order.ended !== null) return order.ended
  return isOver(order, now) || order.way === null ? 'asked' : 'waiting'
}
