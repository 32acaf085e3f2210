import type { Place } from '#domain/procedure/address.ts'
import { inBatches } from './batches.ts'
import type { WithDatabase } from './law.ts'

/** A place with where it is known from. */
export interface StandingPlace extends Place {
  readonly confidence: string
  readonly source: string
}

/** All places that ever stood. */
export async function places({ db }: WithDatabase): Promise<StandingPlace[]> {
  const rows = await db.selectFrom('place').selectAll().orderBy('code').orderBy('from_on').execute()
  return rows.map(({ from_on: from, until_on: until, ...row }) => ({ ...row, from, until }))
}

/** Adds places, or sets what is known of them anew. */
export async function publishPlaces({ db }: WithDatabase, given: readonly StandingPlace[]): Promise<void> {
  const rows = given.map(({ from, until, became, ...row }) => ({
    ...row,
    from_on: from,
    until_on: until,
    became: became ? JSON.stringify(became) : null,
  }))
  await inBatches(rows, (batch) =>
    db
      .insertInto('place')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['code', 'from_on']).doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          kind: ref('excluded.kind'),
          parent: ref('excluded.parent'),
          until_on: ref('excluded.until_on'),
          became: ref('excluded.became'),
          confidence: ref('excluded.confidence'),
          source: ref('excluded.source'),
        })),
      )
      .execute(),
  )
}

/** From a day on a place stands no more; named by its code and the day it stands from. */
export async function endPlace({ db }: WithDatabase, name: string, until: string | null): Promise<void> {
  const [code = '', from = ''] = name.split(' ')
  await db
    .updateTable('place')
    .set({ until_on: until })
    .where('code', '=', code)
    .where('from_on', '=', from)
    .execute()
}
