import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { type Day, type Moment, ZONE } from '#domain/calendar/moment.ts'
import {
  type CallOutcome,
  type CallsMade,
  type CollectionWay,
  UNCOLLECTED_DAYS,
} from '#domain/dossier/collection.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Post } from '#domain/people/may.ts'
import type { Centre } from './database.ts'
import type { WithDatabase } from './law.ts'
import type { CentreTables } from './tables.ts'

export interface CollectionCallRow {
  /** The id of the command that wrote it. */
  readonly id: string
  readonly dossier: string
  readonly at: Moment
  readonly way: CollectionWay
  readonly outcome: CallOutcome
  readonly note: string | null
  readonly staff: string
  readonly unit: string
  readonly post: Post
}

/** Which results are meant, by the calls since they lie ready, as `domain/dossier/collection.ts` counts. */
export interface CallsFilter {
  readonly before: 'counter' | 'director'
  /** Never called for: the citizen was told to come before. */
  readonly calledForBefore: Moment
  /** Called for: the last time before. */
  readonly lastBefore: Moment
  readonly most: number
}

/** Adds a call. Of an id that was used before nothing is written; what stands under the id is answered. */
export async function addCall(centre: WithDatabase, call: CollectionCallRow): Promise<CollectionCallRow> {
  const { dossier, staff, ...rest } = call
  await centre.db
    .insertInto('collection_call')
    .values({ ...rest, dossier_id: dossier, staff_id: staff })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
  return calls(centre).where('id', '=', call.id).executeTakeFirstOrThrow()
}

/** The latest calls for a dossier's result, latest first. */
export async function callsOf(
  centre: Centre,
  dossier: string,
  most: number,
): Promise<readonly CollectionCallRow[]> {
  return calls(centre)
    .where('dossier_id', '=', dossier)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

function calls({ db }: WithDatabase) {
  return db
    .selectFrom('collection_call')
    .select([
      'id',
      'dossier_id as dossier',
      'at',
      'way',
      'outcome',
      'note',
      'staff_id as staff',
      'unit',
      'post',
    ])
    .$castTo<CollectionCallRow>()
}

type Where = ExpressionBuilder<CentreTables, 'dossier'>

/** The predicate of a count and its list. */
export function callsWhere(where: Where, filter: CallsFilter): Expression<SqlBool> {
  const since = where
    .selectFrom('collection_call as made')
    .whereRef('made.dossier_id', '=', 'dossier.id')
    .whereRef('made.at', '>=', 'dossier.ready_at')
  const last = since.select(({ fn }) => fn.max('made.at').as('last'))
  const count = since.select(({ fn }) => fn.countAll<number>().as('count'))
  const wasCalled = sql<boolean>`${last} < ${filter.lastBefore}::timestamptz`
  if (filter.before === 'director') return sql<boolean>`(${wasCalled} and ${count} >= ${filter.most})`
  return sql<boolean>`(case when ${last} is null
    then greatest(dossier.ready_at, dossier.due_at_receipt) < ${filter.calledForBefore}::timestamptz
    else ${wasCalled} and ${count} < ${filter.most} end)`
}

/** Where a page of the list begins: behind this result. */
export interface AfterCalled {
  readonly next: Day
  readonly count: number
  readonly id: string
}

export interface CalledRow extends CallsMade {
  readonly id: string
  readonly state: Dossier
  readonly next: Day
}

export interface CallListAsked {
  /** The units whose drawers are looked into. */
  readonly units: readonly string[]
  /** By the day the next call is due, or by how often was called, most often first. */
  readonly order: 'next' | 'often'
  readonly everyDays: number
  readonly after: AfterCalled | null
  readonly size: number
}

/** Results that lie ready, with the calls for them. */
export async function listCalls(
  { db }: Centre,
  { units, order, everyDays, after, size }: CallListAsked,
): Promise<readonly CalledRow[]> {
  const orderBy = order === 'next' ? (['next', 'order_count'] as const) : (['order_count', 'next'] as const)
  const from =
    after && (order === 'next' ? [after.next, -after.count, after.id] : [-after.count, after.next, after.id])
  return db
    .selectFrom((lying) =>
      lying
        .selectFrom('dossier')
        .leftJoinLateral(
          (calls) =>
            calls
              .selectFrom('collection_call')
              .whereRef('collection_call.dossier_id', '=', 'dossier.id')
              .whereRef('collection_call.at', '>=', 'dossier.ready_at')
              .select(({ fn }) => [
                fn.countAll<number>().as('count'),
                fn.max('collection_call.at').as('last_at'),
              ])
              .as('made'),
          (join) => join.onTrue(),
        )
        .select(['dossier.id', 'dossier.state', 'made.count', 'made.last_at as lastAt'])
        .select(sql<number>`-made.count`.as('order_count'))
        .select(
          sql<Day>`coalesce((made.last_at at time zone ${ZONE})::date + ${everyDays}::int,
            (greatest(dossier.ready_at, dossier.due_at_receipt) at time zone ${ZONE})::date
              + ${UNCOLLECTED_DAYS + 1}::int)`.as('next'),
        )
        .where('dossier.stage', '=', 'ready')
        .where('dossier.holder_unit', 'in', [...units])
        .as('lying'),
    )
    .select(['id', 'state', 'count', 'lastAt', 'next'])
    .$if(from !== null, (query) =>
      query.where(
        sql<boolean>`(${sql.join([...orderBy, 'id'].map((column) => sql.ref(column)))})
          > (${sql.join(from ?? [])})`,
      ),
    )
    .orderBy(orderBy[0])
    .orderBy(orderBy[1])
    .orderBy('id')
    .limit(size)
    .$castTo<CalledRow>()
    .execute()
}
