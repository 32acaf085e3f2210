import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

export interface ScanRow {
  /** The id of the command that attached it. */
  readonly id: string
  readonly component: string | null
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
  readonly at: Moment
  /** Null for what the citizen sent online. */
  readonly staff: string | null
  /** Why it is no longer shown; null while it stands. */
  readonly struck: string | null
}

export interface ScanToKeep extends Omit<ScanRow, 'struck'> {
  readonly dossier: string
  readonly bytes: Uint8Array
}

/** Whose an id is: of what was kept now, or of what was kept under it before. */
export interface KeptScan {
  readonly dossier: string
  readonly sha256: string
  readonly isNew: boolean
}

/** Keeps a scan, content and line or neither. Of an id that was used before nothing is written; answers whose it is. */
export function keepScan({ db }: Centre, scan: ScanToKeep): Promise<KeptScan> {
  return db.transaction().execute((whole) => keepScanIn(whole, scan))
}

/** The same inside a transaction that keeps more. */
export async function keepScanIn(
  whole: Centre['db'],
  { bytes, dossier, staff, sha256, mediaType, ...scan }: ScanToKeep,
): Promise<KeptScan> {
  const hash = Buffer.from(sha256, 'hex')
  await whole
    .insertInto('scan_content')
    .values({ sha256: hash, media_type: mediaType, bytes: Buffer.from(bytes) })
    .onConflict((known) => known.column('sha256').doNothing())
    .execute()
  const { numInsertedOrUpdatedRows } = await whole
    .insertInto('scan')
    .values({ ...scan, dossier_id: dossier, staff_id: staff, sha256: hash, media_type: mediaType })
    .onConflict((already) => already.column('id').doNothing())
    .executeTakeFirst()
  const stands = await whole
    .selectFrom('scan')
    .select(['dossier_id', 'sha256'])
    .where('id', '=', scan.id)
    .executeTakeFirstOrThrow()
  return {
    dossier: stands.dossier_id,
    sha256: stands.sha256.toString('hex'),
    isNew: numInsertedOrUpdatedRows === 1n,
  }
}

/** The scans of a dossier in the order in which they came, those that were struck too. */
export async function scansOf({ db }: Centre, dossier: string, most: number): Promise<readonly ScanRow[]> {
  const rows = await db
    .selectFrom('scan')
    .leftJoin('scan_struck', 'scan_struck.scan_id', 'scan.id')
    .select([
      'scan.id',
      'component',
      'name',
      'media_type',
      'size',
      'sha256',
      'scan.at',
      'scan.staff_id',
      'reason',
    ])
    .where('dossier_id', '=', dossier)
    .orderBy('scan.at')
    .orderBy('scan.id')
    .limit(most)
    .execute()
  return rows.map(({ media_type: mediaType, sha256, staff_id: staff, reason: struck, ...row }) => ({
    ...row,
    mediaType,
    sha256: sha256.toString('hex'),
    staff,
    struck,
  }))
}

/** One scan of a dossier. */
export async function scanOf({ db }: Centre, dossier: string, id: string) {
  const row = await db
    .selectFrom('scan')
    .leftJoin('scan_struck', 'scan_struck.scan_id', 'scan.id')
    .select(['scan.id', 'component', 'sha256', 'reason as struck'])
    .where('scan.id', '=', id)
    .where('dossier_id', '=', dossier)
    .executeTakeFirst()
  return row && { ...row, sha256: row.sha256.toString('hex') }
}

/** The content of a scan of a dossier: with the officer's signature where it has one. */
export async function scanContent({ db }: Centre, dossier: string, id: string) {
  return db
    .selectFrom('scan')
    .leftJoin('copy_certified as k', 'k.scan_id', 'scan.id')
    .innerJoin('scan_content', (on) =>
      on.on(({ eb, fn, ref }) =>
        eb('scan_content.sha256', '=', fn.coalesce(ref('k.signed_sha256'), ref('scan.sha256'))),
      ),
    )
    .select(['scan.name', 'scan.media_type as mediaType', 'scan_content.bytes'])
    .where('scan.id', '=', id)
    .where('scan.dossier_id', '=', dossier)
    .executeTakeFirst()
}

/** Strikes a scan out; a second time changes nothing. False when the dossier has no such scan. */
export async function strikeScan(
  { db }: Centre,
  dossier: string,
  {
    id,
    at,
    staff,
    reason,
  }: { readonly id: string; readonly at: Moment; readonly staff: string; readonly reason: string },
): Promise<boolean> {
  const known = await db
    .selectFrom('scan')
    .select('id')
    .where('id', '=', id)
    .where('dossier_id', '=', dossier)
    .executeTakeFirst()
  if (!known) return false
  await db
    .insertInto('scan_struck')
    .values({ scan_id: id, at, staff_id: staff, reason })
    .onConflict((already) => already.column('scan_id').doNothing())
    .execute()
  return true
}

/** A page of the contents of scans in the order of their hashes, each with whether its bytes still have it. */
export async function scanHashes({ db }: Centre, after: string, most: number) {
  const rows = await db
    .selectFrom('scan_content')
    .select(({ eb, fn, ref }) => [
      'sha256',
      eb(fn<Buffer>('sha256', ['bytes']), '=', ref('sha256')).as('isWhole'),
    ])
    .where('sha256', '>', Buffer.from(after, 'hex'))
    .orderBy('sha256')
    .limit(most)
    .execute()
  return rows.map(({ sha256, isWhole }) => ({ sha256: sha256.toString('hex'), isWhole }))
}

/** Codes of the dossiers beside which a content stands as a scan, signed or not. */
export async function dossiersWithScan({ db }: Centre, sha256: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('scan')
    .innerJoin('dossier', 'dossier.id', 'scan.dossier_id')
    .leftJoin('copy_certified', 'copy_certified.scan_id', 'scan.id')
    .select('dossier.code')
    .distinct()
    .where(({ or, eb }) => {
      const hash = Buffer.from(sha256, 'hex')
      return or([eb('scan.sha256', '=', hash), eb('copy_certified.signed_sha256', '=', hash)])
    })
    .orderBy('dossier.code')
    .limit(most)
    .execute()
  return rows.map((one) => one.code)
}

/** Whether a content stands beside a dossier and has not been struck out. */
export async function hasScan({ db }: Centre, code: string, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('scan')
    .innerJoin('dossier', 'dossier.id', 'scan.dossier_id')
    .leftJoin('scan_struck', 'scan_struck.scan_id', 'scan.id')
    .select('scan.id')
    .where('dossier.code', '=', code)
    .where('scan.sha256', '=', Buffer.from(sha256, 'hex'))
    .where('scan_struck.scan_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
