import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { sumsOf } from '#domain/statistics/sums.ts'
import { FORMS, type ReportFormKey, reportLines } from '#domain/statistics/report-forms.ts'
import { reportBook } from './report-book.ts'
import { reportCsv } from './report-csv.ts'
import { printReport } from './report.ts'
import type { ReportData } from './report-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const some = (seed: number) =>
  sumsOf(
    [
      { measure: 'received', channel: 'counter', count: 900 + seed },
      { measure: 'received', channel: 'online', count: 400 + seed },
      { measure: 'open', channel: 'counter', count: 1300 + 2 * seed - 1000 },
      { measure: 'ready-early', channel: 'counter', count: 940 },
      { measure: 'ready-on-time', channel: 'counter', count: 55 },
      { measure: 'ready-late', channel: 'counter', count: 5 },
      { measure: 'overdue', channel: 'counter', count: 3 },
    ],
    { open: 20 + seed, overdue: 1 },
  )

const FIELDS = ['Hộ tịch', 'Đất đai', 'Thuế', 'Bảo hiểm xã hội', '=CMD()', 'Đường bộ']

function aReport(form: ReportFormKey): ReportData {
  const fields = FIELDS.map((name, at) => ({ name, unit: null, field: name, sums: some(at) }))
  const groups =
    form === 'II.06b'
      ? [
          {
            name: 'Phòng Tư pháp',
            unit: 'TP',
            field: null,
            sums: some(7),
            within: [{ name: 'Hộ tịch', unit: 'TP', field: 'Hộ tịch', sums: some(7) }],
          },
        ]
      : fields
  return {
    form: FORMS[form],
    window: { from: '2019-04-15', to: '2019-05-14' },
    agency: 'Trung tâm Hành chính công thị xã Đông Triều',
    unitName: 'Trung tâm Hành chính công thị xã Đông Triều',
    field: null,
    committee: 'Ủy ban nhân dân thị xã Đông Triều',
    countedAt: '2019-05-15T01:00:00.000Z',
    lines: reportLines(FORMS[form], groups, 'Tổng số'),
    number: '05/2019',
    corrects: null,
    signer: 'Nguyễn Thị Lan',
  }
}

/** ssconvert (Debian's gnumeric) reads the book, reckons every formula anew and writes the values it found. */
async function reckonedElsewhere(data: ReportData): Promise<string[][]> {
  const [book, values] = [join(folder, `${data.form.key}.xlsx`), join(folder, `${data.form.key}.csv`)]
  writeFileSync(book, await reportBook(data))
  execFileSync('ssconvert', ['--recalc', '-T', 'Gnumeric_stf:stf_csv', book, values], { stdio: 'ignore' })
  return parse(readFileSync(values), { relax_column_count: true, bom: true })
}

test.each(['II.06a', 'II.06b', 'II.06c'] as const)(
  'another program reckons the formulas of %s to the same numbers',
  async (key) => {
    const data = aReport(key)
    const rows = await reckonedElsewhere(data)
    const from = rows.findIndex((row) => row[2] === '(3)') + 1
    for (const [at, line] of data.lines.entries()) {
      const row = rows[from + at] ?? []
      expect(row.slice(0, 2)).toEqual([line.place, line.name])
      expect(row.slice(2, 2 + line.cells.length).map((cell) => Number(cell.replaceAll(',', '')))).toEqual(
        line.cells,
      )
    }
  },
)

test('the formulas are in the book: a number altered there alters its sums', async () => {
  const data = aReport('II.06a')
  const [line] = data.lines
  const { Workbook } = await import('@cj-tech-master/excelts')
  const book = new Workbook()
  await book.xlsx.load(await reportBook(data))
  const sheet = book.worksheets[0]
  const row = sheet?.getColumn(1).values.indexOf('1') ?? 0
  const cell = sheet?.getCell(row, 4)
  if (cell) cell.value = 10_000
  const path = join(folder, 'altered.xlsx')
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()))
  execFileSync('ssconvert', ['--recalc', path, `${path}.csv`], { stdio: 'ignore' })
  const rows: string[][] = parse(readFileSync(`${path}.csv`), { relax_column_count: true, bom: true })
  const altered = rows.find((one) => one[0] === '1') ?? []
  const difference = 10_000 - (line?.cells[1] ?? 0)
  expect(Number(altered[2]?.replaceAll(',', ''))).toBe((line?.cells[0] ?? 0) + difference)
  const sum = rows.find((one) => one[1] === 'Tổng số') ?? []
  expect(Number(sum[2]?.replaceAll(',', ''))).toBe((data.lines.at(-1)?.cells[0] ?? 0) + difference)
})

test('as CSV it is read by another reader, and no cell is a formula', () => {
  const data = aReport('II.06a')
  const rows: string[][] = parse(reportCsv(data), { bom: true })
  expect(rows).toHaveLength(data.lines.length + 1)
  expect(rows[0]?.slice(0, 5)).toEqual([
    'Từ ngày',
    'Đến ngày',
    '(1) STT',
    '(2) Lĩnh vực giải quyết',
    '(3) Số hồ sơ nhận giải quyết – Tổng số',
  ])
  expect(rows[0]?.[5]).toBe('(4) Số hồ sơ nhận giải quyết – Trong kỳ – Trực tuyến')
  expect(rows.some((row) => row.some((cell) => cell.startsWith('=')))).toBe(false)
  expect(rows[1]?.slice(4).map(Number)).toEqual(data.lines[0]?.cells)
})

test('as PDF/A it says what it is, of which days, and every number', () => {
  const data = aReport('II.06a')
  const path = join(folder, 'report.pdf')
  writeFileSync(path, printReport(data))
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  for (const said of [
    'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
    'từ ngày 15/04/2019 đến hết ngày 14/05/2019',
    'Biểu số II.06a',
    'Số: 05/2019',
    'Nguyễn Thị Lan',
    '(13)',
  ])
    expect(text).toContain(said)
  const total = data.lines.at(-1)?.cells ?? []
  for (const cell of total) expect(text).toContain(String(cell).replace(/\B(?=(\d{3})+$)/g, '.'))
  const facts = execFileSync('pdfinfo', [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  expect(facts).toMatch(/841\.\d+ x 595\.\d+ pts \(A4\)/)
})
