import { RESULT_COMPONENT, whyNotReused } from '#domain/digitising/copy-status.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { caseOf } from '#domain/procedure/procedure.ts'
import type { CopyToReuse } from '#shapes/scans.ts'
import { heldCopy, reuseCopy as reuse } from '#store/copies.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { dossierToDigitise } from './dossier-to-digitise.ts'
import { recordLook } from './see-held-copies.ts'

/**
 * A copy the centre holds stands for a paper of this dossier too, with where it comes from and what for. Nothing is
 * copied. The same id again is the same reuse.
 */
export async function reuseCopy(desk: Desk, code: string, given: CopyToReuse): Promise<Outcome<true>> {
  const found = await dossierToDigitise(desk, code)
  if (isRefusal(found)) return found
  const { held, actor } = found
  const { centre } = desk
  const { dossier } = held
  const chosen = caseOf(lawFor(dossier, await bookOf(centre)).procedure, dossier.case)
  if (isRefusal(chosen)) return chosen
  const { component } = given
  if (component === RESULT_COMPONENT || !chosen.components.some(({ key }) => key === component))
    return refuse('no-such-component', { component })
  const from = await heldCopy(centre, given.from)
  if (!from || from.code === code) return refuse('no-such-scan')
  const why = whyNotReused({ ...from, isCertified: true }, dossier.owner.idNumber, today(desk))
  if (why !== null) return refuse('copy-not-reusable', { why, validUntil: from.validUntil })
  await recordLook(desk, actor.id, [from.code])
  const { id, purpose } = given
  const at = toMoment(desk.now)
  const stands = await reuse(centre, { id, dossier: held.id, component, from, at, staff: actor.id, purpose })
  if (stands.dossier !== held.id || stands.from !== from.scan) return refuse('command-id-reused', { id })
  announceChange(centre, code, [])
  return true
}
