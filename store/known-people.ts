import { sql } from 'kysely'
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

/** How many of the latest receipts of the whole hall are looked through: a clerk's own of the last hours. */
const LATEST = 300

/** The procedures of the dossiers that a person received lately, the latest first. */
export async function latelyReceivedBy({ db }: Centre, staff: string): Promise<readonly string[]> {
  const rows = await db
    .with('latest', (db) =>
      db
        .selectFrom('dossier_search')
        .select(['dossier_id', 'procedure_key', 'received_at'])
        .orderBy('received_at', 'desc')
        .orderBy('dossier_id', 'desc')
        .limit(LATEST),
    )
    .selectFrom('latest')
    .innerJoin('dossier', 'dossier.id', 'latest.dossier_id')
    .select('latest.procedure_key')
    .where(sql<string>`${sql.ref('dossier.state')} -> 'doneBy' -> 'receive' ->> 'staff'`, '=', staff)
    .orderBy('latest.received_at', 'desc')
    .execute()
  return rows.map((row) => row.procedure_key)
}
