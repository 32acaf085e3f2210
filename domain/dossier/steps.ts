import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type Step, waitRuleOn } from '#domain/procedure/process.ts'
import { pausedMinutes } from './due.ts'
import { type Dossier, lawfulDueOf } from './dossier.ts'
import type { ClockStopped, Doer, Holder, OpenedPart, PartsOpened } from './events.ts'
import type { Law } from './law.ts'
import { partDue } from './parts.ts'

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
  /** What happens besides: the clock stops where the citizen must act, and other agencies begin their parts. */
  readonly besides: readonly (ClockStopped | PartsOpened)[]
}

interface Coming extends Pick<Dossier, 'lawfulDue' | 'receivedAt' | 'parts'> {
  readonly at: Moment
  readonly by: Doer
}

/** Comes to a step: into the list of its post; with the clock stopped where the rule for the wait says so. */
export function enter(step: Step, on: Coming, law: Law): Outcome<Entered> {
  const list = { unit: step.unit, post: step.post, staff: null }
  const opened = partsBegun(step, on, law)
  if (isRefusal(opened)) return opened
  if (step.kind !== 'citizen') return { holder: { kind: 'list', ...list }, besides: opened }
  const holder = { kind: 'citizen' as const, ...list }
  // Processes published before the rules were data stop the clock.
  const rule = waitRuleOn(step, dayOf(fromMoment(on.receivedAt)).toString())
  if (step.waits && !rule?.stopsClock) return { holder, besides: opened }
  const minutesLeft = pausedMinutes(law.counting, lawfulDueOf(on), fromMoment(on.at))
  if (isRefusal(minutesLeft)) return minutesLeft
  const ground = rule && { ground: rule.ground }
  const stopped = {
    type: 'ClockStopped',
    at: on.at,
    by: on.by,
    step: step.key,
    minutesLeft,
    ...ground,
  } as const
  return { holder, besides: [stopped, ...opened] }
}

/** The parts that begin with a step. What was begun before is not begun again: it is asked for again. */
export function partsBegun(
  step: Step,
  { at, by, parts = [] }: Pick<Coming, 'at' | 'by' | 'parts'>,
  law: Law,
): Outcome<PartsOpened[]> {
  const opened: OpenedPart[] = []
  for (const part of step.parts ?? []) {
    if (parts.some(({ key }) => key === part.key)) continue
    const due = partDue(part, at, law)
    if (isRefusal(due)) return due
    const { minutesAllotted: _, output: __, ...given } = part
    opened.push({ ...given, ...due })
  }
  return opened.length === 0 ? [] : [{ type: 'PartsOpened', at, by, step: step.key, parts: opened }]
}
