import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may, type Staff } from '#domain/people/may.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The person at a desk who receives, and the units received for: one at least. */
export interface Receiving {
  readonly actor: Staff
  readonly units: readonly string[]
}

/** Where the person at a desk may receive today; refused to those who receive nowhere. */
export function placesOfReceipt(desk: Desk): Outcome<Receiving> {
  const { actor } = desk
  const on = today(desk)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const units = [...new Set(appointmentsOn(actor, on).map((one) => one.unit))].filter(
    (unit) => !isRefusal(may(actor, { kind: 'receive-dossier', unit }, on)),
  )
  return units.length === 0 ? refuse('not-permitted', { action: 'receive-dossier' }) : { actor, units }
}
