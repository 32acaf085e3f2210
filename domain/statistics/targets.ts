import type { Day } from '#domain/calendar/moment.ts'

/** A share that is to be reached in a time: by the town, by the communes and wards together, or by one unit. */
export interface Target {
  /** `town`, `communes`, or the code of a unit. */
  readonly of: string
  readonly from: Day
  /** First day on which it no longer holds; null while open-ended. */
  readonly until: Day | null
  /** Hundredths of a percent of what was settled. */
  readonly early: number
  readonly source: string
}

/** The target in force on a day, of the first of these that has one. */
export function targetOn(targets: readonly Target[], of: readonly string[], on: Day): Target | undefined {
  const inForce = targets.filter(({ from, until }) => from <= on && (until === null || on < until))
  return of.flatMap((one) => inForce.findLast((target) => target.of === one) ?? [])[0]
}
