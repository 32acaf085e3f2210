import { toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { resultDocument } from '#store/result-documents.ts'
import { bookOf } from '../centre-book.ts'
import { actionFor, lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { draftResult } from './result-data.ts'

/** The result of a dossier as a document: the draft for whoever may sign it, afterwards what was signed and sealed. */
export interface SeenResult {
  readonly stage: 'draft' | 'approved' | 'sealed'
  readonly bytes: Uint8Array
  /** Hexadecimal. */
  readonly sha256: string
}

/** The result of a dossier, for whoever may see the dossier; the access is recorded before anything is given out. */
export async function seeResult(desk: Desk, code: string): Promise<Outcome<SeenResult>> {
  const { centre, actor, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(actor, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what: 'see-paper', code })
  if (dossier.document === undefined)
    return (await draftFor(desk, actor, dossier)) ?? refuse('no-result-document')
  const kept = await resultDocument(centre, dossier.document)
  if (!kept) throw new Error(`${code}: the signed result is gone`)
  return { stage: kept.stage, bytes: kept.bytes, sha256: dossier.document }
}

/** The draft, where this person may sign it now with a key; otherwise null. */
export async function draftFor(desk: Desk, actor: Staff, dossier: Dossier): Promise<SeenResult | null> {
  if (!desk.signing?.signerOf(actor.id)) return null
  const { procedure } = lawFor(dossier, await bookOf(desk.centre))
  if (dossier.stage !== 'in-process' || currentStep(dossier, procedure.steps).kind !== 'approve') return null
  const action = actionFor('ApproveResult', dossier, procedure.steps)
  if (isRefusal(may(actor, action, today(desk)))) return null
  const { bytes, sha256 } = await draftResult(desk, { dossier, procedure }, actor)
  return { stage: 'draft', bytes, sha256 }
}
