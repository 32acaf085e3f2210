import type { Opening } from '#domain/calendar/calendar-data.ts'
import { dayNumber, fromDayNumber } from '#domain/calendar/day-number.ts'
import { dayOf, type Day } from '#domain/calendar/moment.ts'
import { dayWith } from '#domain/calendar/working-calendar.ts'
import { isOpenAt } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'

/** When people can come: today and on the next day the counters open. */
export interface SeenHours {
  readonly isOpen: boolean
  readonly days: readonly { readonly on: Day; readonly openings: readonly Opening[] }[]
}

/** No centre is closed for longer. */
const FAR = 30

/** The opening hours of the reception calendar; refused where it does not know the year. */
export async function seeHours(desk: Desk): Promise<Outcome<SeenHours>> {
  const { reception } = await bookOf(desk.centre)
  const isOpen = isOpenAt(reception, desk.now)
  if (isRefusal(isOpen)) return isOpen
  const first = dayNumber(dayOf(desk.now))
  const days: { on: Day; openings: readonly Opening[] }[] = []
  for (let day = first; day < first + FAR && days.length < 2; day += 1) {
    const found = dayWith(reception, day)
    if (isRefusal(found)) break
    if (day === first || found.openings.length > 0)
      days.push({ on: fromDayNumber(day).toString(), openings: found.openings })
  }
  return { isOpen, days }
}
