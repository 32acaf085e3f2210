import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { CopyToCertify } from '#shapes/scans.ts'
import { certifyCopy as certify, copiesOf } from '#store/copies.ts'
import { scanContent, scanOf } from '#store/scans.ts'
import { announceChange } from '../announce-change.ts'
import { signCopy } from '../signing/sign-copy.ts'
import type { Desk } from '../desk.ts'
import { dossierToDigitise } from './dossier-to-digitise.ts'

/**
 * Compared with the original, certified and, where there is a certificate, signed by the digitising officer (Decree 107/2021/NĐ-CP; Decree 30/2020/NĐ-CP,
 * art. 25 and appendix I). Where something was found on the copy, the officer says why it stands all the same.
 */
export async function certifyCopy(desk: Desk, code: string, given: CopyToCertify): Promise<Outcome<true>> {
  const found = await dossierToDigitise(desk, code)
  if (isRefusal(found)) return found
  const { held, actor } = found
  const { centre } = desk
  const scan = await scanOf(centre, held.id, given.scan)
  const copy = (await copiesOf(centre, [given.scan])).get(given.scan)
  if (!scan || scan.struck !== null || !copy?.made || copy.reused) return refuse('no-such-scan')
  if (copy.certified) return copy.certified.staff === actor.id ? true : refuse('certified-already')
  if (copy.made.findings.length > 0 && given.note === null) return refuse('findings-unanswered')
  const content = await scanContent(centre, held.id, scan.id)
  if (!content) throw new Error(`scan ${scan.id} has no content`)
  const { sha256 } = scan
  const counter = held.dossier.placeOfReceipt
  const signed = await signCopy(desk, actor, { ...content, sha256, counter })
  if (isRefusal(signed)) return signed
  const { validUntil, note } = given
  const isNew = await certify(centre, {
    scan: scan.id,
    at: toMoment(desk.now),
    staff: actor.id,
    sha256,
    signed,
    validUntil,
    note,
  })
  if (!isNew) return refuse('certified-already')
  announceChange(centre, code, [])
  return true
}
