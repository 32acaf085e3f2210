import type { Centre } from './database.ts'

/** Whole rows of dossiers, to be held against their events. */
export async function dossierRows(centre: Centre, codes: readonly string[]) {
  return centre.db
    .selectFrom('dossier')
    .selectAll()
    .where('code', 'in', [...codes])
    .execute()
}

/** What dossiers are found by, to be held against their receipts. */
export async function searchRows(centre: Centre, ids: readonly string[]) {
  return centre.db
    .selectFrom('dossier_search')
    .selectAll()
    .where('dossier_id', 'in', [...ids])
    .execute()
}

/** What lies or lay with other agencies, to be held against the events. */
export async function partRows(centre: Centre, ids: readonly string[]) {
  return centre.db
    .selectFrom('dossier_part')
    .selectAll()
    .where('dossier_id', 'in', [...ids])
    .execute()
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
