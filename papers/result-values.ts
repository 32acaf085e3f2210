import { COMMON_READING, type NumberReading } from '#domain/number-reading.ts'
import { type ResultField, type ResultValues, rowsOf } from '#domain/procedure/result-form.ts'
import { lettersMissing } from './letters.ts'
import { moneyInWords } from './money-words.ts'
import { spotsOf, tryPrint, type TemplateFault, type OwnTemplate } from './print.ts'
import { CODE_MARK, paperOf, printResultOnPaper, type ResultHead, type ResultToPrint } from './result.ts'
import { dayInFigures } from './vietnamese.ts'

/** What a template reads of the fields: every field of the form is there, empty where nothing was written. */
export interface ValuesOnPaper {
  /** A text; of `lines` a list of paragraphs, of `rows` a list of rows. */
  readonly values: { readonly [field: string]: string | readonly string[] | readonly (readonly string[])[] }
  /** Amounts of money in words. */
  readonly words: { readonly [field: string]: string }
  /** The headings of tables. */
  readonly columns: { readonly [field: string]: readonly string[] }
}

/** The values of a result as they stand on the paper. */
export function valuesOnPaper(
  fields: readonly ResultField[],
  values: ResultValues,
  reading: NumberReading = COMMON_READING,
): ValuesOnPaper {
  const money = fields.filter(({ kind, name }) => kind === 'money' && values[name] !== undefined)
  return {
    values: Object.fromEntries(fields.map((field) => [field.name, written(field, values[field.name] ?? '')])),
    words: Object.fromEntries(
      money.map(({ name }) => [name, moneyInWords(dongOf(values[name] ?? ''), reading)]),
    ),
    columns: Object.fromEntries(
      fields.filter(({ kind }) => kind === 'rows').map(({ name, columns }) => [name, columns]),
    ),
  }
}

const dongOf = (value: string) => Number(value.replaceAll('.', ''))

function written({ kind, choices }: ResultField, value: string): ValuesOnPaper['values'][string] {
  if (kind === 'rows') return rowsOf(value)
  if (kind === 'lines') return value.split('\n').filter((one) => one.trim() !== '')
  if (value === '') return ''
  if (kind === 'day') return dayInFigures(value)
  if (kind === 'money') return `${String(dongOf(value)).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
  return kind === 'choice' ? (choices.find((one) => one.value === value)?.label ?? value) : value
}

/** Letters the papers' font lacks, field by field. */
export function lettersMissingIn(
  fields: readonly ResultField[],
  values: ResultValues,
): { readonly field: string; readonly letters: string }[] {
  return fields
    .map(({ name }) => ({ field: name, letters: lettersMissing(values[name] ?? '').join(' ') }))
    .filter(({ letters }) => letters !== '')
}

const HEAD: ResultHead = {
  code: '000.00.12.H49-190305-0042',
  title: 'Kết quả mẫu',
  subject: 'Thủ tục mẫu',
  office: { agency: 'Ủy ban nhân dân phường Mẫu', unit: 'Phòng Mẫu' },
  place: 'Mẫu',
  receivers: ['Nguyễn Thị Mẫu'],
}
const SIGNER = { name: 'Trần Văn Mẫu', capacity: ['TUQ. Thủ trưởng cơ quan', 'Người được ủy quyền'] }
const SAMPLE_AT = '2019-03-05T01:05:00.000Z'

/** A value of each kind, as a sample of a field. */
function sampleOf({ kind, choices, columns }: ResultField): string {
  if (kind === 'day') return '2019-03-05'
  if (kind === 'number') return '120,5'
  if (kind === 'money') return '1250000'
  if (kind === 'choice') return choices[0]?.value ?? ''
  return kind === 'rows' ? columns.map(() => 'Ô mẫu').join(' | ') : 'Nguyễn Thị Mẫu'
}

/** The mistakes of a template of a result: it is printed full and empty, to be signed and on paper. */
export function resultTemplateFaults(
  fields: readonly ResultField[],
  template: OwnTemplate,
): readonly TemplateFault[] {
  const full = Object.fromEntries(fields.map((field) => [field.name, sampleOf(field)]))
  for (const values of [full, {}]) {
    const data = { ...HEAD, ...valuesOnPaper(fields, values) }
    const result = { data, template, signer: SIGNER, madeAt: SAMPLE_AT }
    const printed = tryPrint(paperOf(result, { isPaper: values === full }))
    if (!(printed instanceof Uint8Array)) return printed
    const unmarked = pagesWithoutMark(result)
    if (unmarked.length > 0) return [{ file: template.main, line: null, message: NO_MARK(unmarked) }]
  }
  return []
}

/** Without its code mark a page that was stamped would not find its way back. */
const NO_MARK = (pages: readonly number[]) =>
  `no code mark on page ${pages.join(', ')} of its print for the pen: begin with #show: result.with(data)`

function pagesWithoutMark(result: ResultToPrint): readonly number[] {
  const { pages } = printResultOnPaper(result)
  const marks = Array.from({ length: pages }, () => '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const marked = spotsOf(paperOf(result, { isPaper: true, marks })).filter(({ name }) => name === CODE_MARK)
  return Array.from({ length: pages }, (_, place) => place + 1).filter(
    (number) => !marked.some(({ page }) => page + 1 === number),
  )
}
