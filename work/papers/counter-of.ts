import type { Day } from '#domain/calendar/moment.ts'
import { appointmentsOn, type Staff } from '#domain/people/may.ts'

/** The counter a person receives at on a day; empty for who receives at none, which nobody may. */
export function counterOf(staff: Staff, on: Day): string {
  return appointmentsOn(staff, on).find(({ post }) => post === 'clerk')?.unit ?? ''
}
