import type { CalendarData } from '#domain/calendar/working-time.ts'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

/** Every version of the counting calendar with the moment it was entered, oldest first. */
export async function countingCalendars(
  centre: Centre,
): Promise<readonly { enteredAt: Moment; data: CalendarData }[]> {
  const rows = await centre.db
    .selectFrom('calendar')
    .select(['entered_at', 'content'])
    .where('name', '=', 'counting')
    .orderBy('version')
    .execute()
  return rows.map(({ entered_at: enteredAt, content }) => ({ enteredAt, data: content as CalendarData }))
}
