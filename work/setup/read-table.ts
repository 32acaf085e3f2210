import { CsvError, parse } from 'csv-parse/sync'
import { isMap, isNode, isSeq, type LineCounter } from 'yaml'
import type { z } from 'zod'
import type { CentreFile } from '#store/centre-files.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'
import { faultsOfIssue } from './issue-faults.ts'
import { readYaml } from './read-yaml.ts'

/** A row of a table that has its shape. */
export type RowOf<Shape extends z.ZodObject> = Place & { readonly row: z.infer<Shape> }

/** A row as it stands in the file: every cell is text. */
interface RawRow extends Place {
  readonly cells: { readonly [column: string]: string }
  /** Something is wrong with the row as a whole and has been told; its key is known all the same. */
  readonly isTold?: boolean
}

interface TableAsked<Shape extends z.ZodObject> {
  readonly name: string
  readonly shape: Shape
  /** A table that a centre can do without. */
  readonly isOptional?: boolean
}

const KINDS = ['csv', 'yaml', 'yml', 'json']

/** A table with the rows that have its shape, and all values of a column: a row with a fault is there all the same. */
export interface TableRead<Shape extends z.ZodObject> {
  readonly rows: readonly RowOf<Shape>[]
  all(column: string): ReadonlySet<string>
}

/** The rows of a table without faults of their own; every fault of every row is found. */
export function readTable<Shape extends z.ZodObject>(
  files: readonly CentreFile[],
  asked: TableAsked<Shape>,
  findings: Findings,
): readonly RowOf<Shape>[] {
  return readWholeTable(files, asked, findings).rows
}

/** A table, given as `name.csv`, `name.yaml` or `name.json` (a list of records). */
export function readWholeTable<Shape extends z.ZodObject>(
  files: readonly CentreFile[],
  { name, shape, isOptional = false }: TableAsked<Shape>,
  findings: Findings,
): TableRead<Shape> {
  const raw = rawRows(files, { name, shape, isOptional }, findings)
  return {
    rows: raw.flatMap((one) => shaped(one, shape, findings)),
    all: (column) => new Set(raw.map(({ cells }) => cells[column] ?? '')),
  }
}

function rawRows(
  files: readonly CentreFile[],
  { name, shape, isOptional }: TableAsked<z.ZodObject>,
  findings: Findings,
): RawRow[] {
  const found = files.filter((file) => KINDS.some((kind) => file.name === `${name}.${kind}`))
  const [file, second] = found
  if (!file) {
    if (!isOptional) findings.faults.push(faultAt({ file: `${name}.csv`, line: null }, null, 'file-missing'))
    return []
  }
  if (second) {
    findings.faults.push(
      faultAt({ file: second.name, line: null }, null, 'given-twice', { other: file.name }),
    )
    return []
  }
  if (file.text === null) {
    findings.faults.push(faultAt({ file: file.name, line: null }, null, 'not-utf8'))
    return []
  }
  return file.name.endsWith('.csv')
    ? csvRows(file.name, file.text, shape, findings)
    : yamlRows(file.name, file.text, shape, findings)
}

function shaped<Shape extends z.ZodObject>(raw: RawRow, shape: Shape, findings: Findings): RowOf<Shape>[] {
  if (raw.isTold) return []
  const { file, line } = raw
  const read = shape.safeParse(raw.cells, { reportInput: true })
  if (read.success) return [{ file, line, row: read.data }]
  for (const issue of read.error.issues) findings.faults.push(...faultsOfIssue(raw, issue, raw.cells))
  return []
}

function csvRows(file: string, text: string, shape: z.ZodObject, findings: Findings): RawRow[] {
  // What Excel calls CSV where the comma is the decimal sign; quotation marks in it would break first.
  if (/^[^,\r\n]*[;\t][^,\r\n]*(?:\r|\n|$)/.test(text)) {
    findings.faults.push(faultAt({ file, line: 1 }, null, 'semicolons'))
    return []
  }
  const records = csvRecords(file, text, findings)
  const header = records.shift()
  if (!header) return []
  if (!hasColumns(header, shape, findings)) return []
  return records.map(({ line, record }) => {
    const cells = Object.fromEntries(header.record.map((column, at) => [column, (record[at] ?? '').trim()]))
    if (record.length === header.record.length) return { file, line, cells }
    const facts = { expected: header.record.length, found: record.length }
    findings.faults.push(faultAt({ file, line }, null, 'cells-do-not-fit', facts))
    return { file, line, cells, isTold: true }
  })
}

interface CsvRecord extends Place {
  readonly record: string[]
}

function csvRecords(file: string, text: string, findings: Findings): CsvRecord[] {
  try {
    const records: CsvRecord[] = []
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(record: string[], { lines }) {
        if (record.some((cell) => cell.trim() !== ''))
          records.push({ file, line: lines - lineBreaks(record), record })
        return null
      },
    })
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error['lines'] ?? 1)
    findings.faults.push(faultAt({ file, line }, null, 'csv-broken', { reason: error.code }))
    return []
  }
}

/** A record is counted at its last line; a clerk looks for its first. */
function lineBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
}

function hasColumns({ file, record }: CsvRecord, shape: z.ZodObject, findings: Findings): boolean {
  const place = { file, line: 1 }
  const known = Object.keys(shape.shape)
  const columns = record.map((column) => column.trim())
  const faults = [
    ...known
      .filter((column) => !columns.includes(column) && isNeeded(shape, column))
      .map((column) => faultAt(place, column, 'column-missing', { column })),
    ...columns
      .filter((column) => !known.includes(column))
      .map((column) => faultAt(place, column, 'column-unknown', { column, known: known.join(', ') })),
    ...columns
      .filter((column, at) => columns.indexOf(column) !== at)
      .map((column) => faultAt(place, column, 'column-twice', { column })),
  ]
  findings.faults.push(...faults)
  record.splice(0, record.length, ...columns)
  return faults.length === 0
}

function isNeeded(shape: z.ZodObject, column: string): boolean {
  return shape.shape[column]?.safeParse(undefined).success === false
}

function yamlRows(file: string, text: string, shape: z.ZodObject, findings: Findings): RawRow[] {
  const read = readYaml(file, text, findings)
  if (!read) return []
  const { contents } = read.document
  if (!isSeq(contents)) {
    findings.faults.push(faultAt({ file, line: 1 }, null, 'not-a-list'))
    return []
  }
  return contents.items.flatMap((item) => {
    const line = lineOf(item, read.lines)
    if (!isMap(item)) {
      findings.faults.push(faultAt({ file, line }, null, 'not-a-list'))
      return []
    }
    const cells: { [column: string]: string } = {}
    for (const [column, value] of Object.entries(item.toJS(read.document))) cells[column] = asCell(value)
    const unknown = Object.keys(cells).filter((column) => !Object.hasOwn(shape.shape, column))
    for (const column of unknown) {
      const facts = { column, known: Object.keys(shape.shape).join(', ') }
      findings.faults.push(faultAt({ file, line }, column, 'column-unknown', facts))
    }
    return [{ file, line, cells, isTold: unknown.length > 0 }]
  })
}

function lineOf(node: unknown, lines: LineCounter): number | null {
  return isNode(node) && node.range ? lines.linePos(node.range[0]).line : null
}

function asCell(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
}
