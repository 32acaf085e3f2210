import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { HEAD_ROWS, headCells, type ReportLine } from '#domain/statistics/report-forms.ts'
import { fromMoment } from '#domain/calendar/moment.ts'
import { footWords, headWord, type ReportData, TITLE, windowWords } from './report-words.ts'

/** Rows above the heading of the table. */
const TOP = 6
const FIRST_LINE = TOP + HEAD_ROWS + 2
const FONT = 'Times New Roman'

/** The report as a workbook: numbers as numbers, sums as formulas with what they come to. */
export async function reportBook(data: ReportData): Promise<Uint8Array> {
  const book = new Workbook()
  book.created = book.modified = new Date(fromMoment(data.countedAt).epochMilliseconds)
  const sheet = book.addWorksheet(`Biểu ${data.form.key}`, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: FIRST_LINE - 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${TOP + 1}:${FIRST_LINE - 1}`,
    },
  })
  const width = data.form.columns.length + 2
  sheet.getColumn(1).width = 7
  sheet.getColumn(2).width = 44
  for (let column = 3; column <= width; column += 1) sheet.getColumn(column).width = 12
  putTop(sheet, data, width)
  putHeading(sheet, data)
  const last = putLines(sheet, data)
  for (const [place, text] of footWords(data).entries()) {
    const row = last + 2 + place
    sheet.mergeCells(row, 1, row, width)
    sheet.getRow(row).height = 32
    put(sheet, row, 1, text, { isLeft: true })
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

interface Style {
  readonly isBold?: boolean
  readonly isLeft?: boolean
  readonly hasBorder?: boolean
}

type Value = string | number | { readonly formula: string; readonly result: number }

function put(sheet: Worksheet, row: number, column: number, value: Value, style: Style = {}): void {
  const cell = sheet.getCell(row, column)
  cell.value = typeof value === 'object' ? { ...value } : value
  cell.font = { name: FONT, size: 11, bold: style.isBold ?? false }
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: style.isLeft ? 'left' : 'center' }
  if (typeof value !== 'string') {
    cell.numFmt = '#,##0'
    cell.alignment = { vertical: 'middle', horizontal: 'right' }
  }
  const thin = { style: 'thin' } as const
  if (style.hasBorder) cell.border = { top: thin, bottom: thin, left: thin, right: thin }
}

function putTop(sheet: Worksheet, data: ReportData, width: number): void {
  const { form, unitName, agency, field, number, corrects } = data
  const lines = [
    `${agency.toUpperCase()} – Biểu số ${form.key}${number === null ? ' (chưa phát hành)' : ` – Số: ${number}`}`,
    TITLE,
    windowWords(data.window),
    `Đơn vị: ${unitName}${field === null ? '' : `; lĩnh vực: ${field}`}; đơn vị tính: hồ sơ`,
    corrects === null ? '' : `Đính chính lần ${corrects.time} cho báo cáo số ${corrects.number}`,
  ]
  for (const [place, text] of lines.entries()) {
    sheet.mergeCells(place + 1, 1, place + 1, width)
    put(sheet, place + 1, 1, text, { isBold: place < 2 })
  }
}

function putHeading(sheet: Worksheet, data: ReportData): void {
  for (const cell of headCells(data.form)) {
    const [row, column] = [TOP + 1 + cell.row, cell.column + 1]
    const [lastRow, lastColumn] = [row + cell.rows - 1, column + cell.columns - 1]
    for (let r = row; r <= lastRow; r += 1)
      for (let c = column; c <= lastColumn; c += 1) put(sheet, r, c, '', { hasBorder: true })
    if (cell.rows > 1 || cell.columns > 1) sheet.mergeCells(row, column, lastRow, lastColumn)
    put(sheet, row, column, headWord(data, cell), { isBold: true, hasBorder: true })
  }
  for (let column = 1; column <= data.form.columns.length + 2; column += 1)
    put(sheet, FIRST_LINE - 1, column, `(${column})`, { hasBorder: true })
}

/** The lines, and the last that sums those of the first level; the number of its row. */
function putLines(sheet: Worksheet, { form, lines }: ReportData): number {
  const firstLevel = lines.flatMap(({ place }, at) => (isFirst(place) ? [FIRST_LINE + at] : []))
  for (const [at, line] of lines.entries()) {
    const row = FIRST_LINE + at
    const isSum = line.place === ''
    const style = { hasBorder: true, isBold: isSum || (isFirst(line.place) && form.lines === 'unit') }
    put(sheet, row, 1, line.place, style)
    put(sheet, row, 2, line.name, { ...style, isLeft: true })
    for (const [place, { sumOf }] of form.columns.entries()) {
      const column = place + 3
      const result = line.cells[place] ?? 0
      const formula =
        sumOf !== undefined
          ? sumOf.map((number) => `${letter(number)}${row}`).join('+')
          : isSum && firstLevel.length > 0
            ? firstLevel.map((one) => `${letter(column)}${one}`).join('+')
            : null
      put(sheet, row, column, formula === null ? result : { formula, result }, style)
    }
  }
  return FIRST_LINE + lines.length - 1
}

const isFirst = (place: ReportLine['place']) => place !== '' && !place.includes('.')

/** Columns are numbered as their letters are: (3) stands in C. */
function letter(number: number): string {
  return String.fromCodePoint(64 + number)
}
