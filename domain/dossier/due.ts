import { dayAt, fromLocalMinute, localMinute, timeAt } from '#domain/calendar/moment.ts'
import { type WorkingDay, workingDayAfter, workingDayFrom } from '#domain/calendar/working-days.ts'
import {
  addWorkingMinutes,
  type WorkingCalendar,
  workingMinutesBetween,
} from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import { type DueDay, explainedDays } from './due-days.ts'
import { officialReceipt } from './official-receipt.ts'

export type { DueDay, DueDayWhy } from './due-days.ts'

export type DuePattern = 'A' | 'B' | 'calendar' | 'same-day' | 'immediate' | 'none'

export interface Due {
  /** The last minute in which the result is in time; null when the procedure sets no limit. */
  readonly due: Temporal.Instant | null
  /** Whether a year not announced yet was counted or looked at. */
  readonly isProvisional: boolean
  readonly pattern: DuePattern
}

/**
 * When the result is due. Limits in days end at closing (Civil Code 2015 art. 147, 148), limits in hours at their
 * minute, and none outside office hours. Whole minutes of Asia/Ho_Chi_Minh; refused where the calendar ends.
 */
export function dueMoment(
  counting: WorkingCalendar,
  limit: Limit,
  receivedAt: Temporal.Instant,
): Outcome<Due> {
  if (limit.kind === 'not-set') return { due: null, isProvisional: false, pattern: 'none' }
  if (limit.kind === 'working-hours') {
    const added = addWorkingMinutes(counting, receivedAt, limit.minutes)
    return isRefusal(added) ? added : { due: added.at, isProvisional: added.isProvisional, pattern: 'B' }
  }
  const receipt = officialReceipt(counting, localMinute(receivedAt))
  if (isRefusal(receipt)) return receipt
  const last = lastDay(counting, limit, receipt.at)
  if (isRefusal(last)) return last
  const isProvisional = receipt.isProvisional || last.isProvisional
  return { due: fromLocalMinute(last.closing), isProvisional, pattern: CLOSING_PATTERNS[limit.kind] }
}

type ClosingLimit = Exclude<Limit, { kind: 'not-set' | 'working-hours' }>

const CLOSING_PATTERNS: { readonly [kind in ClosingLimit['kind']]: DuePattern } = {
  'civil-days': 'A',
  'calendar-days': 'calendar',
  'same-day': 'same-day',
  immediate: 'immediate',
}

/** The working day at whose closing a limit ends that does not count hours. */
function lastDay(counting: WorkingCalendar, limit: ClosingLimit, received: number): Outcome<WorkingDay> {
  const day = dayAt(received)
  switch (limit.kind) {
    case 'civil-days':
      return workingDayAfter(counting, day, limit.days)
    case 'calendar-days':
      return workingDayFrom(counting, day + limit.days)
    case 'same-day':
      return timeAt(received) > limit.cutOffMinute
        ? workingDayAfter(counting, day, 1)
        : workingDayFrom(counting, day)
    case 'immediate':
      return workingDayFrom(counting, day)
  }
}

/** The reckoning of `dueMoment` day by day, from receipt to due, for at most a year; nothing without a limit. */
export function dueDays(
  counting: WorkingCalendar,
  limit: Limit,
  receivedAt: Temporal.Instant,
): Outcome<DueDay[]> {
  const reckoned = dueMoment(counting, limit, receivedAt)
  if (isRefusal(reckoned)) return reckoned
  if (reckoned.due === null) return []
  return explainedDays(counting, limit, localMinute(receivedAt), localMinute(reckoned.due))
}

/**
 * The working minutes left when the clock stops, null without a limit. Negative when the dossier is already late, if
 * only by a night: a pause never makes late work timely (`design` 5).
 */
export function pausedMinutes(
  counting: WorkingCalendar,
  lawfulDue: Temporal.Instant | null,
  at: Temporal.Instant,
): Outcome<number | null> {
  if (lawfulDue === null) return null
  const left = workingMinutesBetween(counting, at, lawfulDue)
  if (isRefusal(left)) return left
  const isLate = localMinute(at) > localMinute(lawfulDue)
  return isLate ? Math.min(left, -1) : left
}

/**
 * The lawful due moment when the clock goes on with the minutes it stopped with; late stays late. With nothing left it is
 * due at once, not at the closing before: it stood still then.
 */
export function resumedDue(
  counting: WorkingCalendar,
  minutesLeft: number | null,
  at: Temporal.Instant,
): Outcome<{ due: Temporal.Instant | null; isProvisional: boolean }> {
  if (minutesLeft === null) return { due: null, isProvisional: false }
  const added = addWorkingMinutes(counting, at, minutesLeft)
  if (isRefusal(added)) return added
  const due = minutesLeft === 0 ? fromLocalMinute(localMinute(at)) : added.at
  return { due, isProvisional: added.isProvisional }
}
