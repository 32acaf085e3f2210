import { OpenDossierRow, SeriesRow } from '#shapes/take-over-tables.ts'
import type { Findings, ImportFault } from '#shapes/import-fault.ts'
import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import { faultAt } from '#shapes/import-fault.ts'
import { seal } from '../chance.ts'
import { readTable, type RowOf } from '../setup/read-table.ts'
import { onceEach } from '../setup/same-once.ts'

export type OpenDossierLine = RowOf<typeof OpenDossierRow>
export type SeriesLine = RowOf<typeof SeriesRow>

/** What the files of a take-over say, with everything that is wrong with them by themselves. */
export interface TakeOverRead extends Findings {
  readonly dossiers: readonly OpenDossierLine[]
  readonly series: readonly SeriesLine[]
  /** SHA-256 over all files, by which the same files are known again. */
  readonly hash: string
  /** SHA-256 of the text of each file. */
  readonly hashes: ReadonlyMap<string, string>
}

const TABLES = ['open-dossiers', 'series']

/** Reads the files a running centre brings along from a directory. Never stops at the first fault. */
export async function readTakeOverFiles(directory: string): Promise<TakeOverRead> {
  const files = await readCentreDirectory(directory)
  if (files) return parseTakeOver(files)
  const faults: ImportFault[] = [faultAt({ file: directory, line: null }, null, 'no-such-directory')]
  return { dossiers: [], series: [], hash: '', hashes: new Map(), faults, warnings: [] }
}

/** The same from texts already read. A centre can bring dossiers, series or both. */
export function parseTakeOver(files: readonly CentreFile[]): TakeOverRead {
  const findings: Findings = { faults: [], warnings: [] }
  const own = files.filter(({ name }) => TABLES.some((table) => name.startsWith(`${table}.`)))
  if (own.length === 0)
    findings.faults.push(faultAt({ file: 'open-dossiers.csv', line: null }, null, 'file-missing'))
  const table = { isOptional: true }
  const dossiers = readTable(own, { name: 'open-dossiers', shape: OpenDossierRow, ...table }, findings)
  const series = readTable(own, { name: 'series', shape: SeriesRow, ...table }, findings)
  onceEach(dossiers, { column: 'code', code: 'dossier-code-twice', keyOf: ({ row }) => row.code }, findings)
  onceEach(
    series,
    { column: 'book', code: 'key-twice', keyOf: ({ row }) => `${row.book} ${row.period}` },
    findings,
  )
  const texts = own.map(({ name, text }): [string, string] => [name, text ?? ''])
  return {
    ...findings,
    dossiers,
    series,
    hash: seal(JSON.stringify(texts)),
    hashes: new Map(texts.map(([name, text]) => [name, seal(text)])),
  }
}
