import type { Day } from '../calendar/moment.ts'
import { dayIn, daysWaited, type HomeRequest } from './home-visit.ts'

/** What home visits of a stretch of days come to. */
export interface HomeFigures {
  /** Asked for in it. */
  readonly requests: number
  /** Found entitled in it, whatever became of them. */
  readonly entitled: number
  /** Visited in it. */
  readonly visited: number
  /** Of those visited: all days they waited, and the longest. */
  readonly daysWaited: number
  readonly longest: number
}

/** Counts requests; each counts on the day on which something happened to it. The last day belongs to the stretch. */
export function homeFigures(
  requests: readonly Pick<HomeRequest, 'askedAt' | 'claim' | 'judgedAt' | 'visited'>[],
  { from, until }: { readonly from: Day; readonly until: Day },
): HomeFigures {
  const isIn = (at: string | null | undefined) => {
    const on = at && dayIn(at)
    return Boolean(on && from <= on && on <= until)
  }
  const visited = requests.filter((one) => isIn(one.visited?.at))
  const waits = visited.map((one) => daysWaited(one) ?? 0)
  return {
    requests: requests.filter(({ askedAt }) => isIn(askedAt)).length,
    entitled: requests.filter(({ claim, judgedAt }) => claim !== null && isIn(judgedAt)).length,
    visited: visited.length,
    daysWaited: waits.reduce((all, days) => all + days, 0),
    longest: Math.max(0, ...waits),
  }
}
