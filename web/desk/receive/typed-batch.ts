import {
  isEmptyRow,
  MOST_ROWS,
  pastedRows,
  ROW_CELLS,
  type RowCell,
  type RowFault,
  typedRow,
  type TypedRow,
} from '#shapes/batch-rows.ts'
import type { Fault } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { withFields } from './typed-dossier.ts'

/** Rows shown before anything is typed, and added at once. */
const SPARE_ROWS = 10

export const cellName = (place: number, cell: RowCell) => `rows.${place}.${cell}`
const ROW_FIELD = /^rows\.(\d{1,4})\.\w+$/

/** The rows of the form, in the order of their places; what nothing was typed into is among them. */
export function rowsIn(typed: Typed): readonly TypedRow[] {
  const places = new Set(
    Object.keys(typed.fields).flatMap((name) => {
      const [, place] = ROW_FIELD.exec(name) ?? []
      return place === undefined ? [] : [Number(place)]
    }),
  )
  return [...places]
    .toSorted((a, b) => a - b)
    .map((place) => typedRow(place, (cell) => first(typed, cellName(place, cell))))
}

/** The rows something was typed into. */
export function filledRows(typed: Typed): readonly TypedRow[] {
  return rowsIn(typed).filter((row) => !isEmptyRow(row))
}

/** The form with these rows and as many empty ones as are wanted. No place is given out twice: a command stems from it. */
export function withRows(typed: Typed, rows: readonly TypedRow[], spare = 0): Typed {
  const others = Object.entries(typed.fields).filter(([name]) => !ROW_FIELD.test(name))
  const next = nextPlace(typed, rows)
  const empty = Array.from({ length: spare }, (_, at) => typedRow(next + at, () => ''))
  const cells = [...rows, ...empty].flatMap((row) =>
    ROW_CELLS.map((cell) => [cellName(row.place, cell), [row[cell]]] as const),
  )
  const fields = Object.fromEntries([...others, ...cells])
  return withFields({ ...typed, fields }, { nextPlace: String(next + spare) })
}

export function withSpareRows(typed: Typed): Typed {
  return withRows(typed, rowsIn(typed), SPARE_ROWS)
}

function nextPlace(typed: Typed, rows: readonly TypedRow[]): number {
  return Math.max(Number(first(typed, 'nextPlace')) || 0, ...rows.map(({ place }) => place + 1))
}

/** What was pasted, put behind the rows that are there; with a fault nothing moves. */
export function withPasted(typed: Typed): { readonly typed: Typed; readonly faults: readonly RowFault[] } {
  const { rows, faults } = pastedRows(first(typed, 'paste'))
  const before = filledRows(typed)
  const count = before.length + rows.length
  if (faults.length > 0) return { typed, faults }
  if (count > MOST_ROWS)
    return { typed, faults: [{ code: 'too-many', line: count, cell: null, found: String(count) }] }
  const next = nextPlace(typed, before)
  const all = [...before, ...rows.map((row) => ({ ...row, place: next + row.place }))]
  return { typed: withFields(withRows(typed, all), { paste: '' }), faults: [] }
}

/** Faults at the cells they are about; what is wrong with what was pasted stays there. */
export function rowFaults(
  words: Words,
  faults: readonly RowFault[],
  rows: readonly TypedRow[] | null,
): readonly Fault[] {
  return faults.map((fault) => {
    const row = rows?.[fault.line - 1]
    const field = row ? cellName(row.place, fault.cell ?? 'ownerName') : 'paste'
    return { field, text: words.desk.batch.faults[fault.code](fault.line, fault.found) }
  })
}
