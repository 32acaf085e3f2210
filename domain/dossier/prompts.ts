import { type Day, dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { CallOutcome, CallWay } from './collection.ts'
import type { Dossier } from './dossier.ts'
import type { ApplicantPrompted } from './events.ts'
import { type WaitsFor, waitsFor } from './waits-for.ts'

/**
 * What must have happened before a dossier is stopped for want of an answer: so many prompts that really went out, and
 * so many days since the one that made up the number. That a warning goes before is the rule; how many and how long no
 * law that could be read says, so the centre enters it by rule set.
 */
export interface LapseRule {
  readonly prompts: number
  readonly days: number
  readonly ground: string
}

/** Where a centre has entered no measure of its own. The house's; no law sets one. */
export const HOUSE_LAPSE: LapseRule = { prompts: 1, days: 3, ground: '' }

/** The applicant was told, or what was sent went out: a telephone nobody answered warns nobody. */
function wentOut(way: CallWay, outcome: CallOutcome): boolean {
  return outcome === 'told' || (outcome === 'sent' && way !== 'telephone')
}

/** What is waited for, and the last day for it: the answer to a supplement, or the first payment that was not made. */
export function awaited(dossier: Dossier): { readonly of: WaitsFor; readonly by: Day | null } {
  const of = waitsFor(dossier) ?? 'payment'
  const answerBy = dossier.stage === 'awaiting-citizen' ? dossier.answerBy : undefined
  return { of, by: (of === 'payment' ? dossier.payBy : answerBy) ?? null }
}

/** The days on which the applicant was reminded, after one more; one that did not go out is kept in the history alone. */
export function prompted(
  { prompts = [] }: Pick<Dossier, 'prompts'>,
  { at, way, outcome }: ApplicantPrompted,
): Pick<Dossier, 'prompts'> {
  return wentOut(way, outcome) ? { prompts: [...prompts, dayOf(fromMoment(at)).toString()] } : {}
}

/**
 * The first day on which a dossier may be stopped because nothing came: the last day is over, the applicant was
 * reminded as often as the rule set says, and had the days it gives since then.
 */
export function lapsesOn(dossier: Dossier, { prompts, days }: LapseRule): Outcome<Day> {
  const { by } = awaited(dossier)
  if (waitsFor(dossier) === null || by === null) return refuse('no-answer-limit')
  const on = dossier.prompts ?? []
  const enough = prompts === 0 ? by : on[prompts - 1]
  if (enough === undefined) return refuse('not-prompted', { needed: prompts, made: on.length, days })
  const given = prompts === 0 ? by : Temporal.PlainDate.from(enough).add({ days }).toString()
  const last = given > by ? given : by
  return Temporal.PlainDate.from(last).add({ days: 1 }).toString()
}
