import type { Opening } from '#domain/calendar/calendar-data.ts'
import { dayNumber, weekdayOf } from '#domain/calendar/day-number.ts'
import { type Day, dayOf, localMinute, timeAt } from '#domain/calendar/moment.ts'
import { dayWith, type WorkingCalendar } from '#domain/calendar/working-calendar.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'

/** Hours in which a desk is open on some days of the week, instead of those of the reception calendar. */
export interface DeskHours {
  readonly from: Day
  /** First day on which they no longer hold; null while open-ended. */
  readonly until: Day | null
  /** ISO weekdays, Monday 1 to Sunday 7. */
  readonly weekdays: readonly number[]
  readonly openings: readonly Opening[]
}

/** A one-stop desk at which people hand in: the hall of the centre, or that of a commune or ward. */
export interface ReceptionDesk {
  readonly unit: string
  readonly kind: 'centre' | 'commune'
  readonly from: Day
  readonly until: Day | null
  /** Where people come to; empty where it was not entered. */
  readonly address: string
  /** Whom people ring; not there where it was not entered. */
  readonly phone?: string
  /** Of who collects money there, as it stands on receipts for it; not there where it was not entered. */
  readonly taxCode?: string
  readonly hours: readonly DeskHours[]
}

const holdsOn = ({ from, until }: { from: Day; until: Day | null }, on: Day) =>
  from <= on && (until === null || on < until)

/** The desks at which people can hand in on a day. */
export function desksOn(desks: readonly ReceptionDesk[], on: Day): readonly ReceptionDesk[] {
  return desks.filter((one) => holdsOn(one, on))
}

/**
 * When a desk is open on a day: its own hours for that day of the week where it has any, otherwise those of the
 * reception calendar. On a holiday every desk is closed.
 */
export function openingsOf(
  desk: Pick<ReceptionDesk, 'hours'> | undefined,
  reception: WorkingCalendar,
  on: Temporal.PlainDate,
): Outcome<readonly Opening[]> {
  const day = dayNumber(on)
  const usual = dayWith(reception, day)
  if (isRefusal(usual) || usual.kind === 'holiday') return isRefusal(usual) ? usual : []
  const own = desk?.hours.filter((one) => holdsOn(one, on.toString()))
  const ofWeekday = own?.findLast(({ weekdays }) => weekdays.includes(weekdayOf(day)))
  return ofWeekday?.openings ?? usual.openings
}

/** Whether a desk is open in a minute. */
export function isDeskOpenAt(
  desk: Pick<ReceptionDesk, 'hours'> | undefined,
  reception: WorkingCalendar,
  at: Temporal.Instant,
): Outcome<boolean> {
  const openings = openingsOf(desk, reception, dayOf(at))
  if (isRefusal(openings)) return openings
  const minute = timeAt(localMinute(at))
  return openings.some(({ opens, closes }) => opens <= minute && minute < closes)
}

/** The communes and wards whose desks were open on any day of a stretch, last day included: each by its unit, once. */
export function communesBetween(
  desks: readonly ReceptionDesk[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly string[] {
  return unitsOfCommunes(desks.filter((one) => one.from <= to && (one.until === null || one.until > from)))
}

/** The units of the communes and wards that settle what is theirs, of desks that have closed too. */
export function unitsOfCommunes(desks: readonly ReceptionDesk[]): readonly string[] {
  return [...new Set(desks.flatMap(({ kind, unit }) => (kind === 'commune' ? [unit] : [])))]
}
