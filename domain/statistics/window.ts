import type { Day } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'

/** The days a figure is counted over: both included, in Asia/Ho_Chi_Minh. */
export interface Window {
  readonly from: Day
  readonly to: Day
}

/** Nothing is counted before the Vietnamese state, and nothing can be asked that would count a lifetime of days. */
const EARLIEST = '1945-09-02'
const LATEST = '2999-12-31'

/** The window between two days; refused when they stand in the wrong order. */
export function windowOf(from: Day, to: Day): Outcome<Window> {
  if (from > to) return refuse('days-in-wrong-order', { from, until: to })
  return { from: from < EARLIEST ? EARLIEST : from, to: to > LATEST ? LATEST : to }
}

/** The day after the last of a window: at its midnight the window has ended. */
export function dayAfter({ to }: Window): Day {
  return Temporal.PlainDate.from(to).add({ days: 1 }).toString()
}

/** A window as whole months with the odd days before and behind them, so that most of it is read month by month. */
export interface Parts {
  /** First days of the first and the last whole month; null where there is none. */
  readonly months: Window | null
  /** At most two stretches of days. */
  readonly days: readonly Window[]
}

export function partsOf({ from, to }: Window): Parts {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  const firstWhole = first.day === 1 ? first : first.with({ day: 1 }).add({ months: 1 })
  const lastWhole =
    last.day === last.daysInMonth ? last.with({ day: 1 }) : last.with({ day: 1 }).subtract({ months: 1 })
  if (Temporal.PlainDate.compare(firstWhole, lastWhole) > 0) return { months: null, days: [{ from, to }] }
  const days: Window[] = []
  if (first.day !== 1) days.push({ from, to: firstWhole.subtract({ days: 1 }).toString() })
  if (last.day !== last.daysInMonth) days.push({ from: last.with({ day: 1 }).toString(), to })
  return { months: { from: firstWhole.toString(), to: lastWhole.toString() }, days }
}
