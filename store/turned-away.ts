import type { Moment } from '#domain/calendar/moment.ts'
import type { TurnedAway } from '#domain/dossier/turning-away.ts'
import type { Centre } from './database.ts'

/** Adds a slip. Of an id that was used before nothing is written; what stands under the id is answered. */
export async function addTurnedAway({ db }: Centre, slip: TurnedAway): Promise<TurnedAway> {
  const { id, at, kind, procedure, placeOfReceipt, by, applicant } = slip
  await db
    .insertInto('turned_away')
    .values({
      id,
      at,
      kind,
      procedure_key: procedure,
      unit: placeOfReceipt,
      staff_id: by.staff,
      applicant_number: applicant.idNumber,
      content: JSON.stringify(slip),
    })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
  const row = await db
    .selectFrom('turned_away')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.content as TurnedAway
}

export async function turnedAway({ db }: Centre, id: string): Promise<TurnedAway | undefined> {
  const row = await db.selectFrom('turned_away').select('content').where('id', '=', id).executeTakeFirst()
  return row?.content as TurnedAway | undefined
}

/** How often a person was asked for more with a procedure since, another slip than this one. */
export async function askedBefore(
  { db }: Centre,
  { id, applicant, procedure }: TurnedAway,
  since: Moment,
): Promise<number> {
  if (applicant.idNumber === null) return 0
  const { count } = await db
    .selectFrom('turned_away')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('applicant_number', '=', applicant.idNumber)
    .where('procedure_key', '=', procedure)
    .where('kind', '=', 'supplement')
    .where('at', '>=', since)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow()
  return count
}
