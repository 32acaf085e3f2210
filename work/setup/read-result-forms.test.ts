import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResultField } from '#domain/procedure/result-form.ts'
import { printDraft, printResult, printResultOnPaper, type ResultToPrint } from '#papers/result.ts'
import { valuesOnPaper } from '#papers/result-values.ts'
import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import { readResultForms } from './read-result-forms.ts'
import { triedTemplates } from './tried-templates.ts'

const DIRECTORY = fileURLToPath(new URL('../../centres/dong-trieu', import.meta.url))
const KEYS = [
  'building-permit',
  'civil-status-change',
  'civil-status-extract',
  'electricity',
  'household-business',
  'land-change',
  'land-registration',
  'mortgage',
  'registration-fee-house',
  'social-insurance',
]
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-results-'))
let files: readonly CentreFile[]
let forms: readonly PublishedResultForm[]
beforeAll(async () => {
  files = (await readCentreDirectory(DIRECTORY)) ?? []
  forms = read(files).forms
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(given: readonly CentreFile[]) {
  const findings = { faults: [], warnings: [] }
  return { forms: readResultForms(given, new Set(KEYS), findings), faults: findings.faults }
}

const PERSON = 'Nguyễn Thị Quỳnh Ữẵệ'
/** Of two hundred letters, in words of a length people write. */
const LONG = 'Khu Vĩnh Thông, phường Mạo Khê, thị xã Đông Triều, tỉnh Quảng Ninh, '
  .repeat(3)
  .slice(0, 199)
  .trim()

function valueOf({ kind, choices, columns }: ResultField): string {
  if (kind === 'day') return '1980-02-05'
  if (kind === 'number') return '1250,5'
  if (kind === 'money') return '1250000'
  if (kind === 'choice') return choices[0]?.value ?? ''
  if (kind === 'person') return PERSON
  if (kind === 'lines') return `${LONG}\n${LONG}`
  if (kind !== 'rows') return LONG
  return Array.from({ length: 40 }, (_, row) => columns.map(() => `${PERSON} ${row + 1}`).join(' | ')).join(
    '\n',
  )
}

function filled(form: PublishedResultForm): ResultToPrint {
  const values = Object.fromEntries(form.fields.map((field) => [field.name, valueOf(field)]))
  return {
    data: {
      code: '000.00.12.H49-190305-0042',
      title: form.title,
      subject: 'Thủ tục mẫu',
      office: { agency: 'Ủy ban nhân dân thị xã Mẫu', unit: 'Phòng Tài chính - Kế hoạch' },
      place: 'Mẫu',
      receivers: [PERSON, 'Bộ phận Tiếp nhận và Trả kết quả'],
      ...valuesOnPaper(form.fields, values),
    },
    template: form,
    signer: { name: 'Đặng Ngọc Ánh', capacity: ['TUQ. Chủ tịch', 'Trưởng phòng'] },
    madeAt: '2019-03-05T01:05:00.000Z',
  }
}

/** What a tool of Debian's poppler-utils says of a document. */
function told(tool: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Uint8Array): string {
  const path = join(folder, 'result.pdf')
  writeFileSync(path, pdf)
  const more = tool === 'pdftotext' ? ['-layout', path, '-'] : [path]
  return execFileSync(tool, more, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).normalize('NFC')
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

test('the ten application forms have a result each, all of them can be printed, and none has two', async () => {
  expect(read(files).faults).toEqual([])
  expect(await triedTemplates({ paperTemplates: [], resultForms: forms })).toEqual([])
  expect(forms.map(({ key }) => key)).toEqual(KEYS)
  expect(forms.flatMap((one) => one.forms).toSorted()).toEqual(KEYS)
})

describe.each(KEYS)('%s', (key) => {
  const form = () => forms.find((one) => one.key === key) ?? expect.fail(`no result ${key}`)

  test('to be signed: tagged PDF/A on A4, the one font embedded, every place there, every value whole', async () => {
    const { bytes, spots } = await printResult(filled(form()))
    expect([...spots.keys()].toSorted()).toEqual(['dau_co_quan', 'ngay_ban_hanh', 'phe_duyet', 'so_van_ban'])
    expect(spots.get('so_van_ban')?.page).toBe(0)
    expect(told('pdfinfo', bytes)).toMatch(/Tagged:\s+yes[\s\S]*A4/)
    for (const font of told('pdffonts', bytes).trim().split('\n').slice(2))
      expect(font).toMatch(/Tinos-\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/)
    const text = told('pdftotext', bytes)
    expect(text).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$/m)
    expect(text).not.toContain('DỰ THẢO')
    // 40 rows, and the last of them.
    if (form().fields.some(({ kind }) => kind === 'rows')) expect(flat(text)).toMatch(/40 /)
    expect(Number(/Pages:\s+(\d+)/.exec(told('pdfinfo', bytes))?.[1])).toBeGreaterThan(1)
  })

  test('on paper it leaves room for number and day and says the same; a draft is marked', () => {
    const text = flat(told('pdftotext', printResultOnPaper(filled(form())).bytes))
    expect(text).toContain('tháng ………')
    expect(text).toContain('Đặng Ngọc Ánh')
    for (const { kind } of form().fields)
      if (kind === 'person') expect(text.toUpperCase()).toContain(PERSON.toUpperCase())
    const draft = printDraft(filled(form()))
    expect(Buffer.compare(draft, printDraft(filled(form())))).toBe(0)
    expect(flat(told('pdftotext', draft))).toMatch(/D\s*Ự\s*T\s*H\s*Ả\s*O|DỰ|THẢO/)
  })
})

/** The example with one file changed. */
function changed(name: string, change: (text: string) => string) {
  const few = files.filter((one) => /(mortgage|electricity)\./.test(one.name))
  return read(few.map((one) => (one.name === name ? { ...one, text: change(one.text ?? '') } : one)))
}

test.each([
  [
    'a word the template does not know',
    'results/mortgage.typ',
    (text: string) => `${text}\n#nothing\n`,
    'template-fault',
    23,
  ],
  [
    'a field the result does not have',
    'results/mortgage.typ',
    (text: string) => `${text}\n#line("x", v.nothing)\n`,
    'template-fault',
    23,
  ],
  [
    'a template whose pages bear no code mark',
    'results/mortgage.typ',
    (text: string) => text.replace(/#show: result[^\n]*/, ''),
    'template-fault',
    null,
  ],
  [
    'a field of no kind',
    'results/mortgage.yaml',
    (text: string) => text.replace('kind: person', 'kind: human'),
    'not-one-of',
    12,
  ],
  [
    'a field twice',
    'results/mortgage.yaml',
    (text: string) => text.replace('name: note', 'name: book'),
    'key-twice',
    20,
  ],
  [
    'a form there is not',
    'results/mortgage.yaml',
    (text: string) => text.replace('[mortgage]', '[pawn]'),
    'no-such-form',
    3,
  ],
  [
    'a template that is not there',
    'results/mortgage.yaml',
    (text: string) => text.replace('mortgage.typ', 'none.typ'),
    'file-missing',
    null,
  ],
  [
    'a second result from the same day',
    'results/mortgage.yaml',
    (text: string) => text.replace('[mortgage]', '[electricity]'),
    'key-twice',
    5,
  ],
  [
    'a table without columns',
    'results/mortgage.yaml',
    (text: string) => text.replace(/, columns: .*\]/, ''),
    'wrong-shape',
    18,
  ],
] as const)('%s is found with its file and line', async (_, name, change, code, line) => {
  const read = changed(name, change)
  const tried = await triedTemplates({ paperTemplates: [], resultForms: read.forms })
  expect([...read.faults, ...tried][0]).toMatchObject({ code, line })
})
