import type { Day } from '#domain/calendar/moment.ts'
import type { CountedFact } from '#domain/statistics/facts.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import type { Centre } from './database.ts'

/** A dossier from before the system, as a register of that time has it; it holds no personal data. */
export interface EarlierDossier {
  readonly id: string
  readonly receivedOn: Day
  readonly unit: string
  readonly field: string
  readonly procedure: string
  readonly channel: Channel
  /** The commune or ward it came from; empty where the register does not say. */
  readonly place: string
  /** The register, and where in it. */
  readonly source: string
}

/** Enters earlier dossiers with the facts that count them; one entered before is not entered or counted again. */
export async function enterEarlierDossiers(
  { db }: Centre,
  dossiers: readonly EarlierDossier[],
  factOf: (dossier: EarlierDossier) => CountedFact,
): Promise<number> {
  return db.transaction().execute(async (all) => {
    const entered = await all
      .insertInto('earlier_dossier')
      .values(
        dossiers.map(({ receivedOn, procedure, ...one }) => ({
          ...one,
          received_on: receivedOn,
          procedure_key: procedure,
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute()
    const ids = new Set(entered.map(({ id }) => id))
    const facts = dossiers.filter(({ id }) => ids.has(id)).map(factOf)
    if (facts.length > 0)
      await all
        .insertInto('outbox')
        .values({ task: 'count', payload: JSON.stringify(facts) })
        .execute()
    return ids.size
  })
}
