export type Cell = string | number | null

/** Opens in spreadsheets as UTF-8. */
const MARK = '\uFEFF'
/** A text that begins so would be reckoned by a spreadsheet; an apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/

/** Lines as CSV after RFC 4180, with the mark that spreadsheets know UTF-8 by. */
export function csvOf(lines: readonly (readonly Cell[])[]): string {
  return MARK + lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
