import type { Day } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { ageOn, leastAgeOn } from '#domain/people/capacity.ts'
import type { Confidence, Procedure } from './procedure.ts'

/** From which age, in full years, somebody files a procedure alone, where its own law says so. */
export interface AgeRule {
  readonly leastAge: number
  readonly ground: string
  readonly from: Day
  /** First day on which it no longer holds; null while open-ended. */
  readonly until: Day | null
  /** How sure it is that the law says so of this procedure. */
  readonly confidence: Confidence
}

/** The age rule of a procedure on a day: what stands first holds, so that its own stands before that of its field. */
export function ageRuleOn(
  { ageRules = [] }: Pick<Procedure, 'ageRules'>,
  on: Day,
): Pick<AgeRule, 'leastAge' | 'ground'> {
  return ageRules.find((one) => one.from <= on && (one.until === null || on < one.until)) ?? leastAgeOn(on)
}

/** Whether a person files a procedure alone; otherwise parent or guardian files (Civil Code 2015, art. 21). */
export function mayFileAlone(procedure: Pick<Procedure, 'ageRules'>, bornOn: Day, on: Day): Outcome<true> {
  const { leastAge, ground } = ageRuleOn(procedure, on)
  return ageOn(bornOn, on) >= leastAge || refuse('too-young-alone', { leastAge, ground })
}
