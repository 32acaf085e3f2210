import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import { awaitsPerson, evolveMoney, type MoneyEvent, type MoneyIn } from '#domain/paying/money-in.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { Centre } from './database.ts'

/** A sum that came in, as a decision needs it. */
export interface HeldMoney {
  readonly id: string
  readonly order: string | null
  readonly text: string | null
  readonly money: MoneyIn
}

type Came = Extract<MoneyEvent, { readonly type: 'MoneyCame' }>

/** Writes that money came. Of a provider's number that is known nothing is written; answers what stands, and whether it is new. */
export async function addMoney(
  centre: Centre,
  { id, order, text, came }: Omit<HeldMoney, 'money'> & { readonly came: Came },
): Promise<HeldMoney & { readonly isNew: boolean }> {
  const money = evolveMoney(null, came)
  const isNew = await centre.db.transaction().execute(async (db) => {
    const { numInsertedOrUpdatedRows: written } = await db
      .insertInto('money_in')
      .values({
        id,
        provider: came.provider,
        transaction: came.transaction,
        order_id: order,
        paid_at: came.paidAt,
        text,
        ...columnsOf(money),
      })
      .onConflict((already) => already.columns(['provider', 'transaction']).doNothing())
      .executeTakeFirstOrThrow()
    if (written !== 1n) return false
    await db
      .insertInto('money_in_event')
      .values(rowOf(id, 1, came))
      .execute()
    return true
  })
  const stands = await moneyByTransaction(centre, came.provider, came.transaction)
  if (!stands) throw new Error('money was written and is not there')
  return { ...stands, isNew }
}

/** Writes what happened to money; false when something else has happened to it meanwhile, and nothing is written. */
export async function writeMoney(
  { db }: Centre,
  { id, money }: Pick<HeldMoney, 'id' | 'money'>,
  events: readonly MoneyEvent[],
): Promise<boolean> {
  const next = events.reduce<MoneyIn>(evolveMoney, money)
  return db.transaction().execute(async (db) => {
    const { numUpdatedRows: written } = await db
      .updateTable('money_in')
      .set(columnsOf(next))
      .where('id', '=', id)
      .where('version', '=', money.version)
      .executeTakeFirstOrThrow()
    if (written !== 1n) return false
    await db
      .insertInto('money_in_event')
      .values(events.map((event, place) => rowOf(id, money.version + 1 + place, event)))
      .execute()
    return true
  })
}

export async function moneyById(centre: Centre, id: string): Promise<HeldMoney | null> {
  const row = await money(centre).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

async function moneyByTransaction(centre: Centre, provider: ProviderKey, transaction: string) {
  return money(centre)
    .where('provider', '=', provider)
    .where('transaction', '=', transaction)
    .executeTakeFirst()
}

/** What came for an order, in the order in which we heard of it. */
export async function moneyOfOrders(
  centre: Centre,
  orders: readonly string[],
): Promise<readonly HeldMoney[]> {
  if (orders.length === 0) return []
  return money(centre).where('order_id', 'in', orders).orderBy('id').execute()
}

/** What bears this number of a provider; several providers may count alike. */
export async function moneyNumbered(centre: Centre, transaction: string): Promise<readonly HeldMoney[]> {
  return money(centre).where('transaction', '=', transaction).orderBy('id').limit(10).execute()
}

/** What was not dealt with: a program that was cut off, or a moment in which it could not be. */
export async function newMoney(centre: Centre, most: number): Promise<readonly HeldMoney[]> {
  return money(centre).where('standing', '=', 'new').orderBy('id').limit(most).execute()
}

/** What was held for filings that are received by now, or came to nothing. */
export async function heldForEnded(centre: Centre, most: number): Promise<readonly HeldMoney[]> {
  return money(centre)
    .where('standing', '=', 'held')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('payment_order as o')
          .innerJoin('filing as f', (join) => join.on(sql`f.id::text`, '=', sql.ref('o.payable_id')))
          .select(sql`1`.as('one'))
          .whereRef('o.id', '=', 'money_in.order_id')
          .where('o.payable_kind', '=', 'filing')
          .where('f.stage', 'in', ['accepted', 'refused', 'withdrawn']),
      ),
    )
    .orderBy('id')
    .limit(most)
    .execute()
}

/** Refunds two people agreed to that are not made yet. */
export async function agreedRefunds(centre: Centre, most: number): Promise<readonly HeldMoney[]> {
  return money(centre).where('is_agreed', '=', true).orderBy('id').limit(most).execute()
}

/** What lies before a person, oldest first, behind one of them. */
export async function moneyToSeeTo(
  centre: Centre,
  {
    after,
    size,
  }: { readonly after: { readonly paidAt: Moment; readonly id: string } | null; readonly size: number },
): Promise<readonly HeldMoney[]> {
  return money(centre)
    .where('awaits_person', '=', true)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('paid_at', 'id'), '>', tuple(after?.paidAt ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('paid_at')
    .orderBy('id')
    .limit(size)
    .execute()
}

/** What came between two moments through one provider, oldest first. */
export async function moneyBetween(
  centre: Centre,
  {
    from,
    before,
    provider,
  }: { readonly from: Moment; readonly before: Moment; readonly provider: ProviderKey },
  most: number,
): Promise<readonly HeldMoney[]> {
  return money(centre)
    .where('provider', '=', provider)
    .where('paid_at', '>=', from)
    .where('paid_at', '<', before)
    .orderBy('paid_at')
    .limit(most)
    .execute()
}

/** Which of some sums pay which payment. */
export async function paymentsOfMoney(
  centre: Centre,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map()
  const found = await money(centre)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(found.map(({ id, money }) => [id, money.credited?.payment ?? null]))
}

/** A page of all money, in the order of its ids. */
export async function moneyAfter(centre: Centre, after: string, most: number): Promise<readonly HeldMoney[]> {
  return money(centre).where('id', '>', after).orderBy('id').limit(most).execute()
}

/** Everything that happened to some of it, in order. */
export async function historiesOfMoney(
  { db }: Centre,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly MoneyEvent[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('money_in_event')
    .select(['money_in_id', 'data'])
    .where('money_in_id', 'in', [...ids])
    .orderBy('money_in_id')
    .orderBy('sequence')
    .execute()
  const byMoney = Map.groupBy(rows, ({ money_in_id }) => money_in_id)
  return new Map([...byMoney].map(([id, of]) => [id, of.map(({ data }) => data)]))
}

function money({ db }: Centre) {
  return db.selectFrom('money_in').select(['id', 'order_id as order', 'text', 'state as money'])
}

function columnsOf(money: MoneyIn) {
  return {
    version: money.version,
    standing: money.standing,
    awaits_person: awaitsPerson(money),
    is_agreed: typeof money.refund?.agreedBy === 'string',
    state: JSON.stringify(money),
  }
}

function rowOf(money_in_id: string, sequence: number, event: MoneyEvent) {
  return { money_in_id, sequence, at: event.at, type: event.type, data: JSON.stringify(event) }
}
