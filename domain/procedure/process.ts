import type { Day } from '#domain/calendar/moment.ts'
import type { Post } from '#domain/people/may.ts'
import type { Limit } from './limit.ts'

/**
 * What is done at a step. `receive` is done by the receipt itself and `return` by handing back; `approve` and `seal`
 * have commands of their own, as has `competent-receipt`, which stands in no plan: it is put in where a dossier was
 * handed in at another desk (`placing.ts`). `outside` is work of a body without staff in the house, recorded by the keeper when it
 * comes back. `citizen` waits for the citizen to pay: whether the clock stops say the step's own `waits`.
 */
export const PLANNED_KINDS = [
  'receive',
  'work',
  'collect-fee',
  'approve',
  'seal',
  'outside',
  'citizen',
  'return',
] as const
export const STEP_KINDS = [...PLANNED_KINDS, 'competent-receipt'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** Whether waiting for the citizen's payment stops the clock, and by which rule, for what is received from a day on. */
export interface WaitRule {
  readonly from: Day
  readonly stopsClock: boolean
  readonly ground: string
}

/** What another agency does while a step lasts ("liên thông"): the step is not done before its parts are. */
export interface StepPart {
  /** Known by it among all steps and parts of the process. */
  readonly key: string
  readonly name: string
  /** The unit and post whose list the part lies in. */
  readonly unit: string
  readonly post: Post
  /** The body without staff in the house that does it; the list above then records what it answers. */
  readonly body: string | null
  /** Key of the procedure it stands for, where the catalogue has it. */
  readonly procedure: string | null
  /** Working minutes of its own deadline; null where it has none. */
  readonly minutesAllotted: number | null
  readonly output: string
}

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
  /** Opened when the dossier comes to the step; not there where it has none. */
  readonly parts?: readonly StepPart[]
  /** Of a step that waits for the citizen, oldest first; without any the clock stops. */
  readonly waits?: readonly WaitRule[]
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
  | 'parts-at-wrong-step'
  | 'part-key-twice'
  | 'part-longer-than-step'
  | 'wait-rules-missing'
  | 'wait-rules-elsewhere'
  | 'wait-rules-out-of-order'

/** Steps that only one post can do; the others go to whoever the process names. */
const POST_OF: { readonly [kind in StepKind]?: Post } = {
  receive: 'clerk',
  return: 'clerk',
  'competent-receipt': 'clerk',
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
  return [...faults, ...partFaults(steps), ...waitFaults(steps)]
}

/** The steps other agencies can work beside: those a command of their own does not end. */
const HAS_PARTS: readonly StepKind[] = ['work', 'outside', 'citizen']

/** A part fits into its step's time: a part that may be late before it is late would hold up whoever leads. */
function partFaults(steps: readonly Step[]): ProcessFault[] {
  const faults: ProcessFault[] = []
  const parts = steps.flatMap((step) => (step.parts ?? []).map((part) => ({ step, part })))
  if (parts.some(({ step }) => !HAS_PARTS.includes(step.kind))) faults.push('parts-at-wrong-step')
  const keys = parts.map(({ part }) => part.key)
  const taken = new Set([...steps.map(({ key }) => key), ...keys])
  if (keys.length > 0 && taken.size !== steps.length + keys.length) faults.push('part-key-twice')
  const isLonger = parts.some(
    ({ step, part }) => step.minutesAllotted !== null && (part.minutesAllotted ?? 0) > step.minutesAllotted,
  )
  if (isLonger) faults.push('part-longer-than-step')
  if (parts.some(({ part }) => part.minutesAllotted !== null && part.minutesAllotted <= 0))
    faults.push('time-not-positive')
  return faults
}

function waitFaults(steps: readonly Step[]): ProcessFault[] {
  const faults: ProcessFault[] = []
  if (steps.some(({ kind, waits = [] }) => kind === 'citizen' && waits.length === 0))
    faults.push('wait-rules-missing')
  if (steps.some(({ kind, waits }) => kind !== 'citizen' && waits !== undefined))
    faults.push('wait-rules-elsewhere')
  const isOutOfOrder = ({ waits = [] }: Step) =>
    waits.some(({ from }, place) => place > 0 && from <= (waits[place - 1]?.from ?? ''))
  if (steps.some(isOutOfOrder)) faults.push('wait-rules-out-of-order')
  return faults
}

/**
 * The rule by which waiting for a payment stops the clock or does not, for a dossier received on a day; undefined
 * where none holds yet (Decree 43/2014/NĐ-CP art. 61 for land; other fields have their own).
 */
export function waitRuleOn({ waits = [] }: Pick<Step, 'waits'>, receivedOn: Day): WaitRule | undefined {
  return waits.findLast(({ from }) => from <= receivedOn)
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
