import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

export interface ExportRow {
  readonly id: string
  readonly at: Moment
  /** Not where it was broken off, or is on its way. */
  readonly isWhole: boolean
  readonly files: number
}

/** Writes down that somebody takes all data on himself along, before anything is given out. */
export async function beginExport(
  { db }: Centre,
  { id, citizen, at }: { readonly id: string; readonly citizen: string; readonly at: Moment },
): Promise<void> {
  await db.insertInto('data_export').values({ id, citizen_id: citizen, at }).execute()
}

/** That it has come whole, with so many files. */
export async function finishExport({ db }: Centre, id: string, files: number): Promise<void> {
  await db.updateTable('data_export').set({ is_whole: true, files }).where('id', '=', id).execute()
}

/** What an account took along, the latest first. */
export async function exportsOf(
  { db }: Centre,
  citizen: string,
  size: number,
): Promise<readonly ExportRow[]> {
  return db
    .selectFrom('data_export')
    .select(['id', 'at', 'is_whole as isWhole', 'files'])
    .where('citizen_id', '=', citizen)
    .orderBy('at', 'desc')
    .limit(size)
    .execute()
}
