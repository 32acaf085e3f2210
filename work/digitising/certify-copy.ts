import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { CopyToCertify } from '#shapes/scans.ts'
import { certifyCopy as certify, copiesOf } from '#store/copies.ts'
import { scanOf } from '#store/scans.ts'
import { announceChange } from '../announce-change.ts'
import type { Desk } from '../desk.ts'
import { dossierToDigitise } from './dossier-to-digitise.ts'

/**
 * Compared with the original and certified by the digitising officer (Decree 107/2021/NĐ-CP; Decree 30/2020/NĐ-CP,
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
  const { validUntil, note } = given
  const isNew = await certify(centre, {
    scan: scan.id,
    at: toMoment(desk.now),
    staff: actor.id,
    sha256: scan.sha256,
    validUntil,
    note,
  })
  if (!isNew) return refuse('certified-already')
  announceChange(centre, code, [])
  return true
}
