import { instantAt } from '#domain/calendar/moment.ts'
import { isOpenAt, type WorkingCalendar } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'

/** Whoever comes later than this before closing is asked to come tomorrow. */
const LAST_ARRIVALS_BEFORE_CLOSING = 30

/** The minutes of a day in which people come; none on a day off. */
export function openMinutes(reception: WorkingCalendar, on: Temporal.PlainDate): Outcome<readonly number[]> {
  const minutes: number[] = []
  for (let minute = 0; minute < 1440; minute += 1) {
    const isOpen = isOpenAt(reception, instantAt(on, minute))
    if (isRefusal(isOpen)) return isOpen
    if (isOpen) minutes.push(minute)
  }
  return minutes.slice(0, -LAST_ARRIVALS_BEFORE_CLOSING)
}
