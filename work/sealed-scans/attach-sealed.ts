import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { StackPiece } from '#domain/digitising/scan-stack.ts'
import { RESULT_COMPONENT } from '#domain/digitising/copy-status.ts'
import type { Finding } from '#domain/digitising/page-quality.ts'
import { type Unrecognised, whyUnrecognised } from '#domain/dossier/sealed-scan.ts'
import type { Original } from '#store/copies.ts'
import { keepSealed, type SealedToKeep } from '#store/sealed-scans.ts'
import { announceChange } from '../announce-change.ts'
import type { Desk } from '../desk.ts'
import { type StandingResult, standingResult } from './standing-result.ts'

/** A document out of a stack, with the copy that was made of its pages. */
export interface StackDocument extends Pick<StackPiece, 'of' | 'missing' | 'unread'> {
  /** Of this time it came; the scan's id where it is attached. */
  readonly id: string
  readonly piece: string
  readonly files: readonly Original[]
  readonly pages: number
  readonly findings: readonly Finding[]
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** By whom a document is attached; with a reason where it waited for a person. */
export interface Attaching {
  readonly staff: string
  readonly settled: SealedToKeep['settled']
}

/** Attaches a document to the dossier its marks name, where it is the stamped result of it; otherwise says why not. */
export async function attachByMarks(
  desk: Desk,
  document: StackDocument,
  by: Attaching,
): Promise<Unrecognised | { readonly code: string }> {
  const { of } = document
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const standing = of && (await standingResult(desk.centre, of.code))
    const why = whyUnrecognised(document, standing)
    if (why !== null) return why
    if (!standing?.approvedAt) throw new Error('recognised without a dossier that was approved')
    const kept = await attachTo(desk, document, { standing, approvedAt: standing.approvedAt, by })
    if (kept === 'kept') return { code: standing.held.dossier.code }
  }
  throw new Error('a dossier changed at every attempt to attach its scan')
}

/** Attaches a document to a dossier that was looked at. */
export async function attachTo(
  desk: Desk,
  { id, piece, files, pages, findings, sha256, bytes, of }: StackDocument,
  {
    standing: { held, name },
    approvedAt,
    by: { staff, settled },
  }: { readonly standing: StandingResult; readonly approvedAt: Moment; readonly by: Attaching },
) {
  const { centre, now } = desk
  const kept = await keepSealed(centre, {
    scan: {
      id,
      dossier: held.id,
      component: RESULT_COMPONENT,
      name: `${name.slice(0, 160)}, bản đã ký và đóng dấu.pdf`,
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256,
      at: toMoment(now),
      staff,
      bytes,
    },
    made: { pages, declaredPages: of?.pages ?? null, originals: files, findings },
    piece,
    version: held.dossier.version,
    approvedAt,
    print: of?.print ?? null,
    settled,
  })
  if (kept === 'kept') announceChange(centre, held.dossier.code, [])
  return kept
}
