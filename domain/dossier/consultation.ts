import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { AskOpinion, RecordOpinion } from './commands.ts'
import { type Dossier, opinionsAwaited } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'

/** Another body is asked, with its own deadline; several at once. The clock goes on (`one-stop-rules` 6.3). */
export function askOpinion(dossier: Dossier, command: AskOpinion, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { id, at, by, step, body, question, answerBy } = command
  const today = dayOf(fromMoment(at)).toString()
  if (answerBy < today) return refuse('days-past', { on: today })
  return [{ type: 'OpinionAsked', at, by, step, consultation: id, body, question, answerBy }]
}

/** What the body answered; no answer when its deadline has passed is an answer too. */
export function recordOpinion(dossier: Dossier, command: RecordOpinion, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, consultation, answer } = command
  const asked = opinionsAwaited(dossier).find(({ key }) => key === consultation)
  if (!asked) return refuse('no-such-consultation', { consultation })
  if (answer === null && dayOf(fromMoment(at)).toString() <= asked.answerBy)
    return refuse('answer-limit-not-over', { answerBy: asked.answerBy })
  return [{ type: 'OpinionRecorded', at, by, step, consultation, answer }]
}
