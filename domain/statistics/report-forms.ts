import { type FigureKey, figureOf } from './figures.ts'
import { added, NO_SUMS, type Sums } from './sums.ts'

/** The three forms of table II.06: of an agency, of the level above by agency, of the province by field. */
export const REPORT_FORMS = ['II.06a', 'II.06b', 'II.06c'] as const
export type ReportFormKey = (typeof REPORT_FORMS)[number]

/** One numbered column: the figure in it and, where it is a sum of others, of which. */
export interface ReportColumn {
  /** As printed above the numbers, `(3)`. */
  readonly number: number
  readonly figure: FigureKey
  readonly sumOf?: readonly number[]
}

/** A heading over several columns; its words are the form's (`web/words`). */
export interface ReportHeading {
  readonly key: 'to-settle' | 'in-window' | 'settled' | 'in-progress'
  readonly columns: readonly [first: number, last: number]
  readonly level: 1 | 2
}

export interface ReportForm {
  readonly key: ReportFormKey
  readonly version: number
  /** First day on which the form holds. */
  readonly from: string
  readonly source: string
  readonly confidence: 'high' | 'medium' | 'low'
  /** What a line is about; under `unit` the fields of the unit follow. */
  readonly lines: 'field' | 'unit'
  readonly columns: readonly ReportColumn[]
  readonly headings: readonly ReportHeading[]
}

const COLUMNS: readonly ReportColumn[] = [
  { number: 3, figure: 'to-settle', sumOf: [4, 5, 6] },
  { number: 4, figure: 'received-online' },
  { number: 5, figure: 'received-direct' },
  { number: 6, figure: 'carried-over' },
  { number: 7, figure: 'settled', sumOf: [8, 9, 10] },
  { number: 8, figure: 'settled-early' },
  { number: 9, figure: 'settled-on-time' },
  { number: 10, figure: 'settled-late' },
  { number: 11, figure: 'in-progress', sumOf: [12, 13] },
  { number: 12, figure: 'in-progress-in-time' },
  { number: 13, figure: 'overdue' },
]

const HEADINGS: readonly ReportHeading[] = [
  { key: 'to-settle', columns: [3, 6], level: 1 },
  { key: 'in-window', columns: [4, 5], level: 2 },
  { key: 'settled', columns: [7, 10], level: 1 },
  { key: 'in-progress', columns: [11, 13], level: 1 },
]

const COMMON = {
  version: 1,
  from: '2017-12-15',
  source: 'Thông tư 02/2017/TT-VPCP; Thông tư 01/2020/TT-VPCP',
  confidence: 'medium',
  columns: COLUMNS,
  headings: HEADINGS,
} as const

/** The forms as data; columns and formulas as read in reports that are in use (`reports-and-indices.md` 2). */
export const FORMS: { readonly [key in ReportFormKey]: ReportForm } = {
  'II.06a': { key: 'II.06a', lines: 'field', ...COMMON },
  'II.06b': { key: 'II.06b', lines: 'unit', ...COMMON },
  'II.06c': { key: 'II.06c', lines: 'field', ...COMMON },
}

/** How early, on time and late are told apart, with its version; printed on every report. */
export const BASIS = { key: 'unit-of-limit', version: 1 } as const

export interface ReportLine {
  /** `1`, and `1.2` under it; empty on the last line, which is the sum. */
  readonly place: string
  readonly name: string
  readonly unit: string | null
  readonly field: string | null
  /** By column, in the order of the form. */
  readonly cells: readonly number[]
}

/** A group of dossiers that a line is about. */
export interface ReportGroup {
  readonly name: string
  readonly unit: string | null
  readonly field: string | null
  readonly sums: Sums
  readonly within?: readonly ReportGroup[]
}

/** The lines of a report, and the last that sums them. */
export function reportLines(
  { columns }: ReportForm,
  groups: readonly ReportGroup[],
  total: string,
): ReportLine[] {
  const line = (place: string, { name, unit, field, sums }: ReportGroup): ReportLine => ({
    place,
    name,
    unit,
    field,
    cells: columns.map(({ figure }) => figureOf(figure, sums).count),
  })
  const sums = groups.reduce((all, one) => added(all, one.sums), NO_SUMS)
  return [
    ...groups.flatMap((group, place) => [
      line(`${place + 1}`, group),
      ...(group.within ?? []).map((one, inner) => line(`${place + 1}.${inner + 1}`, one)),
    ]),
    line('', { name: total, unit: null, field: null, sums }),
  ]
}

/**
 * What does not add up: by line, (3) = (4)+(5)+(6) = (7)+(11), (7) = (8)+(9)+(10), (11) = (12)+(13); and the last line
 * is the sum of the first level. None in a right report.
 */
export function identityFaults({ columns }: ReportForm, lines: readonly ReportLine[]): string[] {
  const faults: string[] = []
  for (const { place, cells } of lines) {
    const at = (number: number) => cells[columns.findIndex((one) => one.number === number)] ?? Number.NaN
    for (const { number, sumOf } of columns)
      if (sumOf && at(number) !== sum(sumOf.map(at))) faults.push(`${place || 'Σ'}: (${number})`)
    if (at(3) !== at(7) + at(11)) faults.push(`${place || 'Σ'}: (3) = (7)+(11)`)
    if (cells.some((cell) => cell < 0)) faults.push(`${place || 'Σ'}: < 0`)
  }
  const first = lines.filter(({ place }) => place !== '' && !place.includes('.'))
  const last = lines.at(-1)
  for (const [place, { number }] of columns.entries())
    if (last?.cells[place] !== sum(first.map(({ cells }) => cells[place] ?? 0))) faults.push(`Σ (${number})`)
  return faults
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** A cell of the heading, 0 being the first row and column; the first two columns are the place and the name. */
export interface HeadCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  /** What stands in it: the words of a heading, a column or one of the first two columns. */
  readonly says: ReportHeading['key'] | FigureKey | 'place' | 'line'
  readonly isHeading: boolean
}

/** Rows of headings above the row of numbers. */
export const HEAD_ROWS = 3

/** The heading of a form as merged cells, row by row. */
export function headCells({ columns, headings }: ReportForm): HeadCell[] {
  const placeOf = (number: number) => columns.findIndex((one) => one.number === number) + 2
  const deepest = (number: number) =>
    Math.max(
      0,
      ...headings
        .filter(({ columns: [first, last] }) => first <= number && number <= last)
        .map(({ level }) => level),
    )
  const own: HeadCell[] = columns.map(({ number, figure }) => {
    const row = deepest(number)
    return { row, column: placeOf(number), rows: HEAD_ROWS - row, columns: 1, says: figure, isHeading: false }
  })
  const over: HeadCell[] = headings.map(({ key, columns: [first, last], level }) => ({
    row: level - 1,
    column: placeOf(first),
    rows: 1,
    columns: placeOf(last) - placeOf(first) + 1,
    says: key,
    isHeading: true,
  }))
  const sides = (['place', 'line'] as const).map((says, column) => ({
    row: 0,
    column,
    rows: HEAD_ROWS,
    columns: 1,
    says,
    isHeading: false,
  }))
  return [...sides, ...own, ...over].toSorted((a, b) => a.row - b.row || a.column - b.column)
}
