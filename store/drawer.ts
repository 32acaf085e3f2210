import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Needle } from '#domain/dossier/asked.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'
import { areIn } from './search.ts'

export interface InDrawer {
  readonly id: string
  readonly state: Dossier
}

/** Where a page of the drawer begins: behind this dossier, in order of when the result came. */
export interface AfterInDrawer {
  readonly readyAt: Moment
  readonly id: string
}

export interface DrawerAsked {
  /** The units whose drawers are looked into. */
  readonly units: readonly string[]
  /** All of them must be found; none shows everything. */
  readonly needles: readonly Needle[]
  readonly after: AfterInDrawer | null
  readonly size: number
}

/** Results that lie ready, the longest waiting first. */
export async function listReady(
  { db }: Centre,
  { units, needles, after, size }: DrawerAsked,
): Promise<readonly InDrawer[]> {
  return db
    .selectFrom('dossier')
    .select(['id', 'state'])
    .$castTo<InDrawer>()
    .where('stage', '=', 'ready')
    .where('holder_unit', 'in', [...units])
    .$if(needles.length > 0, (query) =>
      query.where('id', 'in', (found) =>
        found.selectFrom('dossier_search').select('dossier_id').where(areIn('searched', needles)),
      ),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(ready_at, id) > (${after?.readyAt}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('ready_at')
    .orderBy('id')
    .limit(size)
    .execute()
}

/** Approved results that lie with the clerks of these units and have not been reported ready, soonest due first. */
export async function listArrived(
  { db }: Centre,
  { units, size }: Pick<DrawerAsked, 'units' | 'size'>,
): Promise<readonly InDrawer[]> {
  return db
    .selectFrom('dossier')
    .select(['id', 'state'])
    .$castTo<InDrawer>()
    .where('stage', '=', 'in-process')
    .where('holder_unit', 'in', [...units])
    .where('holder_post', '=', 'clerk')
    .where('holder_kind', 'is not', null)
    .where(sql<boolean>`state ->> 'approvedAt' is not null`)
    .orderBy('due_order')
    .orderBy('id')
    .limit(size)
    .execute()
}
