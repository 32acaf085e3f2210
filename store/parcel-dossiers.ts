import { sql } from 'kysely'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'

/** Results that lie ready, are wished by post, and have no parcel on its way, the longest waiting first. */
export async function dossiersForPost(
  { db }: Centre,
  units: readonly string[] | null,
  most: number,
): Promise<readonly Dossier[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('state')
    .$castTo<{ state: Dossier }>()
    .where('stage', '=', 'ready')
    .$if(units !== null, (query) => query.where('holder_unit', 'in', ['', ...(units ?? [])]))
    .where(sql<boolean>`state -> 'returnWish' ->> 'way' = 'post'`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('parcel')
            .select(sql`1`.as('one'))
            .whereRef('parcel.code', '=', 'dossier.code')
            .where('parcel.direction', '=', 'out')
            .where('parcel.stage', 'not in', ['declined', 'cancelled']),
        ),
      ),
    )
    .orderBy('ready_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ state }) => state)
}
