import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import { CentreShape } from '#shapes/centre-documents.ts'
import { seal } from '../chance.ts'
import type { CentreData, CentreSettings } from './centre-data.ts'
import { type Findings, faultAt, type ImportFault } from '#shapes/import-fault.ts'
import { readCalendars } from './read-calendars.ts'
import { formNames, readForms } from './read-forms.ts'
import { readPaperTemplates } from './read-paper-templates.ts'
import { readPeople, readUnits, type Units } from './read-people.ts'
import { readResultForms } from './read-result-forms.ts'
import { readProcedures } from './read-procedures.ts'
import { readProcesses } from './read-processes.ts'
import { readDataSources } from './read-data-sources.ts'
import { readRuleSets } from './read-rule-sets.ts'
import { readDocument } from './read-yaml.ts'

/** What came of reading: the data, or every fault of every file. Warnings stand beside both. */
export interface CentreRead {
  /** Null when there is a fault. */
  readonly data: CentreData | null
  readonly faults: readonly ImportFault[]
  readonly warnings: readonly ImportFault[]
}

/** Reads the files of a centre from a directory: CSV, JSON or YAML. Never stops at the first fault. */
export async function readCentreFiles(directory: string): Promise<CentreRead> {
  const files = await readCentreDirectory(directory)
  if (files) return parseCentreFiles(files)
  const faults = [faultAt({ file: directory, line: null }, null, 'no-such-directory')]
  return { data: null, faults, warnings: [] }
}

/** The same from texts already read. */
export function parseCentreFiles(files: readonly CentreFile[]): CentreRead {
  const findings: Findings = { faults: [], warnings: [] }
  const settings = readSettings(files, findings)
  const units = readUnits(files, findings)
  checkSettings(settings, units, findings)
  const { staff, appointments, mandates } = readPeople(files, units, findings)
  const plans = readProcesses(files, { settings, units }, findings)
  const forms = readForms(files, findings)
  const known = { settings, units, plans, forms: formNames(files) }
  const procedures = readProcedures(files, known, findings)
  warnOfPosts(procedures, appointments, findings)
  const ruleSets = readRuleSets(files, findings)
  const dataSources = readDataSources(files, procedures, findings)
  const paperTemplates = readPaperTemplates(files, findings)
  const resultForms = readResultForms(files, known.forms, findings)
  const calendars = readCalendars(files, findings)
  const faults = findings.faults.toSorted(inReadingOrder)
  const warnings = findings.warnings.toSorted(inReadingOrder)
  if (!settings || faults.length > 0) return { data: null, faults, warnings }
  const hash = seal(JSON.stringify(files.map(({ name, text }) => [name, text])))
  const people = { staff, appointments, mandates }
  const data = {
    settings,
    units: units.units,
    ...people,
    ruleSets,
    dataSources,
    paperTemplates,
    resultForms,
    procedures,
    forms,
    calendars,
    hash,
  }
  return { data, faults, warnings }
}

function readSettings(files: readonly CentreFile[], findings: Findings): CentreSettings | undefined {
  const file = files.find(({ name }) => /^centre\.(yaml|yml|json)$/.test(name))
  if (!file) findings.faults.push(faultAt({ file: 'centre.yaml', line: null }, null, 'file-missing'))
  const read = file && readDocument(file, CentreShape, findings)
  if (!read) return undefined
  const { effective_from: effectiveFrom, ...rest } = read.value
  return { effectiveFrom, ...rest }
}

function checkSettings(settings: CentreSettings | undefined, units: Units, { faults }: Findings): void {
  if (!settings) return
  for (const name of ['reception', 'seal'] as const)
    if (!units.has(settings[name])) {
      const place = { file: 'centre.yaml', line: null }
      faults.push(faultAt(place, name, 'no-such-unit', { value: settings[name] }))
    }
}

/** A step that nobody can do would hold every dossier; it is said, and somebody can be appointed later. */
function warnOfPosts(
  procedures: CentreData['procedures'],
  appointments: CentreData['appointments'],
  { warnings }: Findings,
): void {
  const filled = new Set(appointments.map(({ post, unit }) => `${post} ${unit}`))
  const needed = procedures
    .flatMap(({ content }) => content.steps.flatMap((step) => [step, ...(step.parts ?? [])]))
    .map(({ post, unit }) => ({ post, unit }))
  for (const [name, [one]] of Map.groupBy(needed, ({ post, unit }) => `${post} ${unit}`))
    if (one && !filled.has(name))
      warnings.push(faultAt({ file: 'appointments', line: null }, null, 'post-not-filled', one))
}

function inReadingOrder(a: ImportFault, b: ImportFault): number {
  return a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1
}
