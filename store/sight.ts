import { type Expression, sql, type SqlBool } from 'kysely'
import type { Sight } from '#domain/people/may.ts'

/** `may` see-dossier (`domain/people/may.ts`), for a list to be narrowed by before it is read. */
export function inSight({ isWhole, units, staff }: Sight): Expression<SqlBool> {
  if (isWhole) return sql<boolean>`true`
  const own = [...units]
  return sql<boolean>`(${sql.ref('dossier.unit')} = any(${own}::text[])
    or ${sql.ref('dossier.holder_unit')} = any(${own}::text[])
    or jsonb_path_exists(${sql.ref('dossier.state')}, '$.doneBy.*.staff ? (@ == $staff)',
      jsonb_build_object('staff', ${staff}::text)))`
}
