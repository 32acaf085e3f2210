import { dayNumber } from '#domain/calendar/day-number.ts'
import {
  type Day,
  dayOf,
  fromLocalMinute,
  fromMoment,
  type Moment,
  toMoment,
} from '#domain/calendar/moment.ts'
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts'
import { workingDayAfter } from '#domain/calendar/working-days.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { PostRule, Zone } from './post-rule.ts'

export interface CarriedBy {
  readonly due: Moment
  readonly isProvisional: boolean
}

/**
 * By when the post must have carried a parcel: J is the day both sides confirmed that it changed hands, and J+n the
 * closing of the nth working day behind it (Circular 17/2017/TT-BTTTT), by the centre's counting calendar.
 */
export function carriedBy(
  rule: Pick<PostRule, 'zones'>,
  { zone, hasSlip }: { readonly zone: Zone; readonly hasSlip: boolean },
  handedOverAt: Moment,
  counting: WorkingCalendar,
): Outcome<CarriedBy> {
  const { days, daysWithSlip } = rule.zones[zone]
  const day = dayNumber(dayOf(fromMoment(handedOverAt)))
  const reached = workingDayAfter(counting, day, hasSlip ? daysWithSlip : days)
  if (isRefusal(reached)) return reached
  return { due: toMoment(fromLocalMinute(reached.closing)), isProvisional: reached.isProvisional }
}

/** Whether a try came soon enough behind the one before to count as none: so many working days lie between them. */
export function isTooSoon(
  before: Moment,
  at: Moment,
  { attemptsApartDays }: Pick<PostRule, 'attemptsApartDays'>,
  counting: WorkingCalendar,
): Outcome<boolean> {
  const earliest = workingDayAfter(counting, dayNumber(dayOf(fromMoment(before))), attemptsApartDays)
  if (isRefusal(earliest)) return earliest
  return dayNumber(dayOf(fromMoment(at))) < earliest.day
}

/** The last day on which the service can be complained of: so many months after it was to be done. */
export function complaintUntil({ complaintMonths }: Pick<PostRule, 'complaintMonths'>, since: Moment): Day {
  return dayOf(fromMoment(since)).add({ months: complaintMonths }).toString()
}
