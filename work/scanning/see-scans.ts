import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { caseOf } from '#domain/procedure/procedure.ts'
import { type CopyStatus, copyStatus } from '#domain/digitising/copy-status.ts'
import type { Finding } from '#domain/digitising/page-quality.ts'
import { type CertifiedRow, copiesOf, type CopyRow, type ReusedRow } from '#store/copies.ts'
import { recordAccess } from '#store/access-records.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { scanContent, scansOf } from '#store/scans.ts'
import { sealedAmong } from '#store/sealed-scans.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'

export interface SeenScan {
  readonly id: string
  readonly component: string | null
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly at: Moment
  /** Null for what the citizen sent online. */
  readonly by: string | null
  readonly struck: string | null
  /** Null when it is no copy of a paper, only a file that was put there. */
  readonly copy: SeenCopy | null
  /** The result as it was stamped; null for anything else. */
  readonly sealed: SeenSealed | null
}

/** A scan that is the stamped result. */
export interface SeenSealed {
  /** Of the approval that holds. */
  readonly isCurrent: boolean
  /** Why a person put it there; null where its code mark did. */
  readonly reason: string | null
}

/** A copy of a paper: made here or reused, and whose word it has. */
export interface SeenCopy {
  readonly pages: number
  readonly findings: readonly Finding[]
  readonly certified: (Omit<CertifiedRow, 'staff'> & { readonly by: string }) | null
  readonly reused: ReusedRow | null
}

export interface SeenScans {
  /** The papers of the case, whether each has been scanned, and how far it is digitised. */
  readonly papers: readonly {
    readonly key: string
    readonly name: string
    readonly isScanned: boolean
    readonly status: CopyStatus
  }[]
  readonly scans: readonly SeenScan[]
  readonly mayAttach: boolean
  /** Digitise, certify, reuse. */
  readonly mayDigitise: boolean
}

const MOST = 200

/** The scans beside a dossier, for whoever may see it; it is told with the dossier, whose access is recorded. */
export async function seeScans(desk: Desk, code: string): Promise<Outcome<SeenScans>> {
  const held = await heldFor(desk, code)
  if (isRefusal(held)) return held
  const { centre, actor } = desk
  const { dossier } = held
  const { procedure } = lawFor(dossier, await bookOf(centre))
  const chosen = caseOf(procedure, dossier.case)
  const rows = await scansOf(centre, held.id, MOST)
  const copies = await copiesOf(
    centre,
    rows.map(({ id }) => id),
  )
  const sealed = await sealedAmong(
    centre,
    rows.map(({ id }) => id),
  )
  const names = await staffNames(centre, [
    ...rows.flatMap(({ staff }) => staff ?? []),
    ...[...copies.values()].flatMap(({ certified }) => certified?.staff ?? []),
  ])
  const statusOf = (key: string) =>
    copyStatus(
      rows
        .filter(({ component }) => component === key)
        .map(({ id, struck }) => {
          const copy = copies.get(id)
          return {
            isStruck: struck !== null,
            isCertified: Boolean(copy?.certified),
            reusedFrom: copy?.reused?.component ?? null,
          }
        }),
    )
  const standing = new Set(rows.filter((one) => one.struck === null).map((one) => one.component))
  return {
    papers: (isRefusal(chosen) ? [] : chosen.components).map(({ key, name }) => ({
      key,
      name,
      isScanned: standing.has(key),
      status: statusOf(key),
    })),
    scans: rows.map(({ staff, ...row }) => ({
      ...row,
      by: staff === null ? null : (names.get(staff) ?? ''),
      copy: seenCopy(copies.get(row.id), names),
      sealed: seenSealed(sealed.get(row.id), dossier.approvedAt),
    })),
    mayAttach: !isRefusal(may(actor, { kind: 'write-note', dossier }, today(desk))),
    mayDigitise: !isRefusal(may(actor, { kind: 'digitise', unit: dossier.placeOfReceipt }, today(desk))),
  }
}

function seenSealed(
  row: { readonly approvedAt: Moment; readonly reason: string | null } | undefined,
  approvedAt: Moment | null,
): SeenSealed | null {
  return row ? { isCurrent: row.approvedAt === approvedAt, reason: row.reason } : null
}

/** The same where the dossier is not told with them: the access is recorded. */
export async function listScans(desk: Desk, code: string): Promise<Outcome<SeenScans>> {
  const { centre, actor, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const seen = await seeScans(desk, code)
  if (isRefusal(seen)) return seen
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what: 'see-paper', code })
  return seen
}

function seenCopy(row: CopyRow | undefined, names: ReadonlyMap<string, string>): SeenCopy | null {
  if (!row?.made) return null
  const { made, certified, reused } = row
  return {
    pages: made.pages,
    findings: made.findings,
    certified: certified && certifiedBy(certified, names),
    reused,
  }
}

function certifiedBy({ staff, ...certified }: CertifiedRow, names: ReadonlyMap<string, string>) {
  return { ...certified, by: names.get(staff) ?? '' }
}

/** The content of one scan; the access is recorded before anything is given out. */
export async function seeScan(
  desk: Desk,
  code: string,
  id: string,
): Promise<Outcome<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }>> {
  const held = await heldFor(desk, code)
  if (isRefusal(held)) return held
  const { centre, actor, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const found = await scanContent(centre, held.id, id)
  if (!found) return refuse('no-such-scan')
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what: 'see-paper', code })
  return found
}

async function heldFor(desk: Desk, code: string): Promise<Outcome<HeldDossier>> {
  const held = await holdDossier(desk.centre, code)
  if (!held) return refuse('no-such-dossier')
  const allowed = may(desk.actor, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
  return isRefusal(allowed) ? allowed : held
}
