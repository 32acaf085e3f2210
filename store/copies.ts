import { sql } from 'kysely'
import type { Finding } from '#domain/digitising/page-quality.ts'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'
import { type Writing, writeReceipts } from './dossiers.ts'
import { type CentreInOne, inOne } from './in-one.ts'
import { keepScanIn, type KeptScan, type ScanToKeep } from './scans.ts'

/** A file a copy was made of. */
export interface Original {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  /** Which of its pages, in their order; all of them where it does not say. */
  readonly pages?: readonly number[]
}

/** A copy made here, as far as it goes beyond its scan. */
export interface MadeCopyRow {
  readonly pages: number
  readonly declaredPages: number | null
  readonly originals: readonly Original[]
  readonly findings: readonly Finding[]
}

/** The officer's word that a copy is the paper. */
export interface CertifiedRow {
  readonly at: Moment
  readonly staff: string
  readonly note: string | null
  readonly validUntil: Day | null
  readonly isSigned: boolean
}

/** Where a reused copy comes from. */
export interface ReusedRow {
  readonly code: string
  readonly component: string
  readonly purpose: string
}

/** What is known of the copies among the scans of a dossier, by the scan's id. */
export interface CopyRow {
  readonly made: MadeCopyRow | null
  readonly certified: CertifiedRow | null
  readonly reused: ReusedRow | null
}

/** Keeps a copy with its content and what it was made of; of a scan that is there already nothing is written. */
export function keepCopy({ db }: Centre, scan: ScanToKeep, made: MadeCopyRow): Promise<KeptScan> {
  return db.transaction().execute((whole) => keepCopyIn(whole, scan, made))
}

/** The same inside a transaction that keeps more. */
export async function keepCopyIn(
  whole: Centre['db'],
  scan: ScanToKeep,
  made: MadeCopyRow,
): Promise<KeptScan> {
  const stands = await keepScanIn(whole, scan)
  if (stands.isNew)
    await whole
      .insertInto('digital_copy')
      .values({
        scan_id: scan.id,
        pages: made.pages,
        declared_pages: made.declaredPages,
        originals: JSON.stringify(made.originals),
        findings: JSON.stringify(made.findings),
      })
      .execute()
  return stands
}

/** The dossier and the files a copy was made of; undefined when there is no such copy. */
export async function originalsOf({ db }: Centre, scan: string) {
  const row = await db
    .selectFrom('digital_copy as c')
    .innerJoin('scan as s', 's.id', 'c.scan_id')
    .select(['s.dossier_id as dossier', 's.component', 'c.originals'])
    .where('c.scan_id', '=', scan)
    .executeTakeFirst()
  return row && { ...row, originals: row.originals as readonly Original[] }
}

export async function copiesOf({ db }: Centre, scans: readonly string[]): Promise<Map<string, CopyRow>> {
  if (scans.length === 0) return new Map()
  const rows = await db
    .selectFrom('scan as s')
    .leftJoin('copy_reused as r', 'r.scan_id', 's.id')
    .leftJoin('scan as f', 'f.id', 'r.from_scan')
    .leftJoin('dossier as d', 'd.id', 'f.dossier_id')
    .leftJoin('digital_copy as c', (on) =>
      on.on((where) =>
        where.or([
          where('c.scan_id', '=', where.ref('s.id')),
          where('c.scan_id', '=', where.ref('r.from_scan')),
        ]),
      ),
    )
    .leftJoin('copy_certified as k', 'k.scan_id', 'c.scan_id')
    .select([
      's.id',
      'c.pages',
      'c.declared_pages',
      'c.originals',
      'c.findings',
      'k.at',
      'k.staff_id',
      'k.note',
      'k.valid_until',
      'k.signed_sha256',
      'd.code',
      'f.component',
      'r.purpose',
    ])
    .where('s.id', 'in', [...scans])
    .execute()
  return new Map(rows.map((row) => [row.id, copyIn(row)]))
}

interface CopyColumns {
  pages: number | null
  declared_pages: number | null
  originals: unknown
  findings: unknown
  at: string | null
  staff_id: string | null
  note: string | null
  valid_until: string | null
  signed_sha256: Buffer | null
  code: string | null
  component: string | null
  purpose: string | null
}

function copyIn(row: CopyColumns): CopyRow {
  const { pages, at, staff_id, code, component, purpose } = row
  return {
    made: pages === null ? null : madeIn({ ...row, pages }),
    certified:
      at === null || staff_id === null
        ? null
        : {
            at,
            staff: staff_id,
            note: row.note,
            validUntil: row.valid_until,
            isSigned: row.signed_sha256 !== null,
          },
    reused: code === null || purpose === null ? null : { code, component: component ?? '', purpose },
  }
}

function madeIn({
  pages,
  declared_pages,
  originals,
  findings,
}: CopyColumns & { pages: number }): MadeCopyRow {
  return {
    pages,
    declaredPages: declared_pages,
    originals: originals as readonly Original[],
    findings: findings as readonly Finding[],
  }
}

/** Writes down that a copy was compared and certified; false when it had been before. */
export async function certifyCopy(
  { db }: Centre,
  given: {
    readonly scan: string
    readonly at: Moment
    readonly staff: string
    readonly sha256: string
    readonly validUntil: Day | null
    readonly note: string | null
    /** The same copy with a signature in it; null where nobody signs. */
    readonly signed: { readonly sha256: string; readonly bytes: Uint8Array } | null
  },
): Promise<boolean> {
  const { signed } = given
  const signedHash = signed && Buffer.from(signed.sha256, 'hex')
  return db.transaction().execute(async (whole) => {
    // Two who certify at once: the second waits here and writes nothing.
    await sql`select pg_advisory_xact_lock(hashtextextended(${given.scan}, 0))`.execute(whole)
    const known = await whole
      .selectFrom('copy_certified')
      .select('scan_id')
      .where('scan_id', '=', given.scan)
      .executeTakeFirst()
    if (known) return false
    if (signed && signedHash)
      await whole
        .insertInto('scan_content')
        .values({ sha256: signedHash, media_type: 'application/pdf', bytes: Buffer.from(signed.bytes) })
        .onConflict((already) => already.column('sha256').doNothing())
        .execute()
    await whole
      .insertInto('copy_certified')
      .values({
        scan_id: given.scan,
        at: given.at,
        staff_id: given.staff,
        sha256: Buffer.from(given.sha256, 'hex'),
        signed_sha256: signedHash,
        valid_until: given.validUntil,
        note: given.note,
      })
      .execute()
    return true
  })
}

/** A copy the centre holds of a paper of a person, with the dossier it was made for. */
export interface HeldCopyRow {
  readonly scan: string
  readonly code: string
  readonly procedureKey: string
  readonly component: string
  readonly name: string
  readonly size: number
  /** Of what is shown: with the officer's signature where it has one. */
  readonly sha256: string
  readonly ownerNumber: string | null
  readonly certifiedAt: Moment
  readonly staff: string
  readonly validUntil: Day | null
  readonly isStruck: boolean
}

/** The latest certified copies made for dossiers whose owner has a number, newest first. */
export function heldCopies(centre: Centre, ownerNumber: string, most: number): Promise<HeldCopyRow[]> {
  return held(centre, { ownerNumber }, most)
}

/** One of them by its scan. */
export async function heldCopy(centre: Centre, scan: string): Promise<HeldCopyRow | undefined> {
  return (await held(centre, { scan }, 1))[0]
}

async function held(
  { db }: Centre,
  asked: { readonly ownerNumber: string } | { readonly scan: string },
  most: number,
): Promise<HeldCopyRow[]> {
  const rows = await db
    .selectFrom('dossier_search as o')
    .innerJoin('scan as s', 's.dossier_id', 'o.dossier_id')
    .innerJoin('copy_certified as k', 'k.scan_id', 's.id')
    .innerJoin('dossier as d', 'd.id', 's.dossier_id')
    .innerJoin('scan_content as t', (on) =>
      on.on(({ eb, fn, ref }) => eb('t.sha256', '=', fn.coalesce(ref('k.signed_sha256'), ref('s.sha256')))),
    )
    .leftJoin('scan_struck as x', 'x.scan_id', 's.id')
    .select((row) => [
      's.id as scan',
      'd.code',
      'o.procedure_key as procedureKey',
      's.component',
      's.name',
      sql<number>`octet_length(t.bytes)`.as('size'),
      row.fn.coalesce('k.signed_sha256', 's.sha256').as('sha256'),
      'o.owner_number as ownerNumber',
      'k.at as certifiedAt',
      'k.staff_id as staff',
      'k.valid_until as validUntil',
      'x.scan_id as struck',
    ])
    .$if('ownerNumber' in asked, (query) =>
      query.where('o.owner_number', '=', 'ownerNumber' in asked ? asked.ownerNumber : ''),
    )
    .$if('scan' in asked, (query) => query.where('s.id', '=', 'scan' in asked ? asked.scan : ''))
    .orderBy('k.at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ struck, sha256, component, ...row }) => ({
    ...row,
    component: component ?? '',
    sha256: sha256.toString('hex'),
    isStruck: struck !== null,
  }))
}

export interface CopyReuse {
  readonly id: string
  readonly dossier: string
  readonly component: string
  readonly from: HeldCopyRow
  readonly at: Moment
  readonly staff: string
  readonly purpose: string
}

/** Of which dossier a reuse stands, and of which copy. */
interface StandingReuse {
  readonly dossier: string
  readonly from: string | null
}

/** Puts a held copy beside another dossier too: a line that names the same content, and where it comes from. */
export function reuseCopy({ db }: Centre, given: CopyReuse): Promise<StandingReuse> {
  return db.transaction().execute((whole) => reuseCopyIn(whole, given))
}

/** Receives a dossier with the copies that stand for papers of it: both or neither. False when the law has changed. */
export function writeReceiptWithCopies(
  centre: Centre,
  writing: Writing,
  reuses: readonly CopyReuse[],
): Promise<boolean> {
  return inOne(centre, async (inside) => {
    if (!(await writeReceipts(inside, [writing]))) return false
    await writeReuses(inside, reuses)
    return true
  })
}

/** Puts held copies beside a dossier that is received in the same transaction. */
export async function writeReuses({ db }: CentreInOne, reuses: readonly CopyReuse[]): Promise<void> {
  for (const one of reuses) await reuseCopyIn(db, one)
}

async function reuseCopyIn(whole: Centre['db'], given: CopyReuse): Promise<StandingReuse> {
  const { id, dossier, component, from, at, staff, purpose } = given
  await whole
    .insertInto('scan')
    .values({
      id,
      dossier_id: dossier,
      component,
      name: from.name,
      media_type: 'application/pdf',
      size: from.size,
      sha256: Buffer.from(from.sha256, 'hex'),
      at,
      staff_id: staff,
    })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
  const stands = await whole
    .selectFrom('scan')
    .leftJoin('copy_reused', 'copy_reused.scan_id', 'scan.id')
    .select(['scan.dossier_id as dossier', 'copy_reused.from_scan as from'])
    .where('scan.id', '=', id)
    .executeTakeFirstOrThrow()
  if (stands.dossier !== dossier || stands.from !== null) return stands
  await whole.insertInto('copy_reused').values({ scan_id: id, from_scan: from.scan, at, purpose }).execute()
  return { dossier, from: from.scan }
}
