import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { FileState } from '#domain/filing/handed-in.ts'
import type { Centre } from './database.ts'
import { type CheckedFor, type FiledFileRow, putBeside } from './filing-files.ts'

type WithDatabase = Pick<Centre, 'db'>

/** Files that wait to be checked, those first that were never tried. */
export async function filesInQuarantine({ db }: WithDatabase, size: number): Promise<string[]> {
  const rows = await db
    .selectFrom('filing_file')
    .select('id')
    .where('checked_at', 'is', null)
    .where('bytes', 'is not', null)
    .orderBy('tried_at', sql`asc nulls first`)
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map(({ id }) => id)
}

/** The content of a file in quarantine, for the scanner alone; undefined where it is none any more. */
export async function quarantinedContent({ db }: WithDatabase, id: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('filing_file')
    .select('bytes')
    .where('id', '=', id)
    .where('checked_at', 'is', null)
    .executeTakeFirst()
  return row?.bytes ?? undefined
}

export async function markTried({ db }: WithDatabase, id: string, at: Moment): Promise<void> {
  await db
    .updateTable('filing_file')
    .set({ tried_at: at })
    .where('id', '=', id)
    .where('checked_at', 'is', null)
    .execute()
}

/** Lets a file out of quarantine; beside the dossier it was sent for, where there is one by now. */
export function letOut(
  { db }: WithDatabase,
  id: string,
  { at, checkedFor }: { readonly at: Moment; readonly checkedFor: CheckedFor },
): Promise<void> {
  return db.transaction().execute(async (all) => {
    const file = await all
      .updateTable('filing_file')
      .set({ checked_at: at, checked_for: checkedFor })
      .where('id', '=', id)
      .where('checked_at', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!file?.dossier_id) return
    const { dossier_id: dossier, scan_component: component } = file
    await putBeside({ db: all }, file, { dossier, component, at, staff: null })
    await all.updateTable('filing_file').set({ bytes: null }).where('id', '=', id).execute()
  })
}

interface Infected extends Pick<FiledFileRow, 'id' | 'component' | 'mediaType' | 'size' | 'sha256'> {
  readonly filing: string
  readonly found: string
  readonly handedInAt: Moment
  readonly foundAt: Moment
}

/** Writes down that a file carried a virus; of its content nothing was kept. */
export async function recordInfected({ db }: WithDatabase, file: Infected): Promise<void> {
  const { id, filing, component, found, mediaType, size, sha256, handedInAt, foundAt } = file
  await db
    .insertInto('infected_file')
    .values({
      id,
      filing_id: filing,
      component,
      found,
      media_type: mediaType,
      size,
      sha256: Buffer.from(sha256, 'hex'),
      handed_in_at: handedInAt,
      found_at: foundAt,
    })
    .onConflict((known) => known.column('id').doNothing())
    .execute()
}

/** Takes an infected file out of quarantine: its content is deleted and that it came is written down, in one. */
export function throwOut(
  { db }: WithDatabase,
  id: string,
  { found, at }: { readonly found: string; readonly at: Moment },
): Promise<void> {
  return db.transaction().execute(async (all) => {
    const file = await all
      .deleteFrom('filing_file')
      .where('id', '=', id)
      .where('checked_at', 'is', null)
      .returning(['filing_id', 'component', 'media_type', 'size', 'sha256', 'at'])
      .executeTakeFirst()
    if (!file) return
    const { filing_id, component, media_type, size, sha256, at: handedInAt } = file
    await recordInfected(
      { db: all },
      {
        id,
        filing: filing_id,
        component,
        found,
        mediaType: media_type,
        size,
        sha256: sha256.toString('hex'),
        handedInAt,
        foundAt: at,
      },
    )
  })
}

/** How far files are checked, by their ids; what was taken out is not named. */
export async function fileStates(
  { db }: WithDatabase,
  files: readonly string[],
): Promise<ReadonlyMap<string, FileState>> {
  const named = sql<string>`any(${[...files]}::uuid[])`
  const kept = await db
    .selectFrom('filing_file')
    .select(['id', 'checked_at'])
    .where('id', '=', named)
    .execute()
  const infected = await db.selectFrom('infected_file').select('id').where('id', '=', named).execute()
  return new Map<string, FileState>([
    ...kept.map(({ id, checked_at }) => [id, checked_at === null ? 'waiting' : 'checked'] as const),
    ...infected.map(({ id }) => [id, 'infected'] as const),
  ])
}

/** What was refused of a draft or filing because of what it carried. */
export async function infectedOf({ db }: WithDatabase, filing: string) {
  const rows = await db
    .selectFrom('infected_file')
    .select(['id', 'component', 'handed_in_at as handedInAt'])
    .where('filing_id', '=', filing)
    .orderBy('id')
    .execute()
  return rows
}

/** What an administrator must know: how much waits and since when, and how much was infected since a moment. */
export async function quarantineCounts({ db }: WithDatabase, since: Moment) {
  const waiting = await db
    .selectFrom('filing_file')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('at').as('oldest')])
    .where('checked_at', 'is', null)
    .where('bytes', 'is not', null)
    .executeTakeFirstOrThrow()
  const infected = await db
    .selectFrom('infected_file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('found_at', '>=', since)
    .executeTakeFirstOrThrow()
  return { waiting: waiting.count, oldest: waiting.oldest as Moment | null, infected: infected.count }
}
