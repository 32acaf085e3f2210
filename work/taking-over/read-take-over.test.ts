import { expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import { OpenDossierRow, SeriesRow } from '#shapes/take-over-tables.ts'
import { faultLine } from '#web/words/import-vi.ts'
import { readFileSync } from 'node:fs'
import { parseTakeOver } from './read-take-over.ts'

const EXAMPLE = fileURLToPath(new URL('../../centres/dong-trieu/take-over-example/', import.meta.url))
const files = (await readCentreDirectory(EXAMPLE)) ?? []

/** What is said when one text of the example is replaced by another. */
function saidOf(from: string, to: string): string[] {
  const changed: CentreFile[] = files.map(({ name, text }) => {
    if (name !== 'open-dossiers.csv') return { name, text }
    if (!text?.includes(from)) throw new Error(`the example has no "${from}"`)
    return { name, text: text.replace(from, to) }
  })
  return parseTakeOver(changed).faults.map(faultLine)
}

test('the example of the clerks can be read', () => {
  const { dossiers, series, faults } = parseTakeOver(files)
  expect(faults).toEqual([])
  expect([dossiers.length, series.length]).toEqual([9, 8])
  expect(dossiers[0]?.row).toMatchObject({
    received_at: '2019-03-01T02:15:00.000Z',
    applicant_phone: '0912345678',
  })
})

test('every column is told to a clerk', () => {
  const told = readFileSync(`${EXAMPLE}README.md`, 'utf8')
  const columns = [...Object.keys(OpenDossierRow.shape), ...Object.keys(SeriesRow.shape)]
  expect(columns.filter((column) => !told.includes(`\`${column}\``))).toEqual([])
})

test.each([
  [
    'a day there is not',
    '01/03/2019 09:15',
    '31/02/2019 09:15',
    /^open-dossiers.csv:2: received_at: .*thời điểm có thật/,
  ],
  [
    'an American day',
    '15/02/2019 10:05',
    '02/15/2019 10:05',
    /^open-dossiers.csv:4: received_at: .*ngày\/tháng\/năm/,
  ],
  ['a day without its time', '11/03/2019 17:00', '11/03/2019', /:2: due: .*thiếu giờ/],
  ['the time of no clock', '11/03/2019 17:00', '11/03/2019 25:00', /:2: due: .*thời điểm có thật/],
  ['a code twice', 'HS-2019-00318', 'hs-2019-00417', /:3: .*“HS-2019-00417” đã có ở dòng 2/],
  ['what is no code', 'HS-2019-00318', 'HS-12', /:3: code: .*mã hồ sơ in trên giấy hẹn/],
  ['a number of 11 digits', '022078001234', '22078001234', /:3: applicant_id: .*Excel bỏ mất số 0/],
  ['a telephone without its 0', '0983214567', '983214567', /:3: applicant_phone: .*Excel bỏ mất số 0/],
  ['UTF-8 read as something else', 'Vũ Thị Thu Hiền', 'VÅ© Thá»‹ Thu Hiá»n', /:2: applicant_name: .*vỡ mã/],
  ['TCVN3', 'Vũ Thị Thu Hiền', 'Vò ThÞ Thu HiÒn', /:2: applicant_name: .*vỡ mã/],
  ['money with dots', ',100000,100000,28/02', ',100.000,100000,28/02', /:5: fee: .*không dấu chấm/],
  ['a channel there is not', ',online,', ',internet,', /:5: channel: .*chỉ được là một trong: counter/],
  ['nobody’s name', 'Vũ Thị Thu Hiền', '', /:2: applicant_name: không được bỏ trống/],
  ['a column missing', ',due,', ',', /:1: thiếu cột hoặc mục “due”|dòng có/],
  ['a column nobody knows', 'moved_due', 'new_due', /:1: không biết cột hoặc mục “new_due”/],
  [
    'a comma in an address',
    '"Khu Vĩnh Xuân, phường Mạo Khê"',
    'Khu Vĩnh Xuân, phường Mạo Khê',
    /:2: dòng có 44 ô, tiêu đề có 43 cột/,
  ],
])('%s is told with file, line and what to do', (_, from, to, expected) => {
  const said = saidOf(from, to)
  expect(said.join('\n')).toMatch(expected)
})

test('semicolons are told once, not as forty missing columns', () => {
  const [file] = files
  const text = file?.text?.replaceAll(',', ';') ?? ''
  const said = parseTakeOver([{ name: 'open-dossiers.csv', text }]).faults.map(faultLine)
  expect(said).toEqual([expect.stringMatching(/^open-dossiers.csv:1: các cột cách nhau bằng dấu chấm phẩy/)])
})

test('a file in another character set is told as such', () => {
  const said = parseTakeOver([{ name: 'open-dossiers.csv', text: null }]).faults.map(faultLine)
  expect(said).toEqual(['open-dossiers.csv: tệp không phải UTF-8; hãy lưu lại với mã UTF-8'])
})

test('no file at all is told', () => {
  expect(parseTakeOver([]).faults.map(faultLine)).toEqual(['open-dossiers.csv: thiếu tệp này'])
})

test('many mistakes are told together, in every file', () => {
  const changed = files.map(({ name, text }) => ({
    name,
    text:
      text
        ?.replace('01/03/2019 09:15', '31/02/2019')
        .replace('0983214567', '98')
        .replace('2019,58', '2019,0') ?? null,
  }))
  expect(parseTakeOver(changed).faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'open-dossiers.csv:2',
    'open-dossiers.csv:3',
    'series.csv:4',
  ])
})
