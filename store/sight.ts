import { type Expression, expressionBuilder, sql, type SqlBool } from 'kysely'
import type { Sight } from '#domain/people/may.ts'
import type { CentreTables } from './tables.ts'

/** `may` see-dossier (`domain/people/may.ts`), for a list to be narrowed by before it is read. */
export function inSight({ isWhole, units, desks, staff }: Sight): Expression<SqlBool> {
  if (isWhole) return sql<boolean>`true`
  const own = [...units]
  const where = expressionBuilder<CentreTables, 'dossier'>()
  return where.or([
    sql<boolean>`${sql.ref('dossier.unit')} = any(${own}::text[])`,
    sql<boolean>`${sql.ref('dossier.holder_unit')} = any(${own}::text[])`,
    ...(desks.length > 0 ? [handedInAt(desks)] : []),
    hasPartOf(own),
    sql<boolean>`jsonb_path_exists(${sql.ref('dossier.state')}, '$.doneBy.*.staff ? (@ == $staff)',
      jsonb_build_object('staff', ${staff}::text))`,
  ])
}

/** Handed in at one of these desks for another agency. */
export function handedInAt(desks: readonly string[]): Expression<SqlBool> {
  const state = sql.ref('dossier.state')
  return sql<boolean>`(${state} ? 'elsewhere' and ${state} ->> 'placeOfReceipt' = any(${[...desks]}::text[]))`
}

/** A part that one of these units has to do, or has sent back. */
function hasPartOf(units: readonly string[]): Expression<SqlBool> {
  const where = expressionBuilder<CentreTables, 'dossier'>()
  return where.exists(
    where
      .selectFrom('dossier_part as part')
      .select(sql`1`.as('one'))
      .whereRef('part.dossier_id', '=', 'dossier.id')
      .where('part.unit', '=', sql<string>`any(${[...units]}::text[])`)
      .where('part.state', 'in', ['open', 'sent-back']),
  )
}
