import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Finding } from '#domain/digitising/page-quality.ts'
import type { MadeCopyRow, Original } from './copies.ts'
import { keepCopyIn } from './copies.ts'
import type { Centre } from './database.ts'
import type { ScanToKeep } from './scans.ts'

/** What the marks on a document say; null where none was read. */
export interface SaidByMarks {
  readonly code: string
  readonly print: string
  readonly pages: number
}

/** A document that waits for a person, without its content. */
export interface UnrecognisedRow {
  readonly id: string
  /** The pages of the files it came in: the same for the same bytes. */
  readonly piece: string
  readonly at: Moment
  readonly staff: string
  readonly files: readonly Original[]
  /** Hexadecimal. */
  readonly sha256: string
  readonly size: number
  readonly pages: number
  readonly findings: readonly Finding[]
  readonly of: SaidByMarks | null
  readonly missing: readonly number[]
  readonly unread: number
}

export interface UnrecognisedToKeep extends UnrecognisedRow {
  readonly bytes: Uint8Array
  readonly thumbnail: Uint8Array
}

/** How what waited ended. */
export interface Settled {
  readonly at: Moment
  readonly staff: string
  readonly reason: string | null
}

/** Keeps files as they came, by their content. */
export async function keepFiles(
  { db }: Centre,
  files: readonly { readonly sha256: string; readonly mediaType: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  for (const { sha256, mediaType, bytes } of files)
    await db
      .insertInto('scan_content')
      .values({ sha256: Buffer.from(sha256, 'hex'), media_type: mediaType, bytes: Buffer.from(bytes) })
      .onConflict((known) => known.column('sha256').doNothing())
      .execute()
}

/** How often these very pages were sent before: whether they stand or wait somewhere, and how often that has ended. */
export async function occurrencesOf(
  { db }: Centre,
  piece: string,
): Promise<{ readonly isOpen: boolean; readonly ended: number }> {
  const [attached, left] = await Promise.all([
    db
      .selectFrom('sealed_copy as c')
      .leftJoin('scan_struck as x', 'x.scan_id', 'c.scan_id')
      .select(['c.scan_id as id', 'x.scan_id as struck'])
      .where('c.piece', '=', piece)
      .execute(),
    db
      .selectFrom('unrecognised_scan as u')
      .leftJoin('unrecognised_scan_settled as s', 's.id', 'u.id')
      .select(['u.id', 's.is_attached as isAttached'])
      .where('u.piece', '=', piece)
      .execute(),
  ])
  const isOpen =
    attached.some(({ struck }) => struck === null) || left.some(({ isAttached }) => isAttached === null)
  const ended = new Set([
    ...attached.filter(({ struck }) => struck !== null).map(({ id }) => id),
    ...left.filter(({ isAttached }) => isAttached === false).map(({ id }) => id),
  ])
  return { isOpen, ended: ended.size }
}

/** The copy of a dossier's result as it was stamped after an approval. */
export interface SealedCopyRow {
  readonly scan: string
  readonly at: Moment
  readonly pages: number
  readonly isCertified: boolean
  /** Why a person put it there; null where its mark did. */
  readonly reason: string | null
}

/** The stamped result that stands beside a dossier; undefined where there is none of this approval. */
export function sealedCopyOf(
  centre: Pick<Centre, 'db'>,
  dossier: string,
  approvedAt: Moment,
): Promise<SealedCopyRow | undefined> {
  return centre.db
    .selectFrom('scan as s')
    .innerJoin('sealed_copy as c', 'c.scan_id', 's.id')
    .innerJoin('digital_copy as d', 'd.scan_id', 's.id')
    .leftJoin('copy_certified as k', 'k.scan_id', 's.id')
    .leftJoin('scan_struck as x', 'x.scan_id', 's.id')
    .select(({ eb }) => [
      's.id as scan',
      'c.at',
      'd.pages',
      eb('k.scan_id', 'is not', null).as('isCertified'),
      'c.reason',
    ])
    .where('s.dossier_id', '=', dossier)
    .where('c.approved_at', '=', approvedAt)
    .where('x.scan_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
    .then((row) => row && { ...row, isCertified: Boolean(row.isCertified) })
}

/** Which of these scans are stamped results: of which approval, and why a person put them there. */
export async function sealedAmong({ db }: Centre, scans: readonly string[]) {
  if (scans.length === 0) return new Map<string, { approvedAt: Moment; reason: string | null }>()
  const rows = await db
    .selectFrom('sealed_copy')
    .select(['scan_id as scan', 'approved_at as approvedAt', 'reason'])
    .where('scan_id', 'in', [...scans])
    .execute()
  return new Map(rows.map(({ scan, ...row }) => [scan, row]))
}

/** A stamped result to be put beside its dossier. */
export interface SealedToKeep {
  readonly scan: ScanToKeep
  readonly made: MadeCopyRow
  readonly piece: string
  /** The version of the dossier it was judged by, and the approval it is of. */
  readonly version: number
  readonly approvedAt: Moment
  readonly print: string | null
  /** By whom and why, where it waited for a person. */
  readonly settled: Settled | null
}

/**
 * Puts a stamped result beside its dossier, all of it or nothing: not where one stands already, not where the dossier has
 * changed since it was judged, not where what waited was settled meanwhile.
 */
export function keepSealed(
  { db }: Centre,
  { scan, made, piece, version, approvedAt, print, settled }: SealedToKeep,
): Promise<'kept' | 'attached-already' | 'changed-meanwhile'> {
  return db.transaction().execute(async (whole) => {
    // Two scans of one result at once: the second waits here and finds the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${scan.dossier}, 0))`.execute(whole)
    const held = await whole
      .selectFrom('dossier')
      .select('version')
      .where('id', '=', scan.dossier)
      .forShare()
      .executeTakeFirstOrThrow()
    if (held.version !== version) return 'changed-meanwhile'
    if (await sealedCopyOf({ db: whole }, scan.dossier, approvedAt)) return 'attached-already'
    if (settled && !(await settle(whole, scan.id, { ...settled, isAttached: true })))
      return 'changed-meanwhile'
    const { isNew } = await keepCopyIn(whole, scan, made)
    if (!isNew) return 'attached-already'
    await whole
      .insertInto('sealed_copy')
      .values({
        scan_id: scan.id,
        piece,
        approved_at: approvedAt,
        at: scan.at,
        print,
        reason: settled?.reason ?? null,
      })
      .execute()
    return 'kept'
  })
}

/** Keeps a document for a person to look at; of an id that is there already nothing is written. */
export function keepUnrecognised(
  { db }: Centre,
  { of, sha256, bytes, staff, files, findings, missing, thumbnail, ...row }: UnrecognisedToKeep,
): Promise<void> {
  const hash = Buffer.from(sha256, 'hex')
  return db.transaction().execute(async (whole) => {
    await whole
      .insertInto('scan_content')
      .values({ sha256: hash, media_type: 'application/pdf', bytes: Buffer.from(bytes) })
      .onConflict((known) => known.column('sha256').doNothing())
      .execute()
    await whole
      .insertInto('unrecognised_scan')
      .values({
        ...row,
        staff_id: staff,
        sha256: hash,
        files: JSON.stringify(files),
        findings: JSON.stringify(findings),
        missing: JSON.stringify(missing),
        thumbnail: Buffer.from(thumbnail),
        code: of?.code ?? null,
        print: of?.print ?? null,
        of_pages: of?.pages ?? null,
      })
      .onConflict((already) => already.column('id').doNothing())
      .execute()
  })
}

/** Puts a document aside; false when it was settled before. */
export function putAside({ db }: Centre, id: string, settled: Settled): Promise<boolean> {
  return settle(db, id, { ...settled, isAttached: false })
}

async function settle(
  db: Centre['db'],
  id: string,
  { at, staff, reason, isAttached }: Settled & { readonly isAttached: boolean },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('unrecognised_scan_settled')
    .values({ id, at, staff_id: staff, is_attached: isAttached, reason })
    .onConflict((already) => already.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const waiting = ({ db }: Centre) =>
  db
    .selectFrom('unrecognised_scan as u')
    .leftJoin('unrecognised_scan_settled as s', 's.id', 'u.id')
    .select([
      'u.id',
      'u.piece',
      'u.at',
      'u.staff_id',
      'u.files',
      'u.sha256',
      'u.size',
      'u.pages',
      'u.findings',
      'u.code',
      'u.print',
      'u.of_pages',
      'u.missing',
      'u.unread',
    ])
    .where('s.id', 'is', null)

/** What waits, the oldest first: so many behind the one named, whether that still waits or not. */
export async function waitingScans(
  centre: Centre,
  { after, size }: { readonly after: string | null; readonly size: number },
): Promise<UnrecognisedRow[]> {
  const rows = await waiting(centre)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('u.at', 'u.id'),
          '>',
          selectFrom('unrecognised_scan as b')
            .select(['b.at', 'b.id'])
            .where('b.id', '=', after)
            .$asTuple('at', 'id'),
        ),
      ),
    )
    .orderBy('u.at')
    .orderBy('u.id')
    .limit(size)
    .execute()
  return rows.map(asRow)
}

/** One that waits. */
export async function waitingScan(centre: Centre, id: string): Promise<UnrecognisedRow | undefined> {
  const row = await waiting(centre).where('u.id', '=', id).executeTakeFirst()
  return row && asRow(row)
}

type WaitingColumns = Awaited<ReturnType<ReturnType<typeof waiting>['executeTakeFirstOrThrow']>>

function asRow({ staff_id: staff, sha256, code, print, of_pages, ...row }: WaitingColumns): UnrecognisedRow {
  return {
    ...row,
    staff,
    sha256: sha256.toString('hex'),
    files: row.files as readonly Original[],
    findings: row.findings as readonly Finding[],
    missing: row.missing as readonly number[],
    of: code === null || print === null ? null : { code, print, pages: of_pages ?? 0 },
  }
}

/** What a document looks like, settled or not: the copy of its pages, its first page small, and the files it came in. */
export async function lookOf({ db }: Centre, id: string) {
  const row = await db
    .selectFrom('unrecognised_scan as u')
    .innerJoin('scan_content as c', 'c.sha256', 'u.sha256')
    .select(['u.code', 'u.thumbnail', 'u.files', 'c.bytes'])
    .where('u.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, files: row.files as readonly Original[] }
}

/** The files a copy was made of, with the dossier it stands beside. */
export async function filesOfCopy({ db }: Centre, scan: string) {
  const row = await db
    .selectFrom('sealed_copy as c')
    .innerJoin('digital_copy as d', 'd.scan_id', 'c.scan_id')
    .innerJoin('scan as s', 's.id', 'c.scan_id')
    .innerJoin('dossier as o', 'o.id', 's.dossier_id')
    .select(['o.code', 'd.originals'])
    .where('c.scan_id', '=', scan)
    .executeTakeFirst()
  return row && { code: row.code, files: row.originals as readonly Original[] }
}

/** Bytes by their hash. */
export async function contentOf({ db }: Centre, sha256: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('scan_content')
    .select('bytes')
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst()
  return row?.bytes
}

/** A stamped result that was attached. */
export interface AttachedRow {
  readonly scan: string
  readonly code: string
  readonly at: Moment
  readonly staff: string
  readonly pages: number
  readonly reason: string | null
  readonly isStruck: boolean
}

/** What was attached last, latest first. */
export async function attachedLately({ db }: Centre, size: number): Promise<AttachedRow[]> {
  const rows = await db
    .selectFrom('sealed_copy as c')
    .innerJoin('scan as s', 's.id', 'c.scan_id')
    .innerJoin('digital_copy as d', 'd.scan_id', 'c.scan_id')
    .innerJoin('dossier as o', 'o.id', 's.dossier_id')
    .leftJoin('scan_struck as x', 'x.scan_id', 'c.scan_id')
    .select([
      'c.scan_id as scan',
      'o.code',
      'c.at',
      's.staff_id as staff',
      'd.pages',
      'c.reason',
      'x.scan_id as struck',
    ])
    .orderBy('c.at', 'desc')
    .orderBy('c.scan_id', 'desc')
    .limit(size)
    .execute()
  return rows.map(({ struck, staff, ...row }) => ({ ...row, staff: staff ?? '', isStruck: struck !== null }))
}
