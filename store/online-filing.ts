import type { OnlineFiling } from '#domain/procedure/online-filing.ts'
import type { WithDatabase } from './law.ts'

/** The times in which the centre takes filings on its own pages, as entered. */
export function onlineFilings({ db }: WithDatabase): Promise<OnlineFiling[]> {
  return db
    .selectFrom('online_filing')
    .select(['from_on as from', 'until_on as until', 'ground'])
    .orderBy('from_on')
    .execute()
}

/** Adds times, or sets end and ground of known ones anew. */
export async function publishOnlineFilings(
  { db }: WithDatabase,
  times: readonly OnlineFiling[],
): Promise<void> {
  for (const { from, until, ground } of times)
    await db
      .insertInto('online_filing')
      .values({ from_on: from, until_on: until, ground })
      .onConflict((conflict) => conflict.column('from_on').doUpdateSet({ until_on: until, ground }))
      .execute()
}

export async function endOnlineFiling(
  { db }: WithDatabase,
  from: string,
  until: string | null,
): Promise<void> {
  await db.updateTable('online_filing').set({ until_on: until }).where('from_on', '=', from).execute()
}
