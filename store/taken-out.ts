import { sql } from 'kysely'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'

/** A day in a hamlet comes to some dozens. */
const MOST = 300

/** What was taken in a session or on a visit, in the order in which it was received. */
export async function dossiersTakenOut({ db }: Centre, id: string): Promise<readonly Dossier[]> {
  const rows = await db
    .selectFrom('dossier_search as found')
    .innerJoin('dossier', 'dossier.id', 'found.dossier_id')
    .select('dossier.state')
    .$castTo<{ state: Dossier }>()
    .where('found.taken_out', '=', id)
    .orderBy('found.received_at')
    .orderBy('dossier.code')
    .limit(MOST)
    .execute()
  return rows.map(({ state }) => state)
}

/** How many dossiers were taken in each of some sessions. */
export async function countTakenOut(
  { db }: Centre,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('dossier_search')
    .select(['taken_out', ({ fn }) => fn.countAll<number>().as('count')])
    .where('taken_out', 'in', [...ids])
    .groupBy('taken_out')
    .execute()
  return new Map(rows.flatMap(({ taken_out, count }) => (taken_out === null ? [] : [[taken_out, count]])))
}

/**
 * Results that lie ready for people of a commune: whose address names it, who were helped there, or whose dossier was
 * taken in one of its sessions. The longest waiting first.
 */
export async function readyForCommune(
  { db }: Centre,
  {
    codes,
    names,
    size,
  }: { readonly codes: readonly string[]; readonly names: readonly string[]; readonly size: number },
): Promise<readonly Dossier[]> {
  const named = names.map((name) => `%${name.replaceAll(/[%_\\]/g, '\\$&')}%`)
  const rows = await db
    .selectFrom('dossier')
    .select('state')
    .$castTo<{ state: Dossier }>()
    .where('stage', '=', 'ready')
    .where(({ or, exists, selectFrom }) =>
      or([
        sql<boolean>`state ->> 'placeOfSupport' = any(${codes})`,
        sql<boolean>`state -> 'owner' ->> 'address' ilike any(${named})`,
        sql<boolean>`state -> 'applicant' ->> 'address' ilike any(${named})`,
        exists(
          selectFrom('dossier_search as found')
            .innerJoin('outreach_session as s', 's.id', 'found.taken_out')
            .select(sql`1`.as('one'))
            .whereRef('found.dossier_id', '=', 'dossier.id')
            .where('s.commune', 'in', codes),
        ),
      ]),
    )
    .orderBy('ready_at')
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map(({ state }) => state)
}
