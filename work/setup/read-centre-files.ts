import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import { DAY_MINUTES, type Day } from '#domain/calendar/moment.ts'
import { COMMON_READING } from '#domain/number-reading.ts'
import { CentreShape } from '#shapes/centre-documents.ts'
import { seal } from '../chance.ts'
import type { CentreData, CentreSettings } from './centre-data.ts'
import { type Findings, faultAt, type ImportFault, type Place } from '#shapes/import-fault.ts'
import { readCalendars } from './read-calendars.ts'
import { readOpinionRules } from './read-opinion-rules.ts'
import { readDesks, readTargets } from './read-desks.ts'
import { readPostRules } from './read-post-rules.ts'
import { formNames, readForms } from './read-forms.ts'
import { triedTemplates } from './tried-templates.ts'
import { readNoticeTemplates } from './read-notice-templates.ts'
import { readPaperTemplates } from './read-paper-templates.ts'
import { readPeople, readUnits, type Units } from './read-people.ts'
import { readResultForms } from './read-result-forms.ts'
import { readProcedures } from './read-procedures.ts'
import { readProcesses } from './read-processes.ts'
import { readDataSources } from './read-data-sources.ts'
import { readPlaces } from './read-places.ts'
import { readRuleSets } from './read-rule-sets.ts'
import { readGuide } from './read-guide.ts'
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
  if (files) return checkCentreFiles(files)
  const faults = [faultAt({ file: directory, line: null }, null, 'no-such-directory')]
  return { data: null, faults, warnings: [] }
}

/** The same from texts already read: every file, and every template printed with its sample. */
export async function checkCentreFiles(files: readonly CentreFile[]): Promise<CentreRead> {
  const { templates, data, ...said } = parsed(files)
  const tried = await triedTemplates(templates)
  const faults = [...said.faults, ...tried].toSorted(inReadingOrder)
  return { ...said, data: tried.length > 0 ? null : data, faults }
}

/** What the files say, before any template was tried. */
export function parseCentreFiles(files: readonly CentreFile[]): CentreRead {
  const { templates: _, ...read } = parsed(files)
  return read
}

type Parsed = CentreRead & { readonly templates: Parameters<typeof triedTemplates>[0] }

function parsed(files: readonly CentreFile[]): Parsed {
  const findings: Findings = { faults: [], warnings: [] }
  const settings = readSettings(files, findings)
  const units = readUnits(files, findings)
  checkSettings(settings, units, findings)
  const { staff, appointments, mandates } = readPeople(files, units, findings)
  const plans = readProcesses(files, { settings, units }, findings)
  const forms = readForms(files, findings)
  const known = { settings, units, plans, forms: formNames(files) }
  const procedures = readProcedures(files, known, findings)
  const ruleSets = readRuleSets(files, findings)
  const dataSources = readDataSources(files, procedures, findings)
  const places = readPlaces(files, findings)
  const paperTemplates = readPaperTemplates(files, findings)
  const resultForms = readResultForms(files, known.forms, findings)
  const noticeTemplates = readNoticeTemplates(files, findings)
  const calendars = readCalendars(files, findings)
  const opinionRules = readOpinionRules(files, findings)
  const desks = readDesks(files, units, findings)
  const targets = readTargets(files, units, findings)
  warnOfPosts({ procedures, appointments, desks }, findings)
  const postRules = readPostRules(files, places, findings)
  const guide = readGuide(files, procedures, findings)
  const faults = findings.faults.toSorted(inReadingOrder)
  const warnings = findings.warnings.toSorted(inReadingOrder)
  const templates = { paperTemplates, resultForms }
  if (!settings || faults.length > 0) return { data: null, faults, warnings, templates }
  const hash = seal(JSON.stringify(files.map(({ name, text }) => [name, text])))
  const people = { staff, appointments, mandates }
  const data = {
    settings,
    units: units.units,
    ...people,
    ruleSets,
    dataSources,
    places,
    paperTemplates,
    resultForms,
    noticeTemplates,
    procedures,
    forms,
    calendars,
    opinionRules,
    desks,
    targets,
    postRules,
    guide,
    hash,
  }
  return { data, faults, warnings, templates }
}

function readSettings(files: readonly CentreFile[], findings: Findings): CentreSettings | undefined {
  const file = files.find(({ name }) => /^centre\.(yaml|yml|json)$/.test(name))
  if (!file) findings.faults.push(faultAt({ file: 'centre.yaml', line: null }, null, 'file-missing'))
  const read = file && readDocument(file, CentreShape, findings)
  if (!read) return undefined
  const {
    effective_from: effectiveFrom,
    online_filing,
    quiet_hours,
    number_words: words,
    ...rest
  } = read.value
  const onlineFilings = online_filing.map(({ from, until = null, ground }) => ({ from, until, ground }))
  checkDays(onlineFilings, (place) => read.at(['online_filing', place]), findings)
  const numberReading = words
    ? { zeroTen: words.zero_ten, thousand: words.thousand, four: words.four }
    : COMMON_READING
  const quietTimes = quiet_hours
    .map(({ from, begins, ends, ground }) => ({
      from,
      begins: minuteOf(begins),
      ends: minuteOf(ends),
      ground,
    }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
  onceADay(quiet_hours, (place) => read.at(['quiet_hours', place]), findings)
  return { effectiveFrom, ...rest, onlineFilings, quietTimes, numberReading }
}

/** Each time ends after it begins, and no two begin on one day. */
function checkDays(
  times: CentreSettings['onlineFilings'],
  at: (place: number) => Place,
  findings: Findings,
): void {
  for (const [place, { from, until }] of times.entries())
    if (until !== null && until <= from)
      findings.faults.push(faultAt(at(place), 'until', 'until-not-after-from', { from, until }))
  onceADay(times, at, findings)
}

/** No two begin on one day. */
function onceADay(
  times: readonly { readonly from: Day }[],
  at: (place: number) => Place,
  { faults }: Findings,
): void {
  for (const [place, { from }] of times.entries())
    if (times.findIndex((one) => one.from === from) < place)
      faults.push(faultAt(at(place), 'from', 'key-twice', { value: from }))
}

/** The minute of the day; the end of a day is the beginning of the next. */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) % DAY_MINUTES
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
  { procedures, appointments, desks }: Pick<CentreData, 'procedures' | 'appointments' | 'desks'>,
  { warnings }: Findings,
): void {
  const filled = new Set(appointments.map(({ post, unit }) => `${post} ${unit}`))
  const communes = desks.filter(({ kind }) => kind === 'commune').map(({ unit }) => unit)
  const needed = procedures.flatMap(({ content }) =>
    content.steps
      .flatMap((step) => [step, ...(step.parts ?? [])])
      .flatMap(({ post, unit }) => {
        const isGroup = content.ownerKind === 'commune' && unit === content.unit
        return (isGroup ? communes : [unit]).map((one) => ({ post, unit: one }))
      }),
  )
  for (const [name, [one]] of Map.groupBy(needed, ({ post, unit }) => `${post} ${unit}`))
    if (one && !filled.has(name))
      warnings.push(faultAt({ file: 'appointments', line: null }, null, 'post-not-filled', one))
}

function inReadingOrder(a: ImportFault, b: ImportFault): number {
  return a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1
}
