import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { UploadOutcome } from '#domain/digitising/upload-outcome.ts'
import type { UploadsBefore } from '#domain/digitising/upload-quota.ts'
import type { Centre } from './database.ts'

type WithDatabase = Pick<Centre, 'db'>

/** A file on its way, as far as it has come. */
export interface UploadRow {
  readonly id: string
  /** The draft it is for. */
  readonly of: string
  readonly component: string
  readonly name: string
  readonly size: number
  /** As announced, hexadecimal; null where it was not. */
  readonly sha256: string | null
  readonly received: number
  /** Null until it is whole and has been taken or refused. */
  readonly outcome: UploadOutcome | null
  readonly movedAt: Moment
}

interface UploadToBegin extends Omit<UploadRow, 'received' | 'outcome' | 'movedAt'> {
  readonly person: string
  readonly at: Moment
}

/** The same id again is the same upload. */
export async function beginUpload({ db }: WithDatabase, upload: UploadToBegin): Promise<void> {
  const { id, of, person, component, name, size, sha256, at } = upload
  await db
    .insertInto('upload')
    .values({
      id,
      of_id: of,
      person,
      component,
      name,
      size,
      sha256: sha256 === null ? null : Buffer.from(sha256, 'hex'),
      begun_at: at,
      moved_at: at,
    })
    .onConflict((known) => known.column('id').doNothing())
    .execute()
}

const COLUMNS = [
  'id',
  'of_id as of',
  'component',
  'name',
  'size',
  'sha256',
  'received',
  'outcome',
  'moved_at as movedAt',
] as const

export async function uploadOf({ db }: WithDatabase, id: string): Promise<UploadRow | undefined> {
  const row = await db.selectFrom('upload').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && { ...row, sha256: row.sha256?.toString('hex') ?? null }
}

/** What was begun for a draft and is not whole yet, in the order in which it was begun. */
export async function unfinishedOf({ db }: WithDatabase, of: string, since: Moment): Promise<UploadRow[]> {
  const rows = await db
    .selectFrom('upload')
    .select(COLUMNS)
    .where('of_id', '=', of)
    .where('outcome', 'is', null)
    .where('moved_at', '>=', since)
    .orderBy('begun_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, sha256: row.sha256?.toString('hex') ?? null }))
}

/**
 * Adds what has come to what was there; false when it does not begin where that ends, and nothing is added: of two who
 * send the same at once one is told.
 */
export function addPart(
  { db }: WithDatabase,
  id: string,
  part: { readonly from: number; readonly bytes: Uint8Array; readonly at: Moment },
): Promise<boolean> {
  const { from, bytes, at } = part
  return db.transaction().execute(async (all) => {
    const { numUpdatedRows } = await all
      .updateTable('upload')
      .set({ received: from + bytes.length, moved_at: at })
      .where('id', '=', id)
      .where('received', '=', from)
      .where('outcome', 'is', null)
      .where('size', '>=', from + bytes.length)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await all
      .insertInto('upload_part')
      .values({ upload_id: id, at_byte: from, bytes: Buffer.from(bytes) })
      .execute()
    return true
  })
}

/** Everything that has come, in order. */
export async function uploadedBytes({ db }: WithDatabase, id: string): Promise<Uint8Array> {
  const parts = await db
    .selectFrom('upload_part')
    .select('bytes')
    .where('upload_id', '=', id)
    .orderBy('at_byte')
    .execute()
  return Buffer.concat(parts.map(({ bytes }) => bytes))
}

/** Writes down what became of an upload that is whole, and keeps nothing else of it; the first answer stands. */
export function settleUpload({ db }: WithDatabase, id: string, outcome: UploadOutcome): Promise<void> {
  return db.transaction().execute(async (all) => {
    await all
      .updateTable('upload')
      .set({ outcome: JSON.stringify(outcome) })
      .where('id', '=', id)
      .where('outcome', 'is', null)
      .execute()
    await all.deleteFrom('upload_part').where('upload_id', '=', id).execute()
  })
}

/** Throws away what has come of an upload; what it was taken for stays. */
export async function dropUpload({ db }: WithDatabase, id: string): Promise<void> {
  await db.deleteFrom('upload').where('id', '=', id).execute()
}

/** Throws away what nobody has gone on with since, and what has become of the others; answers how much that was. */
export async function dropUploadsBefore({ db }: WithDatabase, before: Moment, size: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('upload')
    .where('id', 'in', (old) =>
      old.selectFrom('upload').select('id').where('moved_at', '<', before).orderBy('moved_at').limit(size),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

interface Whose {
  readonly of: string
  readonly person: string
  /** Older ones count no more. */
  readonly since: Moment
}

/** What stands at a draft and with its person: files that have come and files that were announced. */
export async function uploadsBefore(
  { db }: WithDatabase,
  { of, person, since }: Whose,
  drafts: readonly string[],
): Promise<UploadsBefore> {
  const files = await db
    .selectFrom('filing_file')
    .select(['filing_id as of', 'size'])
    .where('filing_id', '=', sql<string>`any(${[...new Set([of, ...drafts])]}::uuid[])`)
    .execute()
  const announced = await db
    .selectFrom('upload')
    .select(['of_id as of', 'size'])
    .where('person', '=', person)
    .where('outcome', 'is', null)
    .where('moved_at', '>=', since)
    .execute()
  const all = [...files, ...announced]
  const own = all.filter((one) => one.of === of)
  const sum = (some: typeof all) => some.reduce((total, { size }) => total + size, 0)
  return {
    files: own.length,
    bytes: sum(own),
    bytesOfPerson: sum(all),
    unfinished: announced.length,
  }
}
