import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Step } from '#domain/procedure/process.ts'
import { pausedMinutes } from './due.ts'
import { lawfulDueOf } from './dossier.ts'
import type { ClockStopped, Doer, Holder } from './events.ts'
import type { Law } from './law.ts'

/** What a refusal still passes: nothing of what only a granted request needs, a fee or a survey. */
const REFUSED_PASSES: readonly Step['kind'][] = ['approve', 'seal', 'return']

export function passesRefused(kind: Step['kind']): boolean {
  return REFUSED_PASSES.includes(kind)
}

/** The step behind another. A published process ends with `return`, which no step is completed beyond. */
export function stepAfter(steps: readonly Step[], key: string, isRefused = false): Step {
  const ahead = steps.slice(steps.findIndex((step) => step.key === key) + 1)
  const next = ahead.find(({ kind }) => !isRefused || passesRefused(kind))
  if (!next) throw new Error(`nothing comes after step ${key}`)
  return next
}

interface Entered {
  readonly holder: Holder
  /** What happens besides: the clock stops where the citizen must act. */
  readonly besides: readonly ClockStopped[]
}

/** Comes to a step: into the list of its post, and with the clock stopped while the citizen must act. */
export function enter(
  step: Step,
  on: { lawfulDue: Moment | null; at: Moment; by: Doer },
  law: Law,
): Outcome<Entered> {
  const list = { unit: step.unit, post: step.post, staff: null }
  if (step.kind !== 'citizen') return { holder: { kind: 'list', ...list }, besides: [] }
  const minutesLeft = pausedMinutes(law.counting, lawfulDueOf(on), fromMoment(on.at))
  if (isRefusal(minutesLeft)) return minutesLeft
  return {
    holder: { kind: 'citizen', ...list },
    besides: [{ type: 'ClockStopped', at: on.at, by: on.by, step: step.key, minutesLeft }],
  }
}
