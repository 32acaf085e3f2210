import type { Post } from '#domain/people/may.ts'
import type { Limit } from './limit.ts'

/**
 * What is done at a step. `receive` is done by the receipt itself and `return` by handing back; `approve` and `seal`
 * have commands of their own. `outside` is work of a body without staff in the house, recorded by the keeper when it
 * comes back. `citizen` waits for the citizen: the clock stops.
 */
export const STEP_KINDS = [
  'receive',
  'work',
  'collect-fee',
  'approve',
  'seal',
  'outside',
  'citizen',
  'return',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

export interface Step {
  readonly key: string
  readonly name: string
  readonly kind: StepKind
  /** The unit whose list the step lies in. */
  readonly unit: string
  readonly post: Post
  /** Working minutes the process allots; null where the step has no time of its own. */
  readonly minutesAllotted: number | null
  /** What the step leaves behind: a form, a draft, a signed copy. */
  readonly output: string
}

export type ProcessFault =
  | 'first-step-must-receive'
  | 'last-step-must-return'
  | 'receive-or-return-inside'
  | 'step-key-twice'
  | 'seal-before-approval'
  | 'no-approval'
  | 'wrong-post'
  | 'time-not-positive'

/** Steps that only one post can do; the others go to whoever the process names. */
const POST_OF: { readonly [kind in StepKind]?: Post } = {
  receive: 'clerk',
  return: 'clerk',
  'collect-fee': 'cashier',
  approve: 'approver',
  seal: 'seal-keeper',
}

/**
 * What makes a process impossible to run. Sealing comes after approval: the seal keeper stamps only what the
 * competent person has signed (Decree 30/2020/NĐ-CP, art. 32).
 */
export function processFaults(steps: readonly Step[]): ProcessFault[] {
  const faults: ProcessFault[] = []
  if (steps[0]?.kind !== 'receive') faults.push('first-step-must-receive')
  if (steps.at(-1)?.kind !== 'return') faults.push('last-step-must-return')
  if (steps.slice(1, -1).some((step) => step.kind === 'receive' || step.kind === 'return'))
    faults.push('receive-or-return-inside')
  if (new Set(steps.map((step) => step.key)).size !== steps.length) faults.push('step-key-twice')
  const approval = steps.findIndex((step) => step.kind === 'approve')
  const seal = steps.findIndex((step) => step.kind === 'seal')
  if (approval === -1) faults.push('no-approval')
  else if (seal !== -1 && seal < approval) faults.push('seal-before-approval')
  if (steps.some((step) => (POST_OF[step.kind] ?? step.post) !== step.post)) faults.push('wrong-post')
  if (steps.some((step) => step.minutesAllotted !== null && step.minutesAllotted <= 0))
    faults.push('time-not-positive')
  return faults
}

/** Working minutes of a whole process. */
export function minutesAllotted(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.minutesAllotted ?? 0), 0)
}

/** Eight hours: one working day of a process plan. */
export const PLANNED_DAY = 480

/**
 * Working minutes that a limit leaves to a plan, null without a limit. A plan cannot know where the weekend falls,
 * so a calendar day counts as five sevenths of a working day; same-day work has at most the whole day.
 */
export function plannedMinutes(limit: Limit): number | null {
  switch (limit.kind) {
    case 'civil-days':
      return limit.days * PLANNED_DAY
    case 'calendar-days':
      return Math.floor((limit.days * PLANNED_DAY * 5) / 7)
    case 'working-hours':
      return limit.minutes
    case 'same-day':
      return PLANNED_DAY
    case 'immediate':
    case 'not-set':
      return null
  }
}
