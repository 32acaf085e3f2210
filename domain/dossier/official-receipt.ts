import { DAY_MINUTES, dayAt, timeAt } from '#domain/calendar/moment.ts'
import { closingOf, dayIn, type WorkingCalendar, yearWith } from '#domain/calendar/working-calendar.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'

export interface OfficialReceipt {
  /** The local minute of receipt for limits in days. */
  readonly at: number
  readonly isProvisional: boolean
}

/**
 * What comes in after closing is received on the following day, as it begins. The closing minute is not after
 * closing, and a day off has no closing: it is a day of receipt like another (decision 0003).
 */
export function officialReceipt(counting: WorkingCalendar, received: number): Outcome<OfficialReceipt> {
  const day = dayAt(received)
  const year = yearWith(counting, day)
  if (isRefusal(year)) return year
  const closing = closingOf(dayIn(year, day))
  const isAfterClosing = closing !== null && timeAt(received) > closing
  return { at: isAfterClosing ? (day + 1) * DAY_MINUTES : received, isProvisional: year.isProvisional }
}
