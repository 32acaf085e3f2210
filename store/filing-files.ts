import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Finding } from '#domain/digitising/page-quality.ts'
import type { Centre } from './database.ts'

type WithDatabase = Pick<Centre, 'db'>

/** What a file was looked at for before anybody may open it. */
export type CheckedFor = 'kind' | 'viruses'

export interface FiledFileRow {
  readonly id: string
  readonly component: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
  readonly findings: readonly Finding[]
  /** Null while it is in quarantine. */
  readonly checkedFor: CheckedFor | null
}

interface FileToKeep extends FiledFileRow {
  readonly at: Moment
  readonly bytes: Uint8Array
}

/** Keeps a file with a draft; false when the draft has been filed or thrown away meanwhile, and nothing is kept. */
export function keepFile({ db }: WithDatabase, draft: string, file: FileToKeep): Promise<boolean> {
  return db.transaction().execute(async (all) => {
    const held = await all
      .selectFrom('filing_draft')
      .select('id')
      .where('id', '=', draft)
      .forShare()
      .executeTakeFirst()
    if (held) await insertFile({ db: all }, draft, file)
    return held !== undefined
  })
}

async function insertFile({ db }: WithDatabase, filing: string, file: FileToKeep): Promise<void> {
  const { id, component, name, mediaType, size, sha256, at, bytes, findings, checkedFor } = file
  await db
    .insertInto('filing_file')
    .values({
      id,
      filing_id: filing,
      component,
      name,
      media_type: mediaType,
      size,
      sha256: Buffer.from(sha256, 'hex'),
      at,
      bytes: Buffer.from(bytes),
      checked_at: checkedFor && at,
      checked_for: checkedFor,
      findings: JSON.stringify(findings),
    })
    .onConflict((known) => known.column('id').doNothing())
    .execute()
}

/** What was handed in with a draft or filing, in the order in which it came. */
export async function filesOf({ db }: WithDatabase, filing: string): Promise<FiledFileRow[]> {
  const rows = await db
    .selectFrom('filing_file')
    .select(['id', 'component', 'name', 'media_type as mediaType', 'size', 'sha256', 'findings'])
    .select('checked_for as checkedFor')
    .where('filing_id', '=', filing)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }))
}

export async function takeOutFile({ db }: WithDatabase, filing: string, id: string): Promise<void> {
  await db.deleteFrom('filing_file').where('filing_id', '=', filing).where('id', '=', id).execute()
}

/** The content of a file that was checked; undefined where there is none, or it stands beside the dossier by now. */
export async function fileContent({ db }: WithDatabase, filing: string, id: string) {
  const row = await db
    .selectFrom('filing_file')
    .select(['name', 'media_type as mediaType', 'bytes'])
    .where('filing_id', '=', filing)
    .where('id', '=', id)
    .where('checked_at', 'is not', null)
    .executeTakeFirst()
  return row?.bytes ? { name: row.name, mediaType: row.mediaType, bytes: row.bytes } : undefined
}

interface Received {
  readonly filing: string
  readonly dossier: string
  readonly at: Moment
  /** Who receives them; null for what is sent for a dossier and is taken in by nobody. */
  readonly staff: string | null
  /** Keys of the papers of the case; what is none of them stands for itself. */
  readonly components: readonly string[]
  /** The files the filing names; what was taken out meanwhile is not received. */
  readonly files: readonly string[]
}

/**
 * The files of a filing become scans beside its dossier, under their own ids; here only their names stay. What is in
 * quarantine stays there and follows once it has been checked.
 */
export async function receiveFiles({ db }: WithDatabase, received: Received): Promise<void> {
  const { filing, dossier, at, staff, components, files } = received
  if (files.length === 0) return
  const rows = await db
    .selectFrom('filing_file')
    .selectAll()
    .where('filing_id', '=', filing)
    .where('id', 'in', [...files])
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const component = components.includes(row.component) ? row.component : null
    if (row.checked_at !== null) await putBeside({ db }, row, { dossier, component, at, staff })
    else
      await db
        .updateTable('filing_file')
        .set({ dossier_id: dossier, scan_component: component })
        .where('id', '=', row.id)
        .execute()
  }
  await db
    .updateTable('filing_file')
    .set({ bytes: null })
    .where('filing_id', '=', filing)
    .where((eb) => eb.or([eb('checked_at', 'is not', null), eb('dossier_id', 'is', null)]))
    .execute()
}

interface Checked {
  readonly id: string
  readonly name: string
  readonly media_type: string
  readonly size: number
  readonly sha256: Buffer
  readonly bytes: Buffer | null
}

/** A file that was checked becomes a scan beside a dossier. */
export async function putBeside(
  { db }: WithDatabase,
  { id, name, media_type, size, sha256, bytes }: Checked,
  to: Pick<Received, 'dossier' | 'at' | 'staff'> & { readonly component: string | null },
): Promise<void> {
  if (!bytes) return
  await db
    .insertInto('scan_content')
    .values({ sha256, media_type, bytes })
    .onConflict((known) => known.column('sha256').doNothing())
    .execute()
  const { dossier: dossier_id, component, at, staff: staff_id } = to
  await db
    .insertInto('scan')
    .values({ id, dossier_id, component, name, media_type, size, sha256, at, staff_id })
    .execute()
}

/** The files of an answer become the filing's. */
export async function giveFiles({ db }: WithDatabase, draft: string, filing: string): Promise<void> {
  await db.updateTable('filing_file').set({ filing_id: filing }).where('filing_id', '=', draft).execute()
}

/** How many files a draft has beyond those named: what came while it was being filed. */
export async function filesBesides(
  { db }: WithDatabase,
  filing: string,
  named: readonly string[],
): Promise<number> {
  const { count } = await db
    .selectFrom('filing_file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('filing_id', '=', filing)
    .where(({ not, eb }) => not(eb('id', '=', sql<string>`any(${[...named]}::uuid[])`)))
    .executeTakeFirstOrThrow()
  return count
}
