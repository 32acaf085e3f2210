import { addWorkingMinutes, type WorkingCalendar } from '#domain/calendar/working-time.ts'
import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'

/** What a rule set says of how soon an online filing is accepted, asked about or refused. */
export interface AcceptanceRule {
  /** Working hours from the submission. */
  readonly hours: number
  readonly ground: string
}

/** Decree 45/2020/NĐ-CP; where a rule set says nothing, as before 2020, the house goes by the same. */
export const HOUSE_ACCEPTANCE: AcceptanceRule = { hours: 8, ground: 'Nghị định 45/2020/NĐ-CP' }

export interface AcceptBy {
  readonly at: Moment
  readonly isProvisional: boolean
}

/**
 * By when a filing must be answered: so many working hours from its submission, what came outside office hours counted
 * from the next opening. This clock is the centre's own and never moves the time for settling, which begins at receipt.
 */
export function acceptBy(
  counting: WorkingCalendar,
  { hours }: Pick<AcceptanceRule, 'hours'>,
  submitted: Moment,
): Outcome<AcceptBy> {
  const reached = addWorkingMinutes(counting, fromMoment(submitted), hours * 60)
  return isRefusal(reached) ? reached : { at: toMoment(reached.at), isProvisional: reached.isProvisional }
}

/** So many working minutes before the deadline whoever has to answer is told that it is near. A habit of the house. */
const NEAR_MINUTES = 120

/** Up to which deadline a filing that waits now is near it; null where the calendar does not reach. */
export function nearUntil(counting: WorkingCalendar, now: Moment): Moment | null {
  const reached = addWorkingMinutes(counting, fromMoment(now), NEAR_MINUTES)
  return isRefusal(reached) ? null : toMoment(reached.at)
}

/** Whether an answer given now is in time; the minute of the deadline itself still is. */
export function isInTime(at: Moment, deadline: Moment): boolean {
  return fromMoment(at).epochMilliseconds < fromMoment(deadline).epochMilliseconds + 60_000
}
