import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

/** A filing that is to be answered, and by when. */
export interface FilingToRemind {
  readonly id: string
  readonly code: string
  readonly acceptBy: Moment
}

interface Asked {
  readonly kind: string
  readonly before: Moment
  readonly size: number
}

/** Filings to be answered before a moment of which nobody was reminded yet in this way, the most urgent first. */
export async function unremindedFilings(
  { db }: Centre,
  { kind, before, size }: Asked,
): Promise<readonly FilingToRemind[]> {
  return db
    .selectFrom('filing')
    .select(['id', 'code', 'accept_by as acceptBy'])
    .where('accept_by', '<=', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('filing_reminder as told')
            .select(sql`1`.as('one'))
            .whereRef('told.filing_id', '=', 'filing.id')
            .where('told.kind', '=', kind)
            .whereRef('told.basis', '=', 'filing.accept_by'),
        ),
      ),
    )
    .orderBy('accept_by')
    .orderBy('id')
    .limit(size)
    .$castTo<FilingToRemind>()
    .execute()
}

/** Keeps that the counters were reminded; false where that was done already. */
export async function writeFilingReminder(
  { db }: Centre,
  told: { readonly id: string; readonly kind: string; readonly acceptBy: Moment; readonly at: Moment },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('filing_reminder')
    .values({ filing_id: told.id, kind: told.kind, basis: told.acceptBy, at: told.at })
    .onConflict((already) => already.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** When the counters were reminded of a filing, the latest first. */
export async function remindedOfFiling({ db }: Centre, id: string): Promise<readonly Moment[]> {
  const rows = await db
    .selectFrom('filing_reminder')
    .select('at')
    .where('filing_id', '=', id)
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ at }) => at)
}
