import type { Limit } from '#domain/procedure/limit.ts'
import { PLANNED_DAY, plannedMinutes, type Step } from '#domain/procedure/process.ts'
import type { StepRead } from '#shapes/centre-documents.ts'
import type { CentreSettings } from './centre-data.ts'

/** A process as planned, before it is fitted to a procedure. */
export interface Plan {
  /** How sure it is: S read in a source, L follows from the law, R reconstructed. */
  readonly evidence: 'S' | 'L' | 'R'
  readonly source: string
  readonly steps: readonly StepRead[]
}

interface Fitting {
  readonly settings: CentreSettings
  /** The competent unit of the procedure. */
  readonly unit: string
  /** The limit the process has to fit into. */
  readonly limit: Limit
  /** False leaves out the steps that only a fee needs. */
  readonly isCharged?: boolean
}

/** The steps of a plan for one procedure: units named, times in working minutes. */
export function stepsOf(plan: Plan, { settings, unit, limit, isCharged = true }: Fitting): Step[] {
  const units: { readonly [name: string]: string } = {
    '@procedure': unit,
    '@reception': settings.reception,
    '@seal': settings.seal,
  }
  return plan.steps
    .filter((step) => isCharged || step.when !== 'charged')
    .map((step) => ({
      key: step.key,
      name: step.name,
      kind: step.kind,
      unit: units[step.unit] ?? step.unit,
      post: step.post,
      minutesAllotted: minutesOf(step, limit),
      output: step.output,
      ...(step.parts && {
        parts: step.parts.map(({ body = null, procedure = null, time, ...part }) => ({
          ...part,
          unit: units[part.unit] ?? part.unit,
          body,
          procedure,
          minutesAllotted: minutesOf({ time }, limit),
        })),
      }),
      ...(step.waits && {
        waits: step.waits.map(({ from, clock, ground }) => ({ from, stopsClock: clock === 'stops', ground })),
      }),
    }))
}

function minutesOf({ time, most }: Pick<StepRead, 'time' | 'most'>, limit: Limit): number | null {
  if (time === undefined) return null
  const planned = amountOf(time, limit)
  if (planned === null) return null
  const atMost = most === undefined ? null : amountOf(most, limit)
  return atMost === null ? planned : Math.min(planned, atMost)
}

function amountOf(time: string, limit: Limit): number | null {
  const number = Number(time.slice(0, -1))
  switch (time.at(-1)) {
    case 'm':
      return Math.round(number)
    case 'h':
      return Math.round(number * 60)
    case 'd':
      return rounded(number * dayOf(limit))
    default: {
      const whole = minutesToShare(limit)
      return whole === null ? null : rounded((whole * number) / 100)
    }
  }
}

/** A day of a plan is a day as the limit counts it: of a limit in calendar days it is 5/7 of a working day. */
function dayOf(limit: Limit): number {
  return limit.kind === 'calendar-days' ? (PLANNED_DAY * 5) / 7 : PLANNED_DAY
}

/** From the cut-off at 15:00 to closing at 17:00: what same-day work has when it comes at the last moment. */
const LAST_TWO_HOURS = 120
const AT_THE_COUNTER = 30

function minutesToShare(limit: Limit): number | null {
  if (limit.kind === 'same-day') return LAST_TWO_HOURS
  if (limit.kind === 'immediate') return AT_THE_COUNTER
  return plannedMinutes(limit)
}

/** Downwards, so that a sum never passes the limit by rounding: to ten minutes, below an hour to one. */
function rounded(minutes: number): number {
  return minutes < 60 ? Math.max(1, Math.floor(minutes)) : Math.floor(minutes / 10) * 10
}
