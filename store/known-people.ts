import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'

/** The latest dossiers that name a number as applicant's or owner's, newest first. */
export async function dossiersOfNumber(
  { db }: Centre,
  number: string,
  {
    procedure,
    isOpen = false,
    size,
  }: { readonly procedure?: string; readonly isOpen?: boolean; readonly size: number },
): Promise<readonly Dossier[]> {
  const rows = await db
    .selectFrom('dossier_search as found')
    .innerJoin('dossier', 'dossier.id', 'found.dossier_id')
    .select('dossier.state')
    .$castTo<{ state: Dossier }>()
    .where((where) =>
      where.or([where('found.applicant_number', '=', number), where('found.owner_number', '=', number)]),
    )
    .$if(procedure !== undefined, (query) => query.where('found.procedure_key', '=', procedure ?? ''))
    .$if(isOpen, (query) => query.where('dossier.holder_kind', 'is not', null))
    .orderBy('found.received_at', 'desc')
    .orderBy('found.dossier_id', 'desc')
    .limit(size)
    .execute()
  return rows.map(({ state }) => state)
}
