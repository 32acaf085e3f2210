import { csvOf } from './csv.ts'
import { headCells, headWord, type ReportData } from './report-words.ts'

/** The report as CSV: a line a line of it, each column under all its headings. */
export function reportCsv(data: ReportData): string {
  const { form, window, lines } = data
  const cells = headCells(form)
  const heads = Array.from({ length: form.columns.length + 2 }, (_, column) =>
    cells
      .filter((cell) => cell.column <= column && column < cell.column + cell.columns)
      .map((cell) => headWord(data, cell))
      .join(' – '),
  )
  return csvOf([
    ['Từ ngày', 'Đến ngày', ...heads.map((head, column) => `(${column + 1}) ${head}`)],
    ...lines.map(({ place, name, cells: numbers }) => [window.from, window.to, place, name, ...numbers]),
  ])
}
