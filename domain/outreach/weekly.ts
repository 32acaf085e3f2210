import type { Day } from '../calendar/moment.ts'
import { type Outcome, refuse } from '../outcome.ts'

/** As many sessions as one plan makes at once: a year of Saturdays. */
export const MOST_DAYS = 53

export interface Weekly {
  readonly from: Day
  /** The last day it may fall on. */
  readonly until: Day
  /** Monday is 1, Sunday 7. */
  readonly weekdays: readonly number[]
  /** Days on which the team stays at home. */
  readonly except: readonly Day[]
}

/** The days of a plan that is repeated every week, in their order. */
export function weeklyDays({ from, until, weekdays, except }: Weekly): Outcome<readonly Day[]> {
  const days: Day[] = []
  const last = Temporal.PlainDate.from(until)
  let day = Temporal.PlainDate.from(from)
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (weekdays.includes(day.dayOfWeek) && !except.includes(day.toString())) days.push(day.toString())
    if (days.length > MOST_DAYS) return refuse('too-many-sessions', { most: MOST_DAYS })
    day = day.add({ days: 1 })
  }
  return days.length > 0 ? days : refuse('no-session-day')
}
