import { toMoment } from '#domain/calendar/moment.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { ScanToAssign, ScanToPutAside } from '#shapes/sealed-scans.ts'
import { contentOf, putAside, type UnrecognisedRow, waitingScan, waitingScans } from '#store/sealed-scans.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { attachByMarks, attachTo, type StackDocument } from './attach-sealed.ts'
import { standingResult } from './standing-result.ts'
import { whoScans } from './who-scans.ts'

/** A person says whose result a scan is, and why that is so although its mark does not say it. */
export async function assignScan(
  desk: Desk,
  id: string,
  { code: typed, reason }: ScanToAssign,
): Promise<Outcome<{ readonly code: string }>> {
  const actor = whoScans(desk)
  if (isRefusal(actor)) return actor
  const code = readDossierCode(typed)
  if (isRefusal(code)) return code
  const { centre, now } = desk
  const settled = { at: toMoment(now), staff: actor.id, reason }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const waiting = await waitingScan(centre, id)
    if (!waiting) return refuse('no-such-waiting-scan')
    const standing = await standingResult(centre, code)
    if (!standing) return refuse('no-such-dossier')
    const { held, whyNot, approvedAt, isAttached } = standing
    const seeing = may(actor, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
    if (isRefusal(seeing)) return seeing
    if (whyNot === 'signed-electronically') return refuse('result-electronic', { code })
    if (whyNot !== null || approvedAt === null) return refuse('result-not-stamped', { code })
    if (isAttached) return refuse('result-scanned-already', { code })
    const document = await documentOf(desk, waiting)
    const by = { staff: actor.id, settled }
    if ((await attachTo(desk, document, { standing, approvedAt, by })) === 'kept') return { code }
  }
  throw new Error(`${code} changed at every attempt to attach a scan`)
}

/** A person says that a scan is of no result, or of none that is wanted. It is kept, and no longer waits. */
export async function putScanAside(
  desk: Desk,
  id: string,
  { reason }: ScanToPutAside,
): Promise<Outcome<true>> {
  const actor = whoScans(desk)
  if (isRefusal(actor)) return actor
  const { centre, now } = desk
  if (!(await waitingScan(centre, id))) return refuse('no-such-waiting-scan')
  const isNew = await putAside(centre, id, { at: toMoment(now), staff: actor.id, reason })
  return isNew || refuse('no-such-waiting-scan')
}

/** So many are looked at again in one go; nobody lets more wait. */
const MOST_AGAIN = 200

/** Looks again at what waits: what was approved or sealed meanwhile is attached by its marks. */
export async function recogniseAgain(desk: Desk): Promise<Outcome<{ readonly attached: readonly string[] }>> {
  const actor = whoScans(desk)
  if (isRefusal(actor)) return actor
  const { centre, now } = desk
  const settled = { at: toMoment(now), staff: actor.id, reason: null }
  const attached: string[] = []
  for (const waiting of await waitingScans(centre, { after: null, size: MOST_AGAIN })) {
    if (waiting.of === null) continue
    const became = await attachByMarks(desk, await documentOf(desk, waiting), { staff: actor.id, settled })
    if (typeof became !== 'string') attached.push(became.code)
  }
  return { attached }
}

async function documentOf({ centre }: Desk, waiting: UnrecognisedRow): Promise<StackDocument> {
  const bytes = await contentOf(centre, waiting.sha256)
  if (!bytes) throw new Error(`the scan ${waiting.id} has no content`)
  return { ...waiting, bytes }
}
