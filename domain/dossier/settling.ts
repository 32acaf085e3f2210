import { fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { HandBack, MarkReady } from './commands.ts'
import { type Dossier, lawfulDueOf } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { currentStep } from './guards.ts'
import { isProven } from './hand-over.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'
import { mayReceive } from './receiver.ts'
import { timeliness } from './timeliness.ts'

/** The result lies ready for the citizen: early, on time or late is fixed here, by the lawful due moment. */
export function markReady(dossier: Dossier, command: MarkReady, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { unit, post } = currentStep(dossier, law.procedure.steps)
  const { at, by } = command
  return [
    {
      type: 'ResultReady',
      at,
      by,
      step: dossier.step,
      result: dossier.refusal ? 'refused' : 'granted',
      timeliness: timeliness(dossier.limit, lawfulDueOf(dossier), fromMoment(at)),
      holder: { kind: 'list', unit, post, staff: null },
    },
  ]
}

/** The result is handed to the citizen, to an authorised person, to the post or sent electronically. */
export function handBack(dossier: Dossier, command: HandBack, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, way, receiver, proof } = command
  const allowed = mayReceive(dossier, receiver)
  if (isRefusal(allowed)) return allowed
  const proven = isProven(dossier, command, law)
  if (isRefusal(proven)) return proven
  return [{ type: 'ResultHandedBack', at, by, step: dossier.step, way, receiver, proof }]
}
