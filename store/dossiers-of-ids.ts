import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'

/** Dossiers as they stand, by id. */
export async function dossiersOfIds(
  { db }: Centre,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly dossier: Dossier }>> {
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'state'])
    .where('id', 'in', [...ids])
    .$castTo<{ id: string; state: Dossier }>()
    .execute()
  return new Map(rows.map(({ id, state }) => [id, { id, dossier: state }]))
}
