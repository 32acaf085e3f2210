import type { Day } from '#domain/calendar/moment.ts'

/** A share that is to be reached, from a day on. */
export interface Target {
  readonly from: Day
  /** Of the town's own dossiers, or of those that communes and wards helped with. */
  readonly of: 'town' | 'communes'
  /** Hundredths of a percent. */
  readonly early: number
  readonly source: string
}

/** What the centre has set itself (article of 3 July 2019): results early for 90 and 98 of a hundred. */
export const TARGETS: readonly Target[] = [
  { from: '2019-01-01', of: 'town', early: 9000, source: 'article 2019-07-03' },
  { from: '2019-01-01', of: 'communes', early: 9800, source: 'article 2019-07-03' },
]

/** The target in force on a day. */
export function targetOn(of: Target['of'], on: Day): Target | undefined {
  return TARGETS.findLast((one) => one.of === of && one.from <= on)
}
