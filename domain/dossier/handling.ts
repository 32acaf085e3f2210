import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { ApproveResult, ChangeCommand, CompleteStep, SendBack } from './commands.ts'
import type { AwaitingCitizen, Dossier } from './dossier.ts'
import { resumedDue } from './due.ts'
import type { ClockResumed, DossierEvent, Holder } from './events.ts'
import { currentStep, isPossible, stepsBack } from './guards.ts'
import type { Law } from './law.ts'
import type { ApprovedDraft } from './result-draft.ts'
import { enter, stepAfter } from './steps.ts'

/** What every command on a dossier is asked first: is it possible here, is it this step, does time run forward. */
export function guard(dossier: Dossier, command: ChangeCommand, law: Law): Outcome<true> {
  const possible = isPossible(dossier, law.procedure.steps, command.type)
  if (isRefusal(possible)) return possible
  if (command.step !== dossier.step) {
    const { key, name } = currentStep(dossier, law.procedure.steps)
    return refuse('not-this-step', { step: key, stepName: name, command: command.type })
  }
  if (command.at < dossier.lastEventAt)
    return refuse('before-last-event', { at: command.at, last: dossier.lastEventAt })
  return true
}

/** A step is done and the dossier goes on. Where the citizen was waited for, the clock goes on with it. */
export function completeStep(dossier: Dossier, command: CompleteStep, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  return stepDone(dossier, command, command.note, law)
}

/** The present step is behind: the clock goes on where it stood still, and the dossier lies at the next. */
export function stepDone(
  dossier: Dossier,
  command: ChangeCommand,
  note: string | null,
  law: Law,
): Outcome<DossierEvent[]> {
  const resumed = resume(dossier, command, law)
  if (isRefusal(resumed)) return resumed
  const lawfulDue = resumed ? resumed.lawfulDue : dossier.lawfulDue
  const ahead = goOn({ ...dossier, lawfulDue }, command, law)
  if (isRefusal(ahead)) return ahead
  const { moved, besides } = ahead
  return [
    ...(resumed ? [resumed] : []),
    { type: 'StepCompleted', at: command.at, by: command.by, ...moved, note },
    ...besides,
  ]
}

/** The competent person approves in the hall, by a mandate in force that day. */
export function approveResult(dossier: Dossier, command: ApproveResult, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const ahead = goOn(dossier, command, law)
  if (isRefusal(ahead)) return ahead
  const { at, by, mandate, capacity, note, document } = command
  const draft = draftOf(command)
  const how = { mandate, ...(capacity && { capacity }), note }
  const approved = { type: 'ResultApproved', at, by, ...ahead.moved, ...how } as const
  const drafted = draft ? { ...approved, draft } : approved
  return [document ? { ...drafted, document } : drafted, ...ahead.besides]
}

/** What was looked at, where it is a version that was drafted, or a page that is signed by hand. */
function draftOf({ draft = null, reviewed, document }: ApproveResult): ApprovedDraft | null {
  if (typeof reviewed !== 'string' || (draft === null && document)) return null
  return { version: draft, sha256: reviewed }
}

/** Work goes back to the person who did the earlier step, with what to change. */
export function sendBack(dossier: Dossier, command: SendBack, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const targets = stepsBack(dossier, law.procedure.steps)
  const target = targets.find((step) => step.key === command.to)
  if (!target)
    return refuse('nothing-to-send-back-to', { step: command.to, steps: targets.map((step) => step.key) })
  const doer = dossier.doneBy[target.key]
  const at = { unit: target.unit, post: target.post }
  const holder: Holder = doer
    ? { kind: 'person', ...at, staff: doer.staff }
    : { kind: 'list', ...at, staff: null }
  return [
    {
      type: 'StepSentBack',
      at: command.at,
      by: command.by,
      step: command.step,
      next: target.key,
      holder,
      comment: command.comment,
    },
  ]
}

/** Where the dossier lies after the present step. */
export function goOn(dossier: Dossier, command: ChangeCommand, law: Law) {
  const next = stepAfter(law.procedure.steps, dossier.step, dossier.refusal !== undefined)
  const entered = enter(next, { ...dossier, at: command.at, by: command.by }, law)
  if (isRefusal(entered)) return entered
  return { moved: { step: dossier.step, next: next.key, holder: entered.holder }, besides: entered.besides }
}

/** The due moment of a dossier whose clock goes on. */
export function runningAgain(
  { minutesLeft }: AwaitingCitizen,
  at: Moment,
  law: Law,
): Outcome<{ readonly lawfulDue: Moment | null; readonly isDueProvisional: boolean }> {
  const running = resumedDue(law.counting, minutesLeft, fromMoment(at))
  if (isRefusal(running)) return running
  return { lawfulDue: running.due && toMoment(running.due), isDueProvisional: running.isProvisional }
}

function resume(dossier: Dossier, command: ChangeCommand, law: Law): Outcome<ClockResumed | null> {
  if (dossier.stage !== 'awaiting-citizen') return null
  const running = runningAgain(dossier, command.at, law)
  return isRefusal(running) ? running : { type: 'ClockResumed', at: command.at, by: command.by, ...running }
}
