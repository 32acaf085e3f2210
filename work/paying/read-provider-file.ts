import { CsvError, parse } from 'csv-parse/sync'
import { type Moment, toMoment, ZONE } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { FileLine } from '#domain/paying/provider-file.ts'
import type { FileColumns } from '#domain/paying/provider.ts'

/**
 * Reads a provider's list or a bank's statement as it was downloaded. Banks put their own lines above and below the
 * table: it begins where the headings stand, and a line without a number of its own is none of it.
 */
export function readProviderFile(text: string, columns: FileColumns): Outcome<readonly FileLine[]> {
  const records = recordsOf(text)
  if (records === null) return refuse('file-line-wrong', { line: 1, what: 'csv' })
  const start = records.findIndex(({ cells }) => placesIn(cells, columns) !== null)
  const places = placesIn(records[start]?.cells ?? [], columns)
  if (places === null) return refuse('file-columns-missing', { columns: firstNames(columns) })
  const lines: FileLine[] = []
  for (const { line, cells } of records.slice(start + 1)) {
    const cell = (place: number) => cells[place]?.trim() ?? ''
    const transaction = cell(places.transaction)
    const dong = dongOf(cell(places.dong), columns.times)
    // Money that went out, a sum at the end, a payment that came to nothing.
    if (transaction === '' || dong === 0 || !isPaid(cell(places.state), columns)) continue
    if (dong === null) return refuse('file-line-wrong', { line, what: 'dong', found: cell(places.dong) })
    const paidAt = momentOf(cell(places.paidAt))
    if (paidAt === null)
      return refuse('file-line-wrong', { line, what: 'paidAt', found: cell(places.paidAt) })
    lines.push({
      transaction: transaction.slice(0, 100),
      dong,
      paidAt,
      text: cell(places.text).slice(0, 1000),
    })
  }
  return lines.length > 0 ? lines : refuse('file-empty')
}

interface Record_ {
  readonly line: number
  readonly cells: readonly string[]
}

function recordsOf(text: string): readonly Record_[] | null {
  const records: Record_[] = []
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record(cells: string[], { lines }) {
        records.push({ line: lines, cells })
        return null
      },
    })
    return records
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** Whichever stands most often: what Excel calls CSV has semicolons where the comma is the decimal sign. */
function delimiterOf(text: string): string {
  const count = (one: string) => text.split(one).length
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
}

interface Places {
  readonly transaction: number
  readonly dong: number
  readonly paidAt: number
  readonly text: number
  readonly state: number
}

function placesIn(cells: readonly string[], columns: FileColumns): Places | null {
  const bare = cells.map(bareName)
  const placeOf = (names: readonly string[]) => {
    const wanted = names.map(bareName)
    return bare.findIndex((cell) => wanted.includes(cell))
  }
  const [transaction, dong, paidAt, text] = NAMED.map((name) => placeOf(columns[name]))
  const state = columns.state ? placeOf(columns.state.names) : -1
  if (transaction === undefined || dong === undefined || paidAt === undefined || text === undefined)
    return null
  return [transaction, dong, paidAt, text].includes(-1) ? null : { transaction, dong, paidAt, text, state }
}

const NAMED = ['transaction', 'dong', 'paidAt', 'text'] as const
const firstNames = (columns: FileColumns) => NAMED.map((name) => columns[name][0] ?? name)

/** Headings are the same in any case, spacing and way of composing their marks. */
const bareName = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replaceAll(/[\s_()]+/g, ' ')
    .trim()

function isPaid(state: string, { state: known }: FileColumns): boolean {
  return !known || state === '' || known.paid.some((one) => bareName(one) === bareName(state))
}

/** `1.234.000`, `1,234,000`, `1 234 000 đ` or `1234000.00`; what is out or nothing is 0, what cannot be read null. */
function dongOf(text: string, times: number): number | null {
  const bare = text.replaceAll(/\s|đ|VND|₫|\+/gi, '')
  if (bare === '' || bare.startsWith('-') || bare.startsWith('(')) return 0
  const whole = bare.replace(/[.,]0{1,2}$/, '')
  if (!/^(?:\d{1,13}|\d{1,3}(?:[.,]\d{3})+)$/.test(whole)) return null
  const counted = Number(whole.replaceAll(/[.,]/g, ''))
  return counted % times === 0 ? counted / times : null
}

/** A day or a moment in Vietnam as these files write them. A day alone is its first moment. */
function momentOf(text: string): Moment | null {
  const [, compact] = /^(\d{14})$/.exec(text) ?? []
  if (compact !== undefined)
    return localMoment(compact.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6'))
  const [, day = '', month = '', year = '', time = '00:00'] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\sT]+(\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? []
  if (year !== '')
    return localMoment(
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(time.length < 6 ? 5 : 8, '0')}`,
    )
  return localMoment(text.replace(' ', 'T'))
}

function localMoment(text: string): Moment | null {
  try {
    const at = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant()
    return toMoment(at)
  } catch {
    return null
  }
}
