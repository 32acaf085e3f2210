import { composedLetters } from '#domain/people/composed.ts'
import { text } from './text.ts'

/** Rows of a batch as they were typed, or pasted from a spreadsheet, and what is wrong with each. */

/** More at once is a slip of the mouse; a bank's largest batch is 30, and certified copies come to 50. */
export const MOST_ROWS = 100

export const ROW_CELLS = ['ownerName', 'idNumber', 'pages', 'copies', 'subject'] as const
export type RowCell = (typeof ROW_CELLS)[number]

/** One row as text, with the place it has in the batch. */
export type TypedRow = { readonly place: number } & { readonly [cell in RowCell]: string }

/** One dossier of a batch. */
export interface RowToReceive {
  readonly place: number
  /** Null where the applicant is the owner. */
  readonly ownerName: string | null
  readonly idNumber: string | null
  readonly pages: number | null
  readonly copies: number
  readonly subject: string | null
}

export type RowFaultCode =
  | 'columns'
  | 'wrong-number'
  | 'wrong-pages'
  | 'wrong-copies'
  | 'wrong-text'
  | 'number-without-name'
  | 'same-as'
  | 'too-many'

export interface RowFault {
  readonly code: RowFaultCode
  /** From 1, as the rows stand on the page or in what was pasted. */
  readonly line: number
  /** The cell it is about; null where it is about the whole line. */
  readonly cell: RowCell | null
  /** What was found: how many columns or lines there are, the text that is no number, the line it repeats. */
  readonly found: string
}

const SHAPES = { ownerName: text(200), subject: text(300) } as const
const PAGES = /^[1-9]\d{0,3}$/
const COPIES = /^[1-9]\d{0,2}$/
const NUMBER = /^[0-9A-Z-]{1,20}$/

/**
 * What was pasted from a spreadsheet: lines of two to five cells between tabs, in the order of the columns. Lines without
 * anything are left out, and so is a first line that only names the columns.
 */
export function pastedRows(pasted: string): {
  readonly rows: readonly TypedRow[]
  readonly faults: readonly RowFault[]
} {
  const lines = composedLetters(pasted)
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, cells: line.split('\t').map(unquoted) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const all = lines[0] && namesColumns(lines[0].cells) ? lines.slice(1) : lines
  if (all.length > MOST_ROWS)
    return {
      rows: [],
      faults: [{ code: 'too-many', line: all.length, cell: null, found: String(all.length) }],
    }
  const faults = all.flatMap(({ line, cells }): RowFault[] =>
    cells.length < 2 || cells.length > ROW_CELLS.length
      ? [{ code: 'columns', line, cell: null, found: String(cells.length) }]
      : [],
  )
  return { rows: all.map(({ cells }, place) => typedRow(place, (_, at) => cells[at] ?? '')), faults }
}

/** A row of the cells as they are found, trimmed. */
export function typedRow(place: number, cellOf: (cell: RowCell, at: number) => string): TypedRow {
  const [ownerName = '', idNumber = '', pages = '', copies = '', subject = ''] = ROW_CELLS.map((cell, at) =>
    cellOf(cell, at).trim(),
  )
  return { place, ownerName, idNumber, pages, copies, subject }
}

/** A row nothing was typed into. */
export function isEmptyRow(row: TypedRow): boolean {
  return ROW_CELLS.every((cell) => row[cell] === '')
}

/** The rows as dossiers to receive, with every fault of every row; rows alike are taken only where that was said. */
export function readRows(
  rows: readonly TypedRow[],
  { mayRepeat }: { readonly mayRepeat: boolean },
): { readonly rows: readonly RowToReceive[]; readonly faults: readonly RowFault[] } {
  const known = new Map<string, number>()
  const faults = rows.flatMap((row, at) => {
    const line = at + 1
    const content = JSON.stringify(ROW_CELLS.map((cell) => row[cell]))
    const before = known.get(content)
    known.set(content, before ?? line)
    const same: readonly Wrong[] =
      before !== undefined && !mayRepeat ? [['same-as', null, String(before)]] : []
    return [...cellFaults(row), ...same].map(([code, cell, found]) => ({ code, line, cell, found }))
  })
  return { rows: rows.map(readRow), faults }
}

type Wrong = readonly [code: RowFaultCode, cell: RowCell | null, found: string]

function cellFaults(row: TypedRow): readonly Wrong[] {
  const { ownerName, idNumber, pages, copies } = row
  const wrong: Wrong[] = []
  if (idNumber !== '' && !NUMBER.test(bare(idNumber))) wrong.push(['wrong-number', 'idNumber', idNumber])
  if (idNumber !== '' && ownerName === '') wrong.push(['number-without-name', 'ownerName', idNumber])
  if (pages !== '' && !PAGES.test(pages)) wrong.push(['wrong-pages', 'pages', pages])
  if (copies !== '' && !COPIES.test(copies)) wrong.push(['wrong-copies', 'copies', copies])
  for (const cell of ['ownerName', 'subject'] as const)
    if (row[cell] !== '' && !SHAPES[cell].safeParse(row[cell]).success)
      wrong.push(['wrong-text', cell, row[cell].slice(0, 40)])
  return wrong
}

function readRow({ place, ownerName, idNumber, pages, copies, subject }: TypedRow): RowToReceive {
  return {
    place,
    ownerName: composedLetters(ownerName) || null,
    idNumber: bare(idNumber) || null,
    pages: pages === '' ? null : Number(pages),
    copies: copies === '' ? 1 : Number(copies),
    subject: composedLetters(subject) || null,
  }
}

/** A number as it is kept, however it was grouped. */
const bare = (number: string) => number.replace(/[\s.]/g, '').toUpperCase()

/** A cell as a spreadsheet puts it on the clipboard: in quotation marks where it holds any. */
function unquoted(cell: string): string {
  const own = cell.trim()
  return /^".*"$/.test(own) ? own.slice(1, -1).replaceAll('""', '"').trim() : own
}

/** A head of columns has words where rows have counts. */
function namesColumns(cells: readonly string[]): boolean {
  return cells.length > 3 && cells.slice(2, 4).every((cell) => /\p{L}{2}/u.test(cell))
}
