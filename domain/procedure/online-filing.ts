import type { Day } from '../calendar/moment.ts'

/** A time in which a centre takes filings on its own pages. While the national portal is the only front there is none. */
export interface OnlineFiling {
  readonly from: Day
  /** First day on which it no longer does; null while open-ended. */
  readonly until: Day | null
  readonly ground: string
}

/** Whether a centre takes filings on its own pages on a day (since 1/7/2025 by Decree 118/2025/NĐ-CP the portal does). */
export function takesFilings(times: readonly Pick<OnlineFiling, 'from' | 'until'>[], on: Day): boolean {
  return times.some(({ from, until }) => from <= on && (until === null || on < until))
}
