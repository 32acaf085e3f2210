import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { MEASURES, type Measure } from '#domain/statistics/facts.ts'
import { figuresOf, openDossiers, uncountedFacts } from '#store/figures.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'

export type Counts = { readonly [measure in Measure]: number }

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
  const procedureOf = (row: Row) => book.procedures.get(row.procedure)?.at(-1)
  return {
    on,
    total: sum(rows),
    byUnit: grouped(rows, (row) => unitNameOf(book, procedureOf(row)?.unit ?? '')),
    byField: grouped(rows, (row) => procedureOf(row)?.field ?? ''),
    byChannel: grouped(rows, (row) => row.channel),
    inProgress: await openDossiers(desk.centre),
    waiting: await uncountedFacts(desk.centre),
  }
}

function unitNameOf(book: CentreBook, unit: string): string {
  return book.units.get(unit)?.name ?? unit
}

function grouped(rows: readonly Row[], nameOf: (row: Row) => string) {
  return [...Map.groupBy(rows, nameOf)]
    .map(([name, members]) => ({ name, counts: sum(members) }))
    .sort((a, b) => b.counts.received - a.counts.received || a.name.localeCompare(b.name, 'vi'))
}

function sum(rows: readonly Row[]): Counts {
  const counts: { [measure in Measure]: number } = {
    received: 0,
    'ready-early': 0,
    'ready-on-time': 0,
    'ready-late': 0,
    'ready-no-limit': 0,
    returned: 0,
  }
  for (const row of rows) {
    const measure = MEASURES.find((one) => one === row.measure)
    if (measure) counts[measure] += row.count
  }
  return counts
}
