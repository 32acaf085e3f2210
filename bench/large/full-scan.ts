import type { Window } from '#domain/statistics/window.ts'
import type { Centre } from '#store/database.ts'
import { sql } from 'kysely'

/** Columns (3) to (13) of report II.06 by field. */
export interface ScannedLine {
  readonly field: string
  readonly cells: readonly number[]
}

/** The report counted from the rows of all dossiers, by the definitions and nothing else. */
export async function fullScan({ db }: Centre, { from, to }: Window): Promise<readonly ScannedLine[]> {
  const begin = sql`${`${from}T00:00:00+07:00`}::timestamptz`
  const end = sql`(${`${to}T00:00:00+07:00`}::timestamptz + interval '1 day')`
  const received = sql<boolean>`received_at >= ${begin} and received_at < ${end}`
  const open = (at: typeof begin) =>
    sql<boolean>`received_at < ${at} and (ready_at is null or ready_at >= ${at})`
  const settled = sql<boolean>`ready_at >= ${begin} and ready_at < ${end}`
  const late = sql<boolean>`case stage when 'awaiting-citizen'
    then coalesce((state ->> 'minutesLeft')::int < 0, false) else due_order < ${end} end`
  const count = (of: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) filter (where ${of})`
  const rows = await db
    .selectFrom('dossier')
    .select('field')
    .select([
      count(sql`(${received}) and channel = 'online'`).as('online'),
      count(sql`(${received}) and channel <> 'online'`).as('direct'),
      count(open(begin)).as('carried'),
      count(sql`(${settled}) and timeliness = 'early'`).as('early'),
      count(sql`(${settled}) and timeliness in ('on-time', 'no-limit')`).as('onTime'),
      count(sql`(${settled}) and timeliness = 'late'`).as('late'),
      count(open(end)).as('open'),
      count(sql`(${open(end)}) and (${late})`).as('overdue'),
    ])
    .groupBy('field')
    .execute()
  return rows
    .map(({ field, online, direct, carried, early, onTime, late, open, overdue }) => ({
      field,
      cells: [
        online + direct + carried,
        online,
        direct,
        carried,
        early + onTime + late,
        early,
        onTime,
        late,
        open,
        open - overdue,
        overdue,
      ],
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== 0))
    .toSorted((a, b) => (a.field < b.field ? -1 : 1))
}
