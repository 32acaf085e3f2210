import { takenOnline } from '#domain/dossier/taking-online.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { resultDocument } from '#store/result-documents.ts'
import { today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type CheckedDocument, checkDocument } from '../signing/check-document.ts'
import { actOnline } from './act-online.ts'
import { ownDossier } from './own-dossier.ts'
import { recordOwnLook } from './own-look.ts'

/** The citizen takes the electronic result: that it was given to this account is its own proof. Answers the code. */
export async function takeResult(desk: Desk, typed: string, id: string): Promise<Outcome<string>> {
  const held = await ownDossier(desk, typed, 'act')
  if (isRefusal(held)) return held
  const { actor } = desk
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'act-on-own' })
  return actOnline(desk, { code: held.dossier.code, id }, (dossier) => {
    const taken = takenOnline(dossier, actor, { id, on: today(desk) })
    return isRefusal(taken) ? taken : { type: 'HandBack', ...taken }
  })
}

/** The signed result as it was given out, with what can be said of its signatures. */
export interface OwnResult {
  readonly bytes: Uint8Array
  readonly checked: CheckedDocument
}

/**
 * The signed result of an own dossier once it was handed over, by whichever way; for whom the national identity vouches.
 * It is looked at anew every time: nothing is given out that is not what was signed.
 */
export async function seeOwnResult(desk: Desk, typed: string): Promise<Outcome<OwnResult>> {
  const held = await ownDossier(desk, typed, 'see')
  if (isRefusal(held)) return held
  const { actor, centre } = desk
  const { stage, document, code } = held.dossier
  if (stage !== 'returned' || document === undefined) return refuse('no-electronic-result')
  if (actor.kind !== 'citizen' || !isVerified(actor)) return refuse('not-verified')
  const kept = await resultDocument(centre, document)
  if (!kept || seal(kept.bytes) !== document)
    throw new Error(`${code}: the signed result is not what was signed`)
  const checked = await checkDocument(desk, kept.bytes)
  if (isRefusal(checked)) return checked
  await recordOwnLook(desk, code, 'own-result')
  return { bytes: kept.bytes, checked }
}
