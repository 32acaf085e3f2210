import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { AssignDossier, ClaimDossier, ReleaseDossier } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent, Holder } from './events.ts'
import { currentStep } from './guards.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'

/** The step is given to a person of its post; whether the person stands in it is asked where people are known. */
export function assignDossier(dossier: Dossier, command: AssignDossier, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, to, note } = command
  if (dossier.holder?.staff === to) return refuse('already-held', { staff: to })
  return [{ type: 'DossierAssigned', at, by, step, holder: heldBy(to, dossier, law), note }]
}

/** Whoever takes a step from the list holds it. Who holds a step already is not robbed of it: that is assigning. */
export function claimDossier(dossier: Dossier, command: ClaimDossier, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step } = command
  return [{ type: 'DossierClaimed', at, by, step, holder: heldBy(by.staff, dossier, law) }]
}

/** Back to the list of the post, where every colleague finds it. */
export function releaseDossier(dossier: Dossier, command: ReleaseDossier, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step } = command
  const { unit, post } = currentStep(dossier, law.procedure.steps)
  return [{ type: 'DossierReleased', at, by, step, holder: { kind: 'list', unit, post, staff: null } }]
}

function heldBy(staff: string, dossier: Dossier, law: Law): Holder {
  const { unit, post } = currentStep(dossier, law.procedure.steps)
  return { kind: 'person', unit, post, staff }
}
