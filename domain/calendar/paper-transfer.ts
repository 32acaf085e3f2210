import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { DAY_MINUTES, dayAt, fromLocalMinute, localMinute, timeAt } from './moment.ts'
import { type CalendarDay, closingOf, dayWith, type WorkingCalendar } from './working-calendar.ts'
import { workingDayAfter } from './working-days.ts'

/** What a rule set says of when papers go on to the unit that handles the dossier. */
export interface PaperTransfer {
  /** Minute of the day after which what came may go at the start of the next working day; null: always the same day. */
  readonly cutOffMinute: number | null
  /** How long "the start of a working day" is, in minutes from opening. The law gives no figure: the centre's own. */
  readonly startMinutes: number
  /** Where both stand. */
  readonly ground: string
}

/**
 * By when papers are to be brought: on the same working day, or at the start of the next one when they are to go since
 * after the cut-off (Decree 61/2018/NĐ-CP art. 18; Decree 309/2026/NĐ-CP art. 18.2). This is about the transfer and
 * never moves the citizen's due moment. What comes on a day off or after closing goes at the start of the next day.
 */
export function bringBy(
  counting: WorkingCalendar,
  transfer: PaperTransfer,
  since: Temporal.Instant,
): Outcome<Temporal.Instant> {
  const minute = localMinute(since)
  const on = dayWith(counting, dayAt(minute))
  if (isRefusal(on)) return on
  const closing = closingOf(on)
  if (closing !== null && timeAt(minute) < sameDayBefore(closing, transfer))
    return fromLocalMinute(dayAt(minute) * DAY_MINUTES + closing)
  const next = workingDayAfter(counting, dayAt(minute), 1)
  if (isRefusal(next)) return next
  const then = dayWith(counting, next.day)
  if (isRefusal(then)) return then
  return fromLocalMinute(next.day * DAY_MINUTES + startOver(then, transfer))
}

/**
 * What is to go since before this moment should be there by now: `bringBy` turned round, for lists to be narrowed by.
 * Lateness begins when the minute of the moment is over.
 */
export function broughtIfBefore(
  counting: WorkingCalendar,
  transfer: PaperTransfer,
  now: Temporal.Instant,
): Outcome<Temporal.Instant> {
  const minute = localMinute(now)
  const today = dayAt(minute)
  const on = dayWith(counting, today)
  if (isRefusal(on)) return on
  const closing = closingOf(on)
  if (closing !== null) {
    if (timeAt(minute) > closing)
      return fromLocalMinute(today * DAY_MINUTES + sameDayBefore(closing, transfer))
    if (timeAt(minute) > startOver(on, transfer)) return fromLocalMinute(today * DAY_MINUTES)
  }
  return lastWorkingDay(counting, transfer, today - 1)
}

/** The opening of the working day that has begun last: what was given before it should be confirmed by now. */
export function lastOpening(counting: WorkingCalendar, now: Temporal.Instant): Outcome<Temporal.Instant> {
  const minute = localMinute(now)
  return openingUntil(counting, dayAt(minute), timeAt(minute))
}

function openingUntil(counting: WorkingCalendar, day: number, time: number): Outcome<Temporal.Instant> {
  const on = dayWith(counting, day)
  if (isRefusal(on)) return on
  const opens = on.openings[0]?.opens
  return opens === undefined || opens > time
    ? openingUntil(counting, day - 1, DAY_MINUTES)
    : fromLocalMinute(day * DAY_MINUTES + opens)
}

function lastWorkingDay(
  counting: WorkingCalendar,
  transfer: PaperTransfer,
  day: number,
): Outcome<Temporal.Instant> {
  const on = dayWith(counting, day)
  if (isRefusal(on)) return on
  const closing = closingOf(on)
  return closing === null
    ? lastWorkingDay(counting, transfer, day - 1)
    : fromLocalMinute(day * DAY_MINUTES + sameDayBefore(closing, transfer))
}

/** The first minute of a working day that is too late for the same day. "After 15:00" leaves 15:00 itself in time. */
function sameDayBefore(closing: number, { cutOffMinute }: PaperTransfer): number {
  return cutOffMinute === null ? closing : Math.min(cutOffMinute + 1, closing)
}

/** The minute at which the start of a working day is over; a short day is no longer than itself. */
function startOver({ openings }: CalendarDay, { startMinutes }: PaperTransfer): number {
  const opens = openings[0]?.opens ?? 0
  return Math.min(opens + startMinutes, openings.at(-1)?.closes ?? opens)
}
