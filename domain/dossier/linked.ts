import { fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { AskPartAgain, CompletePart, GiveUpPart, SendPartBack } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { currentStep } from './guards.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'
import { type Part, partDue, partsAwaited, partsOpen, partsToAsk } from './parts.ts'
import { timeliness } from './timeliness.ts'

/**
 * An agency does its part of a linked procedure. It is early, on time or late by its own due moment; the citizen's
 * stays where it is, and whoever leads answers for it (`one-stop-rules` 11).
 */
export function completePart(dossier: Dossier, command: CompletePart, law: Law): Outcome<DossierEvent[]> {
  const part = partMeant(dossier, command, partsOpen(dossier), law)
  if (isRefusal(part)) return part
  const { at, by, step, documentNumber, result } = command
  const due = part.due === null ? null : fromMoment(part.due)
  const judged = timeliness('working-hours', due, fromMoment(at))
  return [{ type: 'PartCompleted', at, by, step, part: part.key, documentNumber, result, timeliness: judged }]
}

/** An agency sends its part back to whoever leads, with what is in the way; its time stands still. */
export function sendPartBack(dossier: Dossier, command: SendPartBack, law: Law): Outcome<DossierEvent[]> {
  const part = partMeant(dossier, command, partsOpen(dossier), law)
  if (isRefusal(part)) return part
  const { at, by, step, reason } = command
  return [{ type: 'PartSentBack', at, by, step, part: part.key, reason }]
}

/** Whoever leads asks again for a part that came back, was given up or must be done anew: its time begins anew. */
export function askPartAgain(dossier: Dossier, command: AskPartAgain, law: Law): Outcome<DossierEvent[]> {
  const part = partMeant(dossier, command, partsToAsk(dossier), law)
  if (isRefusal(part)) return part
  const planned = currentStep(dossier, law.procedure.steps).parts?.find(({ key }) => key === part.key)
  const due = partDue({ minutesAllotted: planned?.minutesAllotted ?? null }, command.at, law)
  if (isRefusal(due)) return due
  const { at, by, step, comment } = command
  return [{ type: 'PartAskedAgain', at, by, step, part: part.key, comment, ...due }]
}

/** Whoever leads goes on without a part, and says by which rule. */
export function giveUpPart(dossier: Dossier, command: GiveUpPart, law: Law): Outcome<DossierEvent[]> {
  const part = partMeant(dossier, command, partsAwaited(dossier), law)
  if (isRefusal(part)) return part
  const { at, by, step, reason, ground } = command
  return [{ type: 'PartGivenUp', at, by, step, part: part.key, reason, ground }]
}

type PartCommand = CompletePart | SendPartBack | AskPartAgain | GiveUpPart

function partMeant(
  dossier: Dossier,
  command: PartCommand,
  possible: readonly Part[],
  law: Law,
): Outcome<Part> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const known = dossier.parts?.find(({ key }) => key === command.part)
  if (!known) return refuse('no-such-part', { part: command.part })
  const { name, state } = known
  return possible.includes(known) ? known : refuse('part-not-open', { part: name, state })
}
