import type { Limit } from '#domain/procedure/limit.ts'
import type { WorkingCalendar } from '#domain/calendar/working-time.ts'
import type { Outcome } from '#domain/outcome.ts'

export type DuePattern = 'A' | 'B' | 'calendar' | 'same-day' | 'immediate' | 'none'

/** One day of the reckoning, as it is explained to a person. */
export interface DueDay {
  readonly date: string
  /** Whether this day uses up some of the limit. */
  readonly counted: boolean
  /** Working minutes of the day that were counted. */
  readonly minutes: number
  /** `receipt-day`, `working-day`, `make-up-day`, `weekend`, `holiday`, … with the holiday's name where it has one. */
  readonly why: string
}

export interface Due {
  readonly due: Temporal.Instant | null
  readonly isProvisional: boolean
  readonly pattern: DuePattern
}
declare function dueMoment(calendar: WorkingCalendar, limit: Limit, receivedAt: Temporal.Instant): Outcome<Due>
