import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'

/** A visit of a bank or a notary's firm comes to some dozens. */
const MOST = 500

/** The dossiers of one visit, in the order in which they were received. */
export async function dossiersOfVisit(
  { db }: Centre,
  visit: string,
  most = MOST,
): Promise<readonly { readonly id: string; readonly dossier: Dossier }[]> {
  const rows = await db
    .selectFrom('dossier_search as found')
    .innerJoin('dossier', 'dossier.id', 'found.dossier_id')
    .select(['dossier.id', 'dossier.state'])
    .$castTo<{ id: string; state: Dossier }>()
    .where('found.visit', '=', visit)
    .orderBy('found.received_at')
    .orderBy('dossier.code')
    .limit(most)
    .execute()
  return rows.map(({ id, state }) => ({ id, dossier: state }))
}
