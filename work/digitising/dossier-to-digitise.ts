import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The dossier, for a digitising officer: whoever receives at the place it was received. */
export async function dossierToDigitise(
  { centre, actor, ...desk }: Desk,
  code: string,
): Promise<Outcome<{ readonly held: HeldDossier; readonly actor: Staff }>> {
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'digitise' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const unit = held.dossier.placeOfReceipt
  const allowed = may(actor, { kind: 'digitise', unit }, today({ centre, actor, ...desk }))
  return isRefusal(allowed) ? allowed : { held, actor }
}
