import type { Moment } from '#domain/calendar/moment.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { passesRefused } from './steps.ts'

/** One step as a citizen follows it. */
export interface StepProgress {
  readonly step: Step
  readonly state: 'done' | 'now' | 'next'
  /** Since when the dossier lay there the last time; null while it has not come there. */
  readonly since: Moment | null
  /** When it was done the last time; null for what is still to do. */
  readonly doneAt: Moment | null
}

/** How far a dossier has come through its process. Work sent back is to be done again. */
export function progress(
  dossier: Dossier,
  history: readonly DossierEvent[],
  steps: readonly Step[],
): StepProgress[] {
  const cameTo = new Map<string, Moment>()
  const left = new Map<string, Moment>()
  for (const event of history) {
    if (event.type === 'DossierReceived') {
      const first = steps[0]?.key ?? ''
      cameTo.set(first, event.at).set(event.step, event.at)
      left.set(first, event.at)
    } else if (event.type === 'DossierTakenOver') {
      // When the steps before were done stands in another system.
      cameTo.set(steps[0]?.key ?? '', event.receivedAt).set(event.step, event.at)
    } else if ('next' in event) {
      left.set(event.step, event.at)
      cameTo.set(event.next, event.at)
    } else if (event.type === 'ResultHandedBack') left.set(event.step, event.at)
  }
  const present =
    dossier.stage === 'returned' ? steps.length : steps.findIndex(({ key }) => key === dossier.step)
  // What a refusal leaves out was not done and is not to come.
  const isPassed = ({ key, kind }: Step, place: number) =>
    !dossier.refusal || cameTo.has(key) || (place > present && passesRefused(kind))
  // A stopped dossier lies nowhere and goes nowhere.
  const told = dossier.stage === 'stopped' ? steps.slice(0, present) : steps
  return told
    .flatMap((step, place) => (isPassed(step, place) ? [{ step, place }] : []))
    .map(({ step, place }) => ({
      step,
      state: place < present ? 'done' : place === present ? 'now' : 'next',
      since: (place <= present && cameTo.get(step.key)) || null,
      doneAt: (place < present && left.get(step.key)) || null,
    }))
}
