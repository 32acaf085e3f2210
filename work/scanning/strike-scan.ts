import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { ScanToStrike } from '#shapes/scans.ts'
import { holdDossier } from '#store/dossiers.ts'
import { strikeScan as strike } from '#store/scans.ts'
import { announceChange } from '../announce-change.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Takes a scan that was attached wrongly out of sight, with the reason; its content is kept. */
export async function strikeScan(
  desk: Desk,
  code: string,
  { scan, reason }: ScanToStrike,
): Promise<Outcome<true>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'write-note' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const allowed = may(actor, { kind: 'write-note', dossier: held.dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  const struck = { id: scan, at: toMoment(desk.now), staff: actor.id, reason }
  if (!(await strike(centre, held.id, struck))) return refuse('no-such-scan')
  announceChange(centre, code, [])
  return true
}
