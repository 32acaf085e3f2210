import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

export interface KeptSearch {
  readonly id: string
  readonly staff: string
  readonly at: Moment
  readonly typed: string
}

/** Keeps what a person searched for, and forgets what was kept before a moment. */
export async function keepSearch(
  centre: Centre,
  { staff, ...kept }: KeptSearch,
  before: Moment,
): Promise<void> {
  await centre.db.deleteFrom('kept_search').where('at', '<', before).execute()
  await centre.db
    .insertInto('kept_search')
    .values({ ...kept, staff_id: staff })
    .execute()
}

/** What a person searched for; undefined when it was somebody else, or longer ago than a moment. */
export async function keptSearch(
  centre: Centre,
  { id, staff, after }: { readonly id: string; readonly staff: string; readonly after: Moment },
): Promise<string | undefined> {
  const row = await centre.db
    .selectFrom('kept_search')
    .select('typed')
    .where('id', '=', id)
    .where('staff_id', '=', staff)
    .where('at', '>=', after)
    .executeTakeFirst()
  return row?.typed
}
