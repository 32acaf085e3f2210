import {
  dayOf,
  fromLocalMinute,
  instantAt,
  localMinute,
  type Moment,
  toMoment,
} from '#domain/calendar/moment.ts'

/** How near a dossier is to its lawful due moment: what work is divided by. */
export const HEATS = ['overdue', 'today', 'week', 'later'] as const
export type Heat = (typeof HEATS)[number]

/** The moments at which one heat ends and the next begins. */
export interface HeatBounds {
  /** The present minute: what was due before it is overdue. */
  readonly now: Moment
  /** Midnight behind the present day. */
  readonly tomorrow: Moment
  /** Midnight behind the Sunday of the present week. */
  readonly nextWeek: Moment
}

export function heatBounds(now: Temporal.Instant): HeatBounds {
  const day = dayOf(now)
  const midnight = (days: number) => toMoment(instantAt(day.add({ days }), 0))
  return {
    now: toMoment(fromLocalMinute(localMinute(now))),
    tomorrow: midnight(1),
    nextWeek: midnight(8 - day.dayOfWeek),
  }
}

/** The heat of a due moment; without one a dossier is never pressing. */
export function heatOf(lawfulDue: Moment | null, { now, tomorrow, nextWeek }: HeatBounds): Heat {
  if (lawfulDue === null) return 'later'
  if (lawfulDue < now) return 'overdue'
  if (lawfulDue < tomorrow) return 'today'
  return lawfulDue < nextWeek ? 'week' : 'later'
}
