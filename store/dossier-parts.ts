import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Post } from '#domain/people/may.ts'
import type { Centre } from './database.ts'
import type { CentreTables } from './tables.ts'

/** A list of parts that is meant; without a post all of the unit's. */
export interface PartList {
  readonly unit: string
  readonly post: Post | null
}

export interface PartRow {
  readonly state: Dossier
  readonly dossier_id: string
  readonly part: string
  readonly due_order: string
}

export type AfterPart = Pick<PartRow, 'due_order' | 'dossier_id' | 'part'>

/** What lies with agencies in these lists, soonest due first. */
export async function listParts(
  { db }: Centre,
  lists: readonly PartList[],
  { after, size }: { readonly after: AfterPart | null; readonly size: number },
): Promise<readonly PartRow[]> {
  return db
    .selectFrom('dossier_part')
    .innerJoin('dossier', 'dossier.id', 'dossier_part.dossier_id')
    .select(['dossier.state', 'dossier_part.dossier_id', 'dossier_part.part', 'dossier_part.due_order'])
    .$castTo<PartRow>()
    .where('dossier_part.state', '=', 'open')
    .where((where) => isIn(where, lists))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(dossier_part.due_order, dossier_part.dossier_id, dossier_part.part)
          > (${after?.due_order}::timestamptz, ${after?.dossier_id}::uuid, ${after?.part}::text)`,
      ),
    )
    .orderBy('dossier_part.due_order')
    .orderBy('dossier_part.dossier_id')
    .orderBy('dossier_part.part')
    .limit(size)
    .execute()
}

/** How many there are in these lists. */
export async function countParts({ db }: Centre, lists: readonly PartList[]): Promise<number> {
  const { count } = await db
    .selectFrom('dossier_part')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('dossier_part.state', '=', 'open')
    .where((where) => isIn(where, lists))
    .executeTakeFirstOrThrow()
  return count
}

/** Which dossiers are meant, by what other agencies do of them. */
export interface PartsFilter {
  readonly state: 'open' | 'sent-back'
  /** Past the part's own due moment, which was before. */
  readonly dueBefore?: Moment | undefined
  /** The agency whose part it is. */
  readonly agency?: string | undefined
  /** Led by one of these units, or theirs to do; null is whoever's. */
  readonly units: readonly string[] | null
}

type OfDossier = ExpressionBuilder<CentreTables, 'dossier'>

/** The predicate of a count and its list: found by the parts, which are few. */
export function partsWhere(where: OfDossier, filter: PartsFilter): Expression<SqlBool> {
  const { state, dueBefore, agency, units } = filter
  const parts = where
    .selectFrom('dossier_part as part')
    .select('part.dossier_id')
    .where('part.state', '=', state)
    .$if(dueBefore !== undefined, (query) => query.where('part.due_order', '<', dueBefore ?? ''))
    .$if(agency !== undefined, (query) => query.where('part.unit', '=', agency ?? ''))
  const has = where('dossier.id', 'in', parts)
  if (units === null) return has
  const own = sql<string>`any(${[...units]}::text[])`
  return where.and([
    has,
    where.or([
      where('dossier.unit', '=', own),
      where('dossier.holder_unit', '=', own),
      where('dossier.id', 'in', parts.where('part.unit', '=', own)),
    ]),
  ])
}

/** How many dossiers have parts of each agency under way, late and sent back. */
export interface AgencyParts {
  readonly unit: string
  readonly open: number
  readonly late: number
  readonly back: number
}

/** What lies with each agency and what came back from it, of dossiers that one unit leads or of all. */
export async function partsByAgency(
  { db }: Centre,
  { ledBy, now }: { readonly ledBy: string | null; readonly now: Moment },
): Promise<readonly AgencyParts[]> {
  const counted = (of: Expression<SqlBool>) =>
    sql<number>`count(distinct dossier_part.dossier_id) filter (where ${of})`
  const isOpen = sql<boolean>`dossier_part.state = 'open'`
  return db
    .selectFrom('dossier_part')
    .innerJoin('dossier', 'dossier.id', 'dossier_part.dossier_id')
    .select('dossier_part.unit')
    .select(counted(isOpen).as('open'))
    .select(counted(sql<boolean>`${isOpen} and dossier_part.due_order < ${now}::timestamptz`).as('late'))
    .select(counted(sql<boolean>`dossier_part.state = 'sent-back'`).as('back'))
    .where('dossier_part.state', 'in', ['open', 'sent-back'])
    .$if(ledBy !== null, (query) => query.where('dossier.unit', '=', ledBy ?? ''))
    .groupBy('dossier_part.unit')
    .execute()
}

type Where = ExpressionBuilder<Pick<CentreTables, 'dossier_part'>, 'dossier_part'>

function isIn(where: Where, lists: readonly PartList[]): Expression<SqlBool> {
  return where.or(
    lists.map(({ unit, post }) =>
      where.and([
        where('dossier_part.unit', '=', unit),
        ...(post === null ? [] : [where('dossier_part.post', '=', post)]),
      ]),
    ),
  )
}
