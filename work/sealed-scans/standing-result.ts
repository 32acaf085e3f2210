import type { Moment } from '#domain/calendar/moment.ts'
import { type KnownResult, whyNotStamped } from '#domain/dossier/sealed-scan.ts'
import type { Centre } from '#store/database.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { resultDocument } from '#store/result-documents.ts'
import { sealedCopyOf } from '#store/sealed-scans.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'

/** The result of a dossier, as far as its scan is concerned. */
export interface StandingResult extends KnownResult {
  readonly held: HeldDossier
  readonly approvedAt: Moment | null
  /** What the result of its procedure is called. */
  readonly name: string
}

/** How the result of a dossier stands; null where there is no such dossier. */
export async function standingResult(centre: Centre, code: string): Promise<StandingResult | null> {
  const held = await holdDossier(centre, code)
  if (!held) return null
  const { dossier } = held
  const { approvedAt, draft } = dossier
  const { procedure } = lawFor(dossier, await bookOf(centre))
  const approved = draft && (await resultDocument(centre, draft.sha256))
  const copy = approvedAt === null ? undefined : await sealedCopyOf(centre, held.id, approvedAt)
  return {
    held,
    approvedAt,
    name: procedure.result,
    whyNot: whyNotStamped(dossier, procedure.steps),
    print: approved?.print ?? null,
    isAttached: copy !== undefined,
  }
}
