import { type SelectQueryBuilder, sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import {
  awaitsPerson,
  evolveParcel,
  labelOf,
  type Parcel,
  type ParcelEvent,
  type ParcelStage,
} from '#domain/post/parcel.ts'
import type { Centre } from './database.ts'
import type { CentreTables } from './tables.ts'

type WithDatabase = Pick<Centre, 'db'>

/** A parcel as a decision needs it. */
export interface HeldParcel {
  readonly id: string
  readonly asked: number
  readonly parcel: Parcel
}

/** What is to be written of one parcel: null stands for one that is not there yet. */
export interface ParcelChange {
  readonly id: string
  readonly parcel: Parcel | null
  readonly events: readonly ParcelEvent[]
}

/**
 * Writes what happened to parcels, all of it in two statements, or nothing where one has changed meanwhile: the transaction
 * is then to be given up.
 */
export async function writeParcels({ db }: WithDatabase, changes: readonly ParcelChange[]): Promise<boolean> {
  const made = changes
    .filter(({ events }) => events.length > 0)
    .map(({ id, parcel, events }) => ({ id, before: parcel, events, after: after(parcel, events) }))
  if (made.length === 0) return true
  const fresh = made.filter(({ before }) => before === null)
  const known = made.filter(({ before }) => before !== null)
  if (fresh.length > 0)
    await db
      .insertInto('parcel')
      .values(fresh.map(({ id, after: parcel }) => ({ id, asked: 0, ...columnsOf(parcel) })))
      .execute()
  if (known.length > 0) {
    const columns = known.map(({ id, before, after: parcel }) => ({
      id,
      before: before?.version ?? 0,
      ...columnsOf(parcel),
    }))
    const of = <Value>(read: (one: (typeof columns)[number]) => Value) => columns.map(read)
    const { numUpdatedRows } = await db
      .updateTable('parcel')
      .from(
        sql<{ id: string; before: number; content: object }>`
          unnest(${of(({ id }) => id)}::uuid[], ${of(({ before }) => before)}::int[], ${of((one) => one.code)}::text[],
            ${of(({ label }) => label)}::text[], ${of(({ stage }) => stage)}::text[], ${of(({ due }) => due)}::timestamptz[],
            ${of((one) => one.awaits_person)}::boolean[], ${of((one) => one.is_to_record)}::boolean[],
            ${of(({ version }) => version)}::int[], ${of((one) => one.ask_at)}::timestamptz[],
            ${of(({ state }) => state)}::jsonb[])`.as<'new'>(
          sql`new (id, before, code, label, stage, due, awaits_person, is_to_record, version, ask_at, state)`,
        ),
      )
      .set({
        code: sql`new.code`,
        label: sql`new.label`,
        stage: sql`new.stage`,
        due: sql`new.due`,
        awaits_person: sql`new.awaits_person`,
        is_to_record: sql`new.is_to_record`,
        version: sql`new.version`,
        ask_at: sql`new.ask_at`,
        asked: 0,
        state: sql`new.state`,
      })
      .where(sql<boolean>`parcel.id = new.id and parcel.version = new.before`)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== BigInt(known.length)) return false
  }
  await db
    .insertInto('parcel_event')
    .values(
      made.flatMap(({ id, before, events }) =>
        events.map((event, place) => ({
          parcel_id: id,
          sequence: (before?.version ?? 0) + place + 1,
          at: event.at,
          type: event.type,
          data: JSON.stringify(event),
        })),
      ),
    )
    .execute()
  return true
}

function after(parcel: Parcel | null, events: readonly ParcelEvent[]): Parcel {
  const next = events.reduce<Parcel | null>(evolveParcel, parcel)
  if (next === null) throw new Error('a parcel without an event')
  return next
}

function columnsOf(parcel: Parcel) {
  const { direction, code, orderNumber, stage, orderedAt, due, version } = parcel
  return {
    direction,
    code,
    order_number: orderNumber,
    label: labelOf(parcel),
    stage,
    ordered_at: orderedAt,
    due,
    awaits_person: awaitsPerson(parcel),
    is_to_record: stage === 'delivered' && !parcel.isRecorded && parcel.doubt === null,
    version,
    // What concerns the post goes on being asked about: at once after anything has happened to it.
    ask_at: isAskedAbout(parcel) && parcel.doubt === null ? orderedAt : null,
    state: JSON.stringify(parcel),
  }
}

/** The post is asked what became of an order it has not answered, and of what it has in hand. */
function isAskedAbout({ stage }: Parcel): boolean {
  return stage === 'ordered' || stage === 'under-way' || stage === 'coming-back'
}

/** When the post is asked next about a parcel nothing has happened to. */
export async function askParcelAt(
  { db }: WithDatabase,
  { id, parcel: { version } }: HeldParcel,
  next: { readonly askAt: Moment; readonly asked: number },
): Promise<void> {
  await db
    .updateTable('parcel')
    .set({ ask_at: next.askAt, asked: next.asked })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ask_at', 'is not', null)
    .execute()
}

export async function parcelById(centre: WithDatabase, id: string): Promise<HeldParcel | null> {
  return (await parcels(centre).where('id', '=', id).executeTakeFirst()) ?? null
}

/** The parcel of an order, as the post names it. */
export async function parcelOfOrder(centre: WithDatabase, orderNumber: string): Promise<HeldParcel | null> {
  return (await parcels(centre).where('order_number', '=', orderNumber).executeTakeFirst()) ?? null
}

/** The parcel that bears a label, or of what its order is named by; the latest where it is the code of a dossier. */
export async function parcelLabelled(centre: WithDatabase, label: string): Promise<HeldParcel | null> {
  const row = await parcels(centre)
    .where((eb) => eb.or([eb('label', '=', label), eb('order_number', '=', label), eb('code', '=', label)]))
    .orderBy('ordered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** All parcels of a dossier, oldest first. */
export async function parcelsOf(centre: WithDatabase, code: string): Promise<readonly HeldParcel[]> {
  return parcels(centre).where('code', '=', code).orderBy('ordered_at').orderBy('id').execute()
}

export async function parcelsById(
  centre: WithDatabase,
  ids: readonly string[],
): Promise<readonly HeldParcel[]> {
  return ids.length === 0 ? [] : parcels(centre).where('id', 'in', ids).execute()
}

/** Parcels at some stages, oldest first. */
export async function parcelsAt(
  centre: WithDatabase,
  stages: readonly ParcelStage[],
  most: number,
): Promise<readonly HeldParcel[]> {
  return parcels(centre)
    .where('stage', 'in', stages)
    .orderBy('ordered_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** How many parcels stand where, for the tabs of a page: counted on what is open, never on what is over. */
export async function countParcels({ db }: WithDatabase, now: Moment) {
  const [open, toSeeTo, cameBack] = await Promise.all([
    db
      .selectFrom('parcel')
      .select(({ fn, eb }) => [
        'stage',
        fn.countAll<number>().as('count'),
        fn
          .countAll<number>()
          .filterWhere(eb.and([eb('due', '<', now), isUntried]))
          .as('late'),
      ])
      .where('stage', 'in', ['ordered', 'waiting', 'under-way', 'coming-back', 'arrived'])
      .groupBy('stage')
      .execute(),
    db
      .selectFrom('parcel')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('awaits_person', '=', true)
      .executeTakeFirstOrThrow(),
    cameBackReady(
      db.selectFrom('parcel').select(({ fn }) => fn.countAll<number>().as('count')),
    ).executeTakeFirstOrThrow(),
  ])
  const at = (...stages: ParcelStage[]) =>
    open.reduce((sum, one) => sum + (stages.includes(one.stage) ? one.count : 0), 0)
  return {
    waiting: at('ordered', 'waiting'),
    away: at('under-way'),
    late: open.find(({ stage }) => stage === 'under-way')?.late ?? 0,
    back: at('coming-back') + cameBack.count,
    arrived: at('arrived'),
    toSeeTo: toSeeTo.count,
  }
}

/** The post has not even tried within its limit. */
const isUntried = sql<boolean>`coalesce((state #>> '{attempts,0}')::timestamptz, 'infinity') > due`

/** What the post has had longer than its limit and has not delivered, the longest first. */
export async function parcelsLate(
  centre: WithDatabase,
  now: Moment,
  most: number,
): Promise<readonly HeldParcel[]> {
  return parcels(centre)
    .where('stage', '=', 'under-way')
    .where('due', '<', now)
    .where(isUntried)
    .orderBy('due')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** What came back and may be sent again, latest first. */
export async function parcelsCameBack(centre: WithDatabase, most: number): Promise<readonly HeldParcel[]> {
  return cameBackReady(parcels(centre))
    .orderBy('ordered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

/** Come back, while the result still waits for its citizen. */
function cameBackReady<Row>(query: SelectQueryBuilder<CentreTables, 'parcel', Row>) {
  return query.where('stage', '=', 'came-back').where(({ exists, selectFrom }) =>
    exists(
      selectFrom('dossier')
        .select(sql`1`.as('one'))
        .whereRef('dossier.code', '=', 'parcel.code')
        .where('dossier.stage', '=', 'ready'),
    ),
  )
}

/** What lies before a person, oldest first. */
export async function parcelsToSeeTo(centre: WithDatabase, most: number): Promise<readonly HeldParcel[]> {
  return parcels(centre)
    .where('awaits_person', '=', true)
    .orderBy('ordered_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** Parcels the post is to be asked about by now. */
export async function parcelsToAsk(
  centre: WithDatabase,
  now: Moment,
  most: number,
): Promise<readonly HeldParcel[]> {
  return parcels(centre).where('ask_at', '<=', now).orderBy('ask_at').limit(most).execute()
}

/** Delivered, and their dossiers do not say so yet. */
export async function parcelsToRecord(centre: WithDatabase, most: number): Promise<readonly HeldParcel[]> {
  return parcels(centre).where('is_to_record', '=', true).orderBy('id').limit(most).execute()
}

/** A page of all parcels, in the order of their ids, with what happened to them. */
export async function parcelsAfter(
  centre: WithDatabase,
  after: string,
  most: number,
): Promise<readonly HeldParcel[]> {
  return parcels(centre).where('id', '>', after).orderBy('id').limit(most).execute()
}

export async function historiesOfParcels(
  { db }: WithDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ParcelEvent[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('parcel_event')
    .select(['parcel_id', 'data'])
    .where('parcel_id', 'in', [...ids])
    .orderBy('parcel_id')
    .orderBy('sequence')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (one) => one.parcel_id)].map(([id, of]) => [id, of.map(({ data }) => data)]),
  )
}

/** Which of some ids are known. */
export async function knownParcels(
  { db }: WithDatabase,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('parcel')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What of the parcels ordered, or brought, between two moments came to its end. */
export interface CarriedBetween {
  /** Papers that came in and became a dossier. */
  readonly sentIn: number
  readonly delivered: number
  /** Dossiers that came and whose result went by post. */
  readonly bothWays: number
}

export async function carriedBetween(
  { db }: WithDatabase,
  from: Moment,
  before: Moment,
): Promise<CarriedBetween> {
  const ofCodes = db
    .selectFrom('parcel')
    .select(['code'])
    .select(sql<number>`(count(*) filter (where direction = 'in' and stage = 'used'))::int`.as('came'))
    .select(sql<number>`(count(*) filter (where direction = 'out' and stage = 'delivered'))::int`.as('went'))
    .where('ordered_at', '>=', from)
    .where('ordered_at', '<', before)
    .where('code', 'is not', null)
    .groupBy('code')
  return db
    .selectFrom(ofCodes.as('of_code'))
    .select(sql<number>`coalesce(sum(came), 0)::int`.as('sentIn'))
    .select(sql<number>`coalesce(sum(went), 0)::int`.as('delivered'))
    .select(sql<number>`(count(*) filter (where came > 0 and went > 0))::int`.as('bothWays'))
    .executeTakeFirstOrThrow()
}

function parcels({ db }: WithDatabase) {
  return db.selectFrom('parcel').select(['id', 'asked', 'state as parcel'])
}
