import { toMoment } from '#domain/calendar/moment.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { resultOnPaper, resultToSign } from '#papers/print-apart.ts'
import type { ResultToPrint } from '#papers/result.ts'
import { resultDocument } from '#store/result-documents.ts'
import { newestDraft } from '#store/result-drafts.ts'
import { bookOf } from '../centre-book.ts'
import { actionFor, lawFor, today } from '../change-dossier.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { draftPrint } from '../drafting/draft-print.ts'
import { houseResult, resultFormOf, signerOf } from './result-data.ts'

/** The result of a dossier as a document: what may be signed, afterwards what was signed and sealed. */
export interface SeenResult {
  readonly stage: 'draft' | 'approved' | 'sealed' | 'on-paper'
  readonly bytes: Uint8Array
  /** Hexadecimal. */
  readonly sha256: string
}

/** What somebody who may approve now looks at. */
export interface ToReview {
  /** The version of the draft it is of; null for a page made of the dossier alone. */
  readonly draft: number | null
  /** To be signed with the key; null without one. */
  readonly toSign: SeenResult | null
  /** To be signed by hand. */
  readonly onPaper: SeenResult
}

/** The result of a dossier, for whoever may see the dossier; the access is recorded before anything is given out. */
export async function seeResult(
  desk: Desk,
  code: string,
  { isPaper = false }: { readonly isPaper?: boolean } = {},
): Promise<Outcome<SeenResult>> {
  const { centre, actor, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(actor, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what: 'see-paper', code })
  const approved = dossier.document ?? dossier.draft?.sha256
  if (approved === undefined) {
    const review = await toReview(desk, actor, held)
    if (review !== null && isRefusal(review)) return review
    return (isPaper ? null : review?.toSign) ?? review?.onPaper ?? refuse('no-result-document')
  }
  const kept = await resultDocument(centre, approved)
  if (!kept) throw new Error(`${code}: the signed result is gone`)
  return { stage: kept.stage, bytes: kept.bytes, sha256: approved }
}

/** What this person could approve now; null where that is nothing to look at. */
export async function toReview(
  desk: Desk,
  actor: Staff,
  { id, dossier }: Pick<HeldDossier, 'id' | 'dossier'>,
): Promise<Outcome<ToReview> | null> {
  const book = await bookOf(desk.centre)
  const { procedure } = lawFor(dossier, book)
  if (dossier.stage !== 'in-process' || currentStep(dossier, procedure.steps).kind !== 'approve') return null
  const action = actionFor('ApproveResult', dossier, procedure.steps)
  if (isRefusal(may(actor, action, today(desk)))) return null
  const signer = signerOf(desk, dossier, actor)
  const hasKey = Boolean(desk.signing?.signerOf(actor.id))
  if (!resultFormOf(book, { dossier, procedure })) {
    return review(houseResult(desk, book, { dossier, procedure }, signer), { draft: null, hasKey })
  }
  const draft = await newestDraft(desk.centre, id)
  if (!draft) return null
  return review(draftPrint(book, draft, signer), { draft: draft.number, hasKey })
}

async function review(
  result: ResultToPrint,
  { draft, hasKey }: { readonly draft: number | null; readonly hasKey: boolean },
): Promise<Outcome<ToReview>> {
  const onPaper = await resultOnPaper(result)
  if (isRefusal(onPaper)) return onPaper
  const toSign = hasKey ? await resultToSign(result) : null
  if (toSign !== null && isRefusal(toSign)) return toSign
  return { draft, toSign: toSign && seen(toSign.bytes), onPaper: seen(onPaper.bytes) }
}

const seen = (bytes: Uint8Array): SeenResult => ({ stage: 'draft', bytes, sha256: seal(bytes) })
