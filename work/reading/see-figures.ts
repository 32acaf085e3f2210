import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { type Flow, FLOWS } from '#domain/statistics/facts.ts'
import { figuresOf, openDossiers, uncountedFacts } from '#store/figures.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export type Counts = { readonly [flow in Flow]: number }

export interface DayFigures {
  readonly on: Day
  readonly total: Counts
  readonly byUnit: readonly { readonly name: string; readonly counts: Counts }[]
  readonly byField: readonly { readonly name: string; readonly counts: Counts }[]
  readonly byChannel: readonly { readonly name: string; readonly counts: Counts }[]
  /** Received and not settled, now. */
  readonly inProgress: number
  /** Facts that happened and are not in the figures yet; they come within seconds. */
  readonly waiting: number
}

type Row = Awaited<ReturnType<typeof figuresOf>>[number]

/** What happened at the centre on a day, from the roll-ups. */
export async function seeFigures(desk: Desk, on: Day): Promise<Outcome<DayFigures>> {
  const allowed = may(desk.actor, { kind: 'see-figures' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const book = await bookOf(desk.centre)
  const rows = await figuresOf(desk.centre, on)
  return {
    on,
    total: sum(rows),
    byUnit: grouped(rows, ({ unit }) => book.units.get(unit)?.name ?? unit),
    byField: grouped(rows, ({ field }) => field),
    byChannel: grouped(rows, ({ channel }) => channel),
    inProgress: await openDossiers(desk.centre),
    waiting: await uncountedFacts(desk.centre),
  }
}

function grouped(rows: readonly Row[], nameOf: (row: Row) => string) {
  return [...Map.groupBy(rows, nameOf)]
    .map(([name, members]) => ({ name, counts: sum(members) }))
    .sort((a, b) => b.counts.received - a.counts.received || a.name.localeCompare(b.name, 'vi'))
}

function sum(rows: readonly Row[]): Counts {
  const counts = Object.fromEntries(FLOWS.map((flow) => [flow, 0])) as { [flow in Flow]: number }
  for (const { measure, count } of rows) {
    const flow = FLOWS.find((one) => one === measure)
    if (flow) counts[flow] += count
  }
  return counts
}
