import { type Expression, sql, type SqlBool } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'

/**
 * Which papers are meant, told from the state of a dossier as `domain/dossier/papers.ts` reads it. Units are those the
 * papers concern; null is every unit.
 */
export type PapersFilter = { readonly units: readonly string[] | null } & (
  | {
      readonly kind: 'to-go'
      /** Only what was to go since before, by rule set; null is all that is to go. */
      readonly since: readonly { readonly ruleSets: readonly string[]; readonly before: Moment }[] | null
    }
  /** On a sheet that was given before and nobody has confirmed. */
  | { readonly kind: 'on-sheet'; readonly before: Moment }
  | { readonly kind: 'missing' }
)

const lot = (path: string) => sql<string>`lot ->> ${sql.lit(path)}`
const wantedSince = sql`coalesce(dossier.state ->> 'unitSince', dossier.state ->> 'stepSince')`

export function papersWhere(filter: PapersFilter): Expression<SqlBool> {
  switch (filter.kind) {
    case 'to-go':
      return toGo(filter)
    case 'on-sheet':
      return sql<boolean>`(dossier.holder_kind is not null and exists (
        select from jsonb_array_elements(dossier.state -> 'lots') lot
        where (lot -> 'sheet' ->> 'at')::timestamptz < ${filter.before}::timestamptz
          and (${isOf(lot('unit'), filter.units)} or ${isOf(sql`lot -> 'sheet' ->> 'to'`, filter.units)})))`
    case 'missing':
      return sql<boolean>`(dossier.holder_kind is not null and exists (
        select from jsonb_array_elements(dossier.state -> 'missing') lot
        where ${isOf(lot('unit'), filter.units)} or ${isOf(lot('from'), filter.units)}))`
  }
}

function toGo({ units, since }: Extract<PapersFilter, { kind: 'to-go' }>): Expression<SqlBool> {
  const isLate = (from: Expression<unknown>) =>
    since === null
      ? sql<boolean>`true`
      : sql<boolean>`(${sql.join(
          [
            sql`false`,
            ...since.map(
              ({ ruleSets, before }) =>
                sql`(dossier.state ->> 'ruleSet' = any(${[...ruleSets]}::text[]) and ${from} < ${before}::timestamptz)`,
            ),
          ],
          sql` or `,
        )})`
  const elsewhere = (unit: Expression<unknown>) =>
    sql`(${unit} <> dossier.holder_unit and ${isOf(unit, units)})`
  const receivedAt = sql`dossier.state ->> 'placeOfReceipt'`
  return sql<boolean>`(dossier.holder_kind is not null and (
    (not dossier.state ? 'lots' and ${isLate(sql`(${wantedSince})::timestamptz`)} and (
      (${elsewhere(receivedAt)} and exists (
        select from jsonb_array_elements(dossier.state -> 'components') given
        where (given ->> 'original')::int + (given ->> 'certified')::int + (given ->> 'copy')::int > 0))
      or (dossier.state ->> 'approvedAt' is not null and dossier.state -> 'returnWish' ->> 'way' <> 'electronic'
        and ${elsewhere(approver)})))
    or exists (
      select from jsonb_array_elements(dossier.state -> 'lots') lot
      where not lot ? 'sheet' and ${elsewhere(lot('unit'))}
        and ${isLate(sql`greatest((${lot('since')})::timestamptz, (${wantedSince})::timestamptz)`)})))`
}

/** Where a result was signed: of several approvals, for the competent unit. */
const approver = sql`(
  select coalesce(max(doer ->> 'unit') filter (where doer ->> 'unit' = dossier.unit), min(doer ->> 'unit'))
  from jsonb_each(dossier.state -> 'doneBy') as done (step, doer) where doer ->> 'post' = 'approver')`

const isOf = (unit: Expression<unknown>, units: readonly string[] | null) =>
  units === null ? sql`true` : sql`${unit} = any(${[...units]}::text[])`
