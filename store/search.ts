import { type Expression, sql, type SqlBool } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Needle } from '#domain/dossier/asked.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Sight } from '#domain/people/may.ts'
import type { Centre } from './database.ts'
import { handedInAt } from './sight.ts'

export interface SearchFor {
  /** At least one; a dossier answers when all are found. */
  readonly needles: readonly Needle[]
  readonly sight: Sight
  /** Settled dossiers received before are left out; null looks at all. */
  readonly since: Moment | null
  readonly size: number
}

/** How many of the latest dossiers are looked through one by one before an index is asked. */
const WALK = 1000
/** Of what the index finds, the latest so many times what is shown are read: a few may be settled and old since last night. */
const SPARE = 3
/** Of what somebody has worked on elsewhere, so many are looked at. */
const MOST_READ = 2000

/**
 * Dossiers that answer a search, the latest first. A common word is met so often among the latest that they are
 * enough, however many have it. What is rarer is found by a trigram index: of the recent ones, which stay few, unless
 * all are asked for.
 */
export async function findDossiers(centre: Centre, asked: SearchFor): Promise<readonly Dossier[]> {
  const isSelective = asked.needles.some(({ text }) => /\d{6}/.test(text))
  const latest = isSelective ? [] : await amongLatest(centre, asked)
  if (latest.length >= asked.size) return latest
  const { isWhole } = asked.sight
  return isWhole ? byIndex(centre, asked) : mineAmongAll(centre, asked)
}

/**
 * For who does not see everything: of the own units, what lies with them now or has a part for them, and what the
 * person has worked on elsewhere. The last has no index of its own; of a name that thousands bear it is found when more of it is typed.
 */
async function mineAmongAll(centre: Centre, asked: SearchFor): Promise<readonly Dossier[]> {
  const parts = await Promise.all([
    byIndex(centre, asked),
    lyingWithUnits(centre, asked),
    withPartsOfUnits(centre, asked),
    workedOn(centre, asked),
    handedIn(centre, asked),
  ])
  const found = new Map(parts.flat().map((dossier) => [dossier.code, dossier]))
  return [...found.values()].toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)).slice(0, asked.size)
}

async function amongLatest({ db }: Centre, asked: SearchFor): Promise<readonly Dossier[]> {
  const rows = await db
    .with(
      (cte) => cte('latest').materialized(),
      (db) =>
        db
          .selectFrom('dossier_search')
          .select(['dossier_id', 'received_at', 'searched'])
          .where(inUnits(asked.sight))
          .orderBy('received_at', 'desc')
          .orderBy('dossier_id', 'desc')
          .limit(WALK),
    )
    .selectFrom('latest')
    .innerJoin('dossier', 'dossier.id', 'latest.dossier_id')
    .select('dossier.state')
    .$castTo<{ state: Dossier }>()
    .where(areIn('latest.searched', asked.needles))
    .where(isOpenOrSince(asked.since))
    .orderBy('latest.received_at', 'desc')
    .orderBy('latest.dossier_id', 'desc')
    .limit(asked.size)
    .execute()
  return rows.map(({ state }) => state)
}

/** Found first and put in order afterwards, so that the order never tempts the database to look through everything. */
async function byIndex({ db }: Centre, asked: SearchFor): Promise<readonly Dossier[]> {
  const rows = await db
    .with(
      (cte) => cte('found').materialized(),
      (db) =>
        db
          .selectFrom('dossier_search')
          .select(['dossier_id', 'received_at'])
          .where(inUnits(asked.sight))
          .where(areIn('searched', asked.needles))
          .where('is_recent', '=', true)
          .$if(asked.since === null, (query) =>
            query.unionAll(
              db
                .selectFrom('dossier_search')
                .select(['dossier_id', 'received_at'])
                .where(inUnits(asked.sight))
                .where(areIn('searched', asked.needles))
                .where('is_recent', '=', false),
            ),
          ),
    )
    .with('newest', (db) =>
      db
        .selectFrom('found')
        .selectAll()
        .orderBy('received_at', 'desc')
        .orderBy('dossier_id', 'desc')
        .limit(SPARE * asked.size),
    )
    .selectFrom('newest')
    .innerJoin('dossier', 'dossier.id', 'newest.dossier_id')
    .select('dossier.state')
    .$castTo<{ state: Dossier }>()
    .where(isOpenOrSince(asked.since))
    .orderBy('newest.received_at', 'desc')
    .orderBy('newest.dossier_id', 'desc')
    .limit(asked.size)
    .execute()
  return rows.map(({ state }) => state)
}

/** What lies with the units now, of whatever unit it is. */
async function lyingWithUnits({ db }: Centre, asked: SearchFor): Promise<readonly Dossier[]> {
  const rows = await db
    .selectFrom('dossier')
    .innerJoin('dossier_search', 'dossier_search.dossier_id', 'dossier.id')
    .select('dossier.state')
    .$castTo<{ state: Dossier }>()
    .where('dossier.holder_kind', 'is not', null)
    .where('dossier.holder_unit', 'in', [...asked.sight.units, ''])
    .where(areIn('searched', asked.needles))
    .orderBy('dossier.received_at', 'desc')
    .limit(asked.size)
    .execute()
  return rows.map(({ state }) => state)
}

/** What has a part that the units are to do, whoever leads it. */
async function withPartsOfUnits({ db }: Centre, asked: SearchFor): Promise<readonly Dossier[]> {
  const rows = await db
    .selectFrom('dossier')
    .innerJoin('dossier_search', 'dossier_search.dossier_id', 'dossier.id')
    .select('dossier.state')
    .$castTo<{ state: Dossier }>()
    .where('dossier.id', 'in', (part) =>
      part
        .selectFrom('dossier_part')
        .select('dossier_part.dossier_id')
        .where('dossier_part.unit', 'in', [...asked.sight.units, ''])
        .where('dossier_part.state', 'in', ['open', 'sent-back']),
    )
    .where(areIn('searched', asked.needles))
    .orderBy('dossier.received_at', 'desc')
    .limit(asked.size)
    .execute()
  return rows.map(({ state }) => state)
}

/** What was handed in at a commune of the person's for another agency. */
async function handedIn({ db }: Centre, asked: SearchFor): Promise<readonly Dossier[]> {
  const { desks } = asked.sight
  if (desks.length === 0) return []
  const rows = await db
    .selectFrom('dossier')
    .innerJoin('dossier_search', 'dossier_search.dossier_id', 'dossier.id')
    .select('dossier.state')
    .$castTo<{ state: Dossier }>()
    .where(handedInAt(desks))
    .where(isOpenOrSince(asked.since))
    .where(areIn('searched', asked.needles))
    .orderBy('dossier.received_at', 'desc')
    .limit(asked.size)
    .execute()
  return rows.map(({ state }) => state)
}

async function workedOn({ db }: Centre, asked: SearchFor): Promise<readonly Dossier[]> {
  const rows = await db
    .with(
      (cte) => cte('found').materialized(),
      (db) =>
        db
          .selectFrom('dossier_search')
          .select('dossier_id')
          .where(areIn('searched', asked.needles))
          .$if(asked.since !== null, (query) => query.where('is_recent', '=', true))
          .limit(MOST_READ),
    )
    .selectFrom('found')
    .innerJoin('dossier', 'dossier.id', 'found.dossier_id')
    .select('dossier.state')
    .$castTo<{ state: Dossier }>()
    .where(isOpenOrSince(asked.since))
    .where(
      sql<boolean>`jsonb_path_exists(${sql.ref('dossier.state')}, '$.doneBy.*.staff ? (@ == $staff)',
        jsonb_build_object('staff', ${asked.sight.staff}::text))`,
    )
    .orderBy('dossier.received_at', 'desc')
    .limit(asked.size)
    .execute()
  return rows.map(({ state }) => state)
}

/** All are found in the text. It holds letters, digits and single spaces only, so nothing has a meaning for `like`. */
export function areIn(column: string, needles: readonly Needle[]): Expression<SqlBool> {
  const isIn = (kind: Needle['kind'], text: string) =>
    sql<boolean>`${sql.ref(column)} like ${kind === 'number' ? `%${text}%` : `% ${text}%`}`
  const all = needles.map(({ kind, text, or }) =>
    or === undefined ? isIn(kind, text) : sql<boolean>`(${isIn(kind, text)} or ${isIn(kind, or)})`,
  )
  return sql<boolean>`(${sql.join([sql`true`, ...all], sql` and `)})`
}

function inUnits({ isWhole, units }: Sight) {
  return isWhole ? sql<boolean>`true` : sql<boolean>`unit = any(${[...units]}::text[])`
}

function isOpenOrSince(since: Moment | null) {
  return since === null
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.ref('dossier.holder_kind')} is not null
        or ${sql.ref('dossier.received_at')} >= ${since}::timestamptz)`
}

/** What was received before a moment and is settled is no longer searched first; how many that came to. */
export async function ageSearch({ db }: Centre, before: Moment): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('dossier_search')
    .set({ is_recent: false })
    .where('is_recent', '=', true)
    .where('received_at', '<', before)
    .where((where) =>
      where.exists(
        where
          .selectFrom('dossier')
          .select(sql`1`.as('one'))
          .whereRef('dossier.id', '=', 'dossier_search.dossier_id')
          .where('dossier.holder_kind', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
