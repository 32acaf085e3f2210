import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The person at the desk, who scans results that were stamped; or why not. */
export function whoScans(desk: Desk): Outcome<Staff> {
  const { actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'scan-results' })
  const allowed = may(actor, { kind: 'scan-results' }, today(desk))
  return isRefusal(allowed) ? allowed : actor
}
