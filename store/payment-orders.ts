import type { Moment } from '#domain/calendar/moment.ts'
import type { OrderEnd, PaymentOrder } from '#domain/paying/order.ts'
import type { PayableKey } from '#domain/paying/payable.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { PayWay } from '#domain/paying/provider.ts'
import type { Centre } from './database.ts'

/** Puts an order down, before the provider hears of it. Of an id that was used before, what stands under it is answered. */
export async function addOrder(centre: Centre, order: PaymentOrder): Promise<PaymentOrder> {
  const { id, reference, provider, payable, lines, dong, openedAt, expiresAt, asked, askAt } = order
  await centre.db
    .insertInto('payment_order')
    .values({
      id,
      reference,
      provider,
      payable_kind: payable.kind,
      payable_id: payable.id,
      lines: JSON.stringify(lines),
      dong,
      opened_at: openedAt,
      expires_at: expiresAt,
      asked,
      ask_at: askAt,
    })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
  return orderOf(await orders(centre).where('id', '=', id).executeTakeFirstOrThrow())
}

/** Where an order is paid, as the provider said. */
export async function orderOpened({ db }: Centre, id: string, way: PayWay): Promise<void> {
  await db
    .updateTable('payment_order')
    .set({ way: JSON.stringify(way) })
    .where('id', '=', id)
    .execute()
}

/** An order ended, and nothing more is asked about it. What was paid stays paid, whatever else is said later. */
export async function endOrder({ db }: Centre, id: string, ended: OrderEnd): Promise<void> {
  await db
    .updateTable('payment_order')
    .set({ ended, ask_at: null })
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('ended', 'is', null), eb('ended', '!=', 'paid')]))
    .execute()
}

/** The provider was asked, or is to be asked at another moment; null when asking leads nowhere any more. */
export async function askOrderAt(
  { db }: Centre,
  id: string,
  { askAt, asked }: Pick<PaymentOrder, 'askAt' | 'asked'>,
): Promise<void> {
  await db
    .updateTable('payment_order')
    .set({ ask_at: askAt, asked })
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('ended', 'is', null), eb('ended', '!=', 'paid')]))
    .execute()
}

export async function orderByReference(
  centre: Centre,
  provider: ProviderKey,
  reference: string,
): Promise<PaymentOrder | null> {
  const row = await orders(centre)
    .where('reference', '=', reference)
    .where('provider', '=', provider)
    .executeTakeFirst()
  return row ? orderOf(row) : null
}

/** An order by the reference people read out, whoever the provider is. */
export async function orderNamed(centre: Centre, reference: string): Promise<PaymentOrder | null> {
  const row = await orders(centre).where('reference', '=', reference).executeTakeFirst()
  return row ? orderOf(row) : null
}

export async function orderById(centre: Centre, id: string): Promise<PaymentOrder | null> {
  const row = await orders(centre).where('id', '=', id).executeTakeFirst()
  return row ? orderOf(row) : null
}

/** The latest orders for something, latest first. */
export async function ordersFor(
  centre: Centre,
  { kind, id }: PayableKey,
  most: number,
): Promise<readonly PaymentOrder[]> {
  const rows = await orders(centre)
    .where('payable_kind', '=', kind)
    .where('payable_id', '=', id)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(orderOf)
}

/** Orders whose providers are to be asked by now. */
export async function ordersToAsk(
  centre: Centre,
  now: Moment,
  most: number,
): Promise<readonly PaymentOrder[]> {
  const rows = await orders(centre).where('ask_at', '<=', now).orderBy('ask_at').limit(most).execute()
  return rows.map(orderOf)
}

/** Orders that are over and of which nobody has said how they ended, latest first. */
export async function unclearOrders(
  centre: Centre,
  now: Moment,
  most: number,
): Promise<readonly PaymentOrder[]> {
  const rows = await orders(centre)
    .where('ended', 'is', null)
    .where('ask_at', 'is', null)
    .where('expires_at', '<', now)
    .orderBy('expires_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(orderOf)
}

function orders({ db }: Centre) {
  return db.selectFrom('payment_order').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof orders>['execute']>>[number]

function orderOf(row: Row): PaymentOrder {
  const { id, reference, provider, lines, dong, way, ended, asked } = row
  return {
    id,
    reference,
    provider,
    payable: { kind: row.payable_kind, id: row.payable_id },
    lines,
    dong,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
    way,
    ended,
    asked,
    askAt: row.ask_at,
  }
}
