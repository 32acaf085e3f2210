import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { CentreTables } from './tables.ts'

/** Since when what lies elsewhere is late, by rule set. */
export interface LateSince {
  readonly ruleSets: readonly string[]
  readonly before: Moment
}

/**
 * Which papers are meant, told from the state of a dossier as `domain/dossier/papers.ts` reads it. Units are those the
 * papers concern; null is every unit.
 */
export type PapersFilter = { readonly units: readonly string[] | null } & (
  | {
      readonly kind: 'to-go'
      /** Only what was to go since before, by rule set; null is all that is to go. */
      readonly since: readonly LateSince[] | null
    }
  /** On a sheet that was given before and nobody has confirmed. */
  | { readonly kind: 'on-sheet'; readonly before: Moment }
  | { readonly kind: 'missing' }
)

type Lots = Omit<Extract<PapersFilter, { kind: 'to-go' }>, 'kind'>
type OfDossier = ExpressionBuilder<CentreTables, 'dossier'>

/** Since when the unit that is to act has been waiting for papers; in the order of its text. */
export const WANTED_SINCE = sql<Moment>`coalesce(dossier.state ->> 'unitSince', dossier.state ->> 'stepSince') collate "C"`

/**
 * Whose papers may lie elsewhere than where the next step is, and of whom some are missing: the conditions of two
 * indexes (0035), so that few of many open dossiers are looked at. The first never leaves one out; what it lets in
 * besides is told apart by the lots.
 */
export const INDEXED = {
  astray:
    '$ ? (!exists(@.lots) && (@.placeOfReceipt != @.holder.unit' +
    ' || @.approvedAt != null && exists(@.doneBy.* ? (@.post == "approver" && @.unit != $.holder.unit)))' +
    ' || exists(@.lots[*] ? (!exists(@.sheet) && @.unit != $.holder.unit)))',
  missing: '$.missing[*]',
} as const

const isIndexed = (path: string) =>
  sql<boolean>`dossier.holder_kind is not null and jsonb_path_exists(dossier.state, ${sql.lit(path)})`

/** Of several approvals, that for the competent unit. */
const approver = sql`(
  select coalesce(max(doer ->> 'unit') filter (where doer ->> 'unit' = dossier.unit), min(doer ->> 'unit'))
  from jsonb_each(dossier.state -> 'doneBy') as done (step, doer) where doer ->> 'post' = 'approver')`

/** Where papers of a dossier lie that are on no sheet (`lotsOf`), a row a lot: the unit, and since when. */
export const LOTS = sql<{ unit: string; since: Moment }>`(
  select lot ->> 'unit' as unit, lot ->> 'since' as since
  from jsonb_array_elements(dossier.state -> 'lots') lot where not lot ? 'sheet'
  union all
  select dossier.state ->> 'placeOfReceipt', dossier.state ->> 'receivedAt'
  where not dossier.state ? 'lots' and exists (
    select from jsonb_array_elements(dossier.state -> 'components') given
    where (given ->> 'original')::int + (given ->> 'certified')::int + (given ->> 'copy')::int > 0)
  union all
  select ${approver}, dossier.state ->> 'approvedAt'
  where not dossier.state ? 'lots' and dossier.state ->> 'approvedAt' is not null
    and dossier.state -> 'returnWish' ->> 'way' <> 'electronic')`

/** Of a row of `LOTS` named `lot`: it is to go, of these units, since before. */
export function lotIsMeant({ units, since }: Lots): Expression<SqlBool> {
  const from = sql`greatest(lot.since collate "C", ${WANTED_SINCE})`
  const isLate = sql.join(
    (since ?? []).map(
      ({ ruleSets, before }) =>
        sql`(dossier.state ->> 'ruleSet' = any(${[...ruleSets]}::text[]) and ${from} < ${before})`,
    ),
    sql` or `,
  )
  return sql<boolean>`(lot.unit <> dossier.holder_unit and ${isOf(sql`lot.unit`, units)}
    ${since === null ? sql`` : since.length === 0 ? sql`and false` : sql`and (${isLate})`})`
}

/** What may be meant: by the index, by how long it has been wanted, and by whose it can be at a glance. */
export function mayBeAstray({ units, since }: Lots): Expression<SqlBool> {
  const latest = (since ?? [])
    .map(({ before }) => before)
    .toSorted()
    .at(-1)
  const isWanted = latest === undefined ? sql`` : sql`and ${WANTED_SINCE} < ${latest}`
  const isTheirs = sql`(dossier.state ? 'lots' or dossier.state ->> 'approvedAt' is not null
    or ${isOf(sql`dossier.state ->> 'placeOfReceipt'`, units)})`
  return sql<boolean>`${isIndexed(INDEXED.astray)} ${isWanted} and ${isTheirs}`
}

export function papersWhere(where: OfDossier, filter: PapersFilter): Expression<SqlBool> {
  switch (filter.kind) {
    case 'to-go':
      return sql<boolean>`(${mayBeAstray(filter)} and exists (select from ${LOTS} lot where ${lotIsMeant(filter)}))`
    case 'on-sheet':
      return where.and([where('dossier.holder_kind', 'is not', null), isOnOpenSheet(where, filter)])
    case 'missing':
      return sql<boolean>`(${isIndexed(INDEXED.missing)} and exists (
        select from jsonb_array_elements(dossier.state -> 'missing') gone
        where ${isOf(sql`gone ->> 'unit'`, filter.units)} or ${isOf(sql`gone ->> 'from'`, filter.units)}))`
  }
}

/** Found by the open sheets, which are few: sheet and state are written together. */
function isOnOpenSheet(
  where: OfDossier,
  { units, before }: Extract<PapersFilter, { kind: 'on-sheet' }>,
): Expression<SqlBool> {
  const sheets = where
    .selectFrom('hand_over_line as line')
    .innerJoin('hand_over_sheet as sheet', 'sheet.id', 'line.sheet_id')
    .select('line.dossier_code')
    .where('sheet.closed', 'is', null)
    .where('sheet.given_at', '<', before)
    .where(({ or }) => or([isOf(sql.ref('sheet.from_unit'), units), isOf(sql.ref('sheet.to_unit'), units)]))
  return where('dossier.code', 'in', sheets)
}

const isOf = (unit: Expression<unknown>, units: readonly string[] | null) =>
  units === null ? sql<boolean>`true` : sql<boolean>`${unit} = any(${[...units]}::text[])`
