import type { Day } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Appointment, Mandate, SigningCapacity } from './may.ts'
import { lastDay } from './substitution.ts'

/** The right to approve for a unit, delegated to one of its people for a period by a written decision ("ủy quyền ký"). */
export interface Delegation {
  readonly staff: string
  readonly unit: string
  readonly from: Day
  /** The first day on which it no longer holds. */
  readonly until: Day
  /** On whose behalf the person then signs; null where it does not say. */
  readonly capacity: SigningCapacity | null
  /** Number and date of the decision. */
  readonly ground: string
}

/** What one delegation gives: the mandate, and the post in which it is used, on the days it holds. */
export function delegated({
  id,
  unit,
  from,
  until,
  capacity,
  ofCommune,
}: Pick<Delegation, 'unit' | 'from' | 'until' | 'capacity'> &
  Pick<Appointment, 'ofCommune'> & { id: string }): {
  readonly mandate: Mandate
  readonly appointment: Appointment
} {
  return {
    mandate: { key: delegationKey(id), unit, from, until, capacity },
    appointment: { post: 'approver', unit, from, until, ...(ofCommune && { ofCommune }) },
  }
}

/** By what events name it. */
export const delegationKey = (id: string) => `uq-${id}`

/** Nobody delegates to himself, for days that have passed, or twice at a time. */
export function canBeDelegated(
  asked: Delegation,
  by: string,
  standing: readonly Pick<Delegation, 'staff' | 'unit' | 'from' | 'until'>[],
  on: Day,
): Outcome<true> {
  if (asked.staff === by) return refuse('second-person-needed')
  if (asked.until <= asked.from) return refuse('days-in-wrong-order')
  if (asked.from < on) return refuse('days-past', { on })
  const has = standing.find(
    (one) =>
      one.staff === asked.staff &&
      one.unit === asked.unit &&
      one.from < asked.until &&
      asked.from < one.until,
  )
  return has ? refuse('already-delegated', { from: has.from, last: lastDay(has.until) }) : true
}
