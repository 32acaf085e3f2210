import type { Day } from '#domain/calendar/moment.ts'
import type { FigureKey } from '#domain/statistics/figures.ts'
import { dayAfter, type Window } from '#domain/statistics/window.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'

/** The group a figure is of. */
export interface FigureGroup {
  readonly unit?: string | undefined
  readonly field?: string | undefined
  readonly settledBy?: 'centre' | undefined
}

/** The list that a figure counts: every figure of a report opens its dossiers. */
export function listOfFigure(
  figure: FigureKey,
  window: Window,
  today: Day,
  { unit, field, settledBy }: FigureGroup,
): DossiersAsked {
  const of = {
    ...(unit !== undefined && { unit }),
    ...(field !== undefined && { field }),
    ...(settledBy && { settledBy }),
  }
  const received = { receivedFrom: window.from, receivedTo: window.to }
  const ready = { readyFrom: window.from, readyTo: window.to }
  const end = dayAfter(window)
  const open = { receivedTo: window.to, notReadyBefore: end }
  // In a window that runs on, what falls due today is not overdue yet.
  const at = end < today ? end : today
  switch (figure) {
    case 'to-settle':
      return { ...of, receivedTo: window.to, notReadyBefore: window.from }
    case 'carried-over':
      return { ...of, receivedTo: dayBefore(window.from), notReadyBefore: window.from }
    case 'received-online':
      return { ...of, ...received, channel: 'online' }
    case 'received-direct':
      return { ...of, ...received, wayIn: 'direct' }
    case 'settled':
      return { ...of, ...ready }
    case 'settled-early':
      return { ...of, ...ready, timeliness: 'early' }
    case 'settled-on-time':
      return { ...of, ...ready, timeliness: 'on-time-or-none' }
    case 'settled-late':
      return { ...of, ...ready, timeliness: 'late' }
    case 'in-progress':
      return { ...of, ...open }
    case 'in-progress-in-time':
      return { ...of, ...open, inTimeAt: at }
    case 'overdue':
      return { ...of, ...open, lateAt: at }
    default:
      return { ...of, ...received }
  }
}

function dayBefore(day: Day): Day {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
