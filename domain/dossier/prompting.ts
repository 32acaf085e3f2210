import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { PromptApplicant } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'
import { awaited } from './prompts.ts'

/** That the applicant was reminded of what is waited for, and what came of it; whoever it lies with may do it. */
export function promptApplicant(
  dossier: Dossier,
  command: PromptApplicant,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, way, outcome, note } = command
  if (way === 'telephone' && outcome === 'sent') return refuse('call-is-not-sent')
  const { of, by: lastDay } = awaited(dossier)
  return [{ type: 'ApplicantPrompted', at, by, step, of, lastDay, way, outcome, note }]
}
