import { type Day, dayOf } from '#domain/calendar/moment.ts'
import { type NumberBook, readNumberBook } from '#domain/number-book.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { Centre } from '#store/database.ts'
import { nextCodeNumber } from '#store/dossier-codes.ts'
import { nextNumber } from '#store/number-books.ts'
import type { Opening } from '#store/take-overs.ts'
import type { CentreBook } from '../desk.ts'
import { documentTypesOf } from '../numbering/document-types.ts'
import type { SeriesLine } from './read-take-over.ts'

/** A series that is to be opened. */
export type SeriesToOpen = { readonly opening: Opening; readonly line: SeriesLine } & (
  | { readonly kind: 'book'; readonly book: NumberBook; readonly year: number; readonly next: number }
  | { readonly kind: 'codes'; readonly identifier: string; readonly on: Day; readonly next: number }
)

interface SeriesAround {
  readonly centre: Pick<Centre, 'db'>
  readonly book: CentreBook
  readonly now: Temporal.Instant
  /** What earlier take-overs opened: said again, it is the same and nothing to do. */
  readonly before: readonly Opening[]
}

/** What opening values come to; one below a number that is used already is refused. */
export async function planSeries(
  lines: readonly SeriesLine[],
  around: SeriesAround,
  findings: Findings,
): Promise<readonly SeriesToOpen[]> {
  const known = new Set(around.before.map((one) => one.join(' ')))
  const planned: SeriesToOpen[] = []
  for (const line of lines) {
    const series = seriesOf(line, around, findings)
    if (!series || known.has(series.opening.join(' '))) continue
    const { next } = series
    const present =
      series.kind === 'book'
        ? await nextNumber(around.centre, series.book, series.year)
        : await nextCodeNumber(around.centre, series.identifier, series.on)
    if (next >= present) planned.push(series)
    else findings.faults.push(faultAt(line, 'next', 'number-used', { value: next, next: present }))
  }
  return planned
}

function seriesOf(
  line: SeriesLine,
  { book: law, now }: SeriesAround,
  { faults }: Findings,
): SeriesToOpen | null {
  const { book: name, period, next: text } = line.row
  const next = Number(text)
  const opening: Opening = [name, period, next]
  const today = dayOf(now)
  const wrong = (column: string, code: 'no-such-book' | 'not-a-period' | 'period-past', value: string) => {
    faults.push(faultAt(line, column, code, { value }))
    return null
  }
  if (name === 'dossier-code') {
    if (!isDay(period)) return wrong('period', 'not-a-period', period)
    if (period < today.toString()) return wrong('period', 'period-past', period)
    const identifier = law.ruleSets.findLast(({ from }) => from <= period)?.codeIdentifier ?? ''
    return { kind: 'codes', opening, line, identifier, on: period, next }
  }
  const book = readNumberBook(name)
  if (book === null) return wrong('book', 'no-such-book', name)
  const types = documentTypesOf(law).map(({ key }) => key)
  if (book.startsWith('document:') && !types.includes(book.slice('document:'.length))) {
    faults.push(faultAt(line, 'book', 'no-such-document-type', { value: name, allowed: types.join(', ') }))
    return null
  }
  if (!/^20\d{2}$/.test(period)) return wrong('period', 'not-a-period', period)
  if (Number(period) < today.year) return wrong('period', 'period-past', period)
  return { kind: 'book', opening, line, book, year: Number(period), next }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
