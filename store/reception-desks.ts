import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { Target } from '#domain/statistics/targets.ts'
import type { WithDatabase } from './law.ts'

/** The desks at which people hand in. */
export async function receptionDesks({ db }: WithDatabase): Promise<ReceptionDesk[]> {
  const rows = await db.selectFrom('reception_desk').selectAll().orderBy('unit').execute()
  return rows.map(({ unit, content }) => ({ unit, ...content }))
}

/** Adds desks, or says known ones anew. */
export async function publishDesks({ db }: WithDatabase, desks: readonly ReceptionDesk[]): Promise<void> {
  for (const { unit, ...rest } of desks) {
    const content = JSON.stringify(rest)
    await db
      .insertInto('reception_desk')
      .values({ unit, content })
      .onConflict((conflict) => conflict.column('unit').doUpdateSet({ content }))
      .execute()
  }
}

/** Takes a desk away: what was received there keeps its name. */
export async function dropDesk({ db }: WithDatabase, unit: string): Promise<void> {
  await db.deleteFrom('reception_desk').where('unit', '=', unit).execute()
}

/** The shares to be reached, oldest first. */
export async function targets({ db }: WithDatabase): Promise<Target[]> {
  const rows = await db.selectFrom('target').selectAll().orderBy('from_on').orderBy('of_unit').execute()
  return rows.map(({ of_unit: of, from_on: from, until_on: until, early, source }) => {
    return { of, from, until, early, source }
  })
}

/** Adds targets, or says known ones anew. */
export async function publishTargets({ db }: WithDatabase, all: readonly Target[]): Promise<void> {
  for (const { of: of_unit, from: from_on, until: until_on, early, source } of all)
    await db
      .insertInto('target')
      .values({ of_unit, from_on, until_on, early, source })
      .onConflict((conflict) =>
        conflict.columns(['of_unit', 'from_on']).doUpdateSet({ until_on, early, source }),
      )
      .execute()
}

/** Takes a target away. */
export async function dropTarget(
  { db }: WithDatabase,
  { of, from }: Pick<Target, 'of' | 'from'>,
): Promise<void> {
  await db.deleteFrom('target').where('of_unit', '=', of).where('from_on', '=', from).execute()
}
