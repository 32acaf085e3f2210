import type { Day } from '#domain/calendar/moment.ts'
import { refuse, type Outcome } from '#domain/outcome.ts'
import { withoutSmallCells } from '#domain/statistics/small-cells.ts'
import { FLOWS } from '#domain/statistics/facts.ts'
import type { Target } from '#domain/statistics/targets.ts'
import { added, NO_SUMS, type Sums } from '#domain/statistics/sums.ts'
import type { Window } from '#domain/statistics/window.ts'
import { daysCounted, openRows } from '#store/figures.ts'
import { bookOf } from '../centre-book.ts'
import { today as todayAt } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { type FiguresAsked, type GroupSums, sumsBy, sumsIn } from './sums.ts'

/** Whole months, and at most one unit, field, or commune alone. */
export interface BoardAsked {
  /** `yyyy-mm`; the last month with dossiers where nothing is asked. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly only?: { readonly kind: 'unit' | 'field' | 'place'; readonly key: string } | undefined
}

export interface BoardGroup extends GroupSums {
  readonly name: string
}

/** The public figures of the centre: numbers alone, nobody is named. */
export interface SeenBoard {
  readonly window: Window
  readonly today: Day
  readonly isRunning: boolean
  readonly only: BoardAsked['only']
  /** The name of what is shown alone. */
  readonly onlyName: string | null
  readonly all: Sums
  /** Through the communes and wards. */
  readonly communes: Sums
  /** What the communes and wards settle themselves; it is in `all` too. */
  readonly ownOfCommunes: Sums
  /** Handed in at a desk that is not the competent agency's, by desk. */
  readonly desks: readonly BoardGroup[]
  readonly targets: readonly Target[]
  /** Since the first dossier that is known of, up to the end of the window. */
  readonly ever: { readonly from: Day; readonly sums: Sums } | null
  readonly months: readonly BoardGroup[]
  readonly units: readonly BoardGroup[]
  readonly fields: readonly BoardGroup[]
  /** Communes and wards. */
  readonly places: readonly BoardGroup[]
  readonly choices: BoardChoices
}

export interface BoardChoices {
  /** Months with figures, newest first. */
  readonly months: readonly string[]
  readonly units: readonly Named[]
  readonly fields: readonly Named[]
  readonly places: readonly Named[]
}

interface Named {
  readonly key: string
  readonly name: string
}

/** Before this no register that could be taken over was kept. */
const FIRST_DAY = '2010-01-01'
/** A public page answers for so many months at most. */
const MOST_MONTHS = 120

/** The board for whole months. Refused where the months stand in the wrong order or a choice is not known. */
export async function seeBoard(desk: Desk, asked: BoardAsked): Promise<Outcome<SeenBoard>> {
  const { centre } = desk
  const today = todayAt(desk)
  const [book, counted] = await Promise.all([bookOf(centre), daysCounted(centre)])
  const window = windowOf(asked, counted, today)
  if (window === null) return refuse('days-in-wrong-order', { from: asked.from ?? '', until: asked.to ?? '' })
  const choices = choicesOf(book, counted, today)
  const { only } = asked
  const onlyName = only ? nameOfChoice(choices, only) : null
  if (only && onlyName === null) return refuse('no-such-unit', { unit: only.key })
  const of: FiguresAsked = { window, today, ...(only && { [only.kind]: only.key }) }
  const [all, months, units, fields, places, desks, ever] = await Promise.all([
    sumsIn(centre, of),
    sumsBy(centre, of, 'month'),
    sumsBy(centre, of, 'unit'),
    sumsBy(centre, of, 'field'),
    sumsBy(centre, of, 'place'),
    sumsBy(centre, of, 'desk'),
    sumsIn(centre, { ...of, window: { from: FIRST_DAY, to: window.to } }),
  ])
  const communes = named(places, (key) => nameIn(choices.places, key)).filter(({ key }) =>
    isIn(choices.places, key),
  )
  return {
    window,
    today,
    isRunning: window.to >= today,
    only,
    onlyName,
    all,
    communes: total(communes),
    ownOfCommunes: total(units.filter(({ key }) => isIn(choices.places, key))),
    desks: named(
      desks.filter(({ key }) => key !== ''),
      (key) => book.units.get(key)?.name ?? key,
    ),
    targets: book.targets,
    ever: { from: FIRST_DAY, sums: ever },
    months: named(months, (key) => key),
    units: named(units, (key) => nameIn(choices.units, key)),
    fields: named(fields, (key) => key),
    places: communes,
    choices,
  }
}

function total(groups: readonly GroupSums[]): Sums {
  return groups.reduce((sum, { sums }) => added(sum, sums), NO_SUMS)
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

function windowOf({ from, to }: BoardAsked, counted: Window | null, today: Day): Window | null {
  const usual = lastMonthWith(counted, today)
  const [first, last] = [from ?? to ?? usual, to ?? from ?? usual]
  if (!MONTH.test(first) || !MONTH.test(last) || first > last) return null
  const end = Temporal.PlainDate.from(`${last}-01`)
  const months = Temporal.PlainDate.from(`${first}-01`).until(end, { largestUnit: 'months' }).months
  if (months >= MOST_MONTHS) return null
  return { from: `${first}-01`, to: end.with({ day: end.daysInMonth }).toString() }
}

/** The present month where anything was received in it, otherwise the last one in which anything was. */
function lastMonthWith(counted: Window | null, today: Day): string {
  const last = counted && counted.to < today ? counted.to : today
  return last.slice(0, 7)
}

function choicesOf(book: CentreBook, counted: Window | null, today: Day): BoardChoices {
  const latest = [...book.procedures.values()].flatMap((versions) => versions.at(-1) ?? [])
  const codes = new Set(latest.map(({ unit }) => unit))
  const units = [...book.units.values()].filter(
    ({ code, kind }) => (codes.has(code) && kind !== 'commune_group') || isSettlingDesk(book, code),
  )
  const places = [...book.units.values()].filter(({ kind }) => kind === 'commune' || kind === 'ward')
  return {
    months: monthsBetween(counted?.from ?? today, today),
    units: inOrder(units.map(({ code, name }) => ({ key: code, name }))),
    fields: inOrder(
      [...new Set(latest.map(({ field }) => field))].map((field) => ({ key: field, name: field })),
    ),
    places: inOrder(places.map(({ code, name }) => ({ key: code, name }))),
  }
}

/** A commune whose own procedures are in the catalogue. */
function isSettlingDesk({ desks }: CentreBook, code: string): boolean {
  return desks.some(({ unit, kind }) => unit === code && kind === 'commune')
}

function monthsBetween(first: Day, last: Day): string[] {
  const months: string[] = []
  for (
    let month = Temporal.PlainYearMonth.from(last.slice(0, 7));
    month.toString() >= first.slice(0, 7);
    month = month.subtract({ months: 1 })
  )
    months.push(month.toString())
  return months
}

function inOrder(all: readonly Named[]): Named[] {
  return all.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

function nameOfChoice(choices: BoardChoices, { kind, key }: NonNullable<BoardAsked['only']>): string | null {
  const among = { unit: choices.units, field: choices.fields, place: choices.places }[kind]
  return among.find((one) => one.key === key)?.name ?? null
}

const isIn = (among: readonly Named[], key: string) => among.some((one) => one.key === key)
const nameIn = (among: readonly Named[], key: string) => among.find((one) => one.key === key)?.name ?? key

function named(groups: readonly GroupSums[], nameOf: (key: string) => string): BoardGroup[] {
  return groups.map(({ key, sums }) => ({ key, sums, name: nameOf(key) }))
}

/** A row of open data: a month, who settled it, in which field, by whose help, and its counts; null is hidden. */
export interface OpenDataRow {
  readonly month: string
  readonly unit: string
  readonly unitName: string
  readonly field: string
  /** Code of the commune or ward; empty where none helped. */
  readonly place: string
  readonly placeName: string
  readonly counts: { readonly [flow in (typeof FLOWS)[number]]: number | null }
}

/** Open data of whole months: every combination by itself, with small counts hidden. */
export async function seeOpenData(desk: Desk, asked: BoardAsked): Promise<Outcome<readonly OpenDataRow[]>> {
  const today = todayAt(desk)
  const [book, counted] = await Promise.all([bookOf(desk.centre), daysCounted(desk.centre)])
  const window = windowOf(asked, counted, today)
  if (window === null) return refuse('days-in-wrong-order', { from: asked.from ?? '', until: asked.to ?? '' })
  const rows = await openRows(desk.centre, window, asked.only)
  return [...Map.groupBy(rows, ({ month }) => month)].flatMap(([month, members]) => {
    const groups = [...Map.groupBy(members, ({ unit, field, place }) => JSON.stringify([unit, field, place]))]
    const counts = groups.map(([keys, own]) => ({
      keys: JSON.parse(keys) as string[],
      counts: FLOWS.map((flow) => own.find(({ measure }) => measure === flow)?.count ?? 0),
    }))
    return withoutSmallCells(counts).map(({ keys: [unit = '', field = '', place = ''], counts }) => ({
      month,
      unit,
      unitName: book.units.get(unit)?.name ?? unit,
      field,
      place,
      placeName: place === '' ? '' : (book.units.get(place)?.name ?? place),
      counts: Object.fromEntries(
        FLOWS.map((flow, at) => [flow, counts[at] ?? null]),
      ) as OpenDataRow['counts'],
    }))
  })
}
