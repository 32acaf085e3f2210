import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import { countDossiersBy } from '#store/dossier-lists.ts'
import { type AgencyParts, partsByAgency } from '#store/dossier-parts.ts'
import { bookOf } from '../centre-book.ts'
import { type AcceptanceFigures, seeAcceptance } from '../filing/see-filings.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { filterFor } from './asked-dossiers.ts'
import { thisMinute } from './this-minute.ts'

/** The figures of a day: each is a list, and its number is how long that list is. */
export const DAY_FIGURES = [
  'received',
  'running',
  'today',
  'overdue',
  'early',
  'on-time',
  'late',
  'no-limit',
] as const
export type DayFigure = (typeof DAY_FIGURES)[number]

/** Which dossiers a figure of a day means. What is under way and what is due is told of this moment. */
export function listOf(figure: DayFigure, on: Day): DossiersAsked {
  switch (figure) {
    case 'received':
      return { receivedFrom: on, receivedTo: on }
    case 'running':
      return { progress: 'running' }
    case 'today':
    case 'overdue':
      return { due: figure }
    case 'early':
    case 'on-time':
    case 'late':
    case 'no-limit':
      return { timeliness: figure, readyFrom: on, readyTo: on }
  }
}

export type DayCounts = { readonly [figure in DayFigure]: number }

export interface CountedGroup {
  readonly key: string
  readonly name: string
  readonly counts: DayCounts
}

export interface SeenDay {
  readonly on: Day
  /** The one unit the caller may see, for heads; null for the whole hall. */
  readonly unit: string | null
  readonly total: DayCounts
  readonly byUnit: readonly CountedGroup[]
  readonly byField: readonly CountedGroup[]
  /** What agencies have to do in linked procedures now, the latest first. */
  readonly byAgency: readonly NamedAgency[]
  /** What was filed online and how soon it is answered; null for who does not see it. */
  readonly filings: AcceptanceFigures | null
}

export type NamedAgency = AgencyParts & { readonly name: string }

/** The day of the hall as its director sees it, or of one division as its head does. */
export async function seeDay(desk: Desk, on: Day): Promise<Outcome<SeenDay>> {
  const { actor, centre } = desk
  const allowed = may(actor, { kind: 'see-figures' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-figures' })
  const book = await bookOf(centre)
  const posts = appointmentsOn(actor, today(desk))
  const isWhole = posts.some(({ post }) => post === 'director' || post === 'administrator')
  const unit = isWhole ? null : (posts.find(({ post }) => post === 'head')?.unit ?? null)
  const counted = await Promise.all(
    DAY_FIGURES.map(async (figure) => {
      const { sight: _, ...filter } = filterFor({ ...desk, actor }, book, {
        ...listOf(figure, on),
        ...(unit !== null && { unit }),
      })
      return { figure, rows: await countDossiersBy(centre, filter, ['unit', 'field']) }
    }),
  )
  const agencies = await partsByAgency(centre, { ledBy: unit, now: thisMinute(desk.now) })
  const filings = await seeAcceptance(desk, on)
  const nameOf = (code: string) => book.units.get(code)?.name ?? code
  const all = counted.flatMap(({ figure, rows }) => rows.map((row) => ({ figure, ...row })))
  const grouped = (keyOf: (row: (typeof all)[number]) => string, called: (key: string) => string) =>
    [...Map.groupBy(all, keyOf)]
      .map(([key, rows]) => ({ key, name: called(key), counts: sum(rows) }))
      .toSorted((a, b) => b.counts.running - a.counts.running || a.name.localeCompare(b.name, 'vi'))
  return {
    on,
    filings,
    unit,
    total: sum(all),
    byUnit: grouped((row) => row.unit ?? '', nameOf),
    byField: grouped(
      (row) => row.field ?? '',
      (key) => key,
    ),
    byAgency: agencies
      .map((one) => ({ ...one, name: nameOf(one.unit) }))
      .toSorted((a, b) => b.late - a.late || b.open - a.open || a.name.localeCompare(b.name, 'vi')),
  }
}

function sum(rows: readonly { readonly figure: DayFigure; readonly count: number }[]): DayCounts {
  const counts = Object.fromEntries(DAY_FIGURES.map((figure) => [figure, 0]))
  for (const { figure, count } of rows) counts[figure] = (counts[figure] ?? 0) + count
  const of = (figure: DayFigure) => counts[figure] ?? 0
  return {
    received: of('received'),
    running: of('running'),
    today: of('today'),
    overdue: of('overdue'),
    early: of('early'),
    'on-time': of('on-time'),
    late: of('late'),
    'no-limit': of('no-limit'),
  }
}
