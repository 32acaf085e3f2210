import type { Centre } from './database.ts'

/** A dossier's whole row, to be held against its events. */
export async function dossierRow(centre: Centre, code: string) {
  return centre.db.selectFrom('dossier').selectAll().where('code', '=', code).executeTakeFirst()
}

/** What a dossier is found by, to be held against its receipt. */
export async function searchRow(centre: Centre, id: string) {
  return centre.db.selectFrom('dossier_search').selectAll().where('dossier_id', '=', id).executeTakeFirst()
}

/** Codes of all dossiers in order, a page at a time. */
export async function dossierCodes(centre: Centre, after: string, limit: number): Promise<readonly string[]> {
  const rows = await centre.db
    .selectFrom('dossier')
    .select('code')
    .where('code', '>', after)
    .orderBy('code')
    .limit(limit)
    .execute()
  return rows.map((row) => row.code)
}
