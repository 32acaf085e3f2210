import type { Fee } from '#domain/procedure/fee.ts'
import type { Case, CertificationBook } from '#domain/procedure/procedure.ts'
import { minutesAllotted, plannedMinutes, type Step } from '#domain/procedure/process.ts'
import { CaseRow, CertificationBookRow, ComponentRow, ProcedureRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { CentreSettings, Keyed, ProcedureContent } from './centre-data.ts'
import { readAgeRules } from './read-age-rules.ts'
import { type Plan, stepsOf } from './plan-steps.ts'
import { type CaseAt, type ComponentAt, type Parts, type ProcedureAt, readCases } from './read-cases.ts'
import { type FeeRules, readFeeRules } from './read-fee-lines.ts'
import { type DocumentTypesRead, readDocumentTypes } from './read-document-types.ts'
import { limitOf } from './read-limit.ts'
import type { Units } from './read-people.ts'
import type { Plans } from './read-processes.ts'
import { readTable, readWholeTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

interface Known {
  readonly settings: CentreSettings | undefined
  readonly units: Units
  /** Undefined when the processes have faults of their own. */
  readonly plans: Plans | undefined
  readonly forms: ReadonlySet<string>
}

/** The catalogue: procedures with their cases, papers and steps, each as one value that can be published. */
export function readProcedures(
  files: readonly CentreFile[],
  known: Known,
  findings: Findings,
): Keyed<ProcedureContent>[] {
  const { rows: procedures, all } = readWholeTable(
    files,
    { name: 'procedures', shape: ProcedureRow },
    findings,
  )
  const cases = readTable(files, { name: 'cases', shape: CaseRow, isOptional: true }, findings)
  const components = readTable(files, { name: 'components', shape: ComponentRow }, findings)
  const fees = readFeeRules(files, all('key'), findings)
  const ageRulesOf = readAgeRules(files, { keys: all('key'), fields: all('field') }, findings)
  checkAlone(procedures, findings)
  checkTogether({ cases, components, keys: all('key') }, findings)
  const books = readBooks(files, all('key'), findings)
  checkLinked(known.plans, all('key'), findings)
  const documents = readDocumentTypes(files, all('key'), findings)
  const casesOf = Map.groupBy(cases, ({ row }) => row.procedure)
  const componentsOf = Map.groupBy(components, ({ row }) => row.procedure)
  return procedures.flatMap((at) => {
    const { key } = at.row
    const parts = { cases: casesOf.get(key) ?? [], components: componentsOf.get(key) ?? [] }
    const content = contentOf(at, parts, { ...known, books, documents, fees, ageRulesOf }, findings)
    return content ? [{ key, content }] : []
  })
}

/** The register of each procedure that certifies. */
type Books = ReadonlyMap<string, CertificationBook>

/** The registers of certifications a centre keeps: a procedure stands in one of them at most. */
function readBooks(files: readonly CentreFile[], keys: ReadonlySet<string>, findings: Findings): Books {
  const table = { name: 'certification-books', shape: CertificationBookRow, isOptional: true } as const
  const rows = readTable(files, table, findings)
  onceEach(rows, { column: 'key', code: 'key-twice', keyOf: ({ row }) => row.key }, findings)
  const books = new Map<string, CertificationBook>()
  for (const at of rows)
    for (const value of at.row.procedures.split(' ')) {
      if (keys.size > 0 && !keys.has(value))
        findings.faults.push(faultAt(at, 'procedures', 'no-such-procedure', { value }))
      if (books.has(value)) findings.faults.push(faultAt(at, 'procedures', 'key-twice', { value }))
      books.set(value, { key: at.row.key, name: at.row.name })
    }
  return books
}

function checkAlone(procedures: readonly ProcedureAt[], findings: Findings): void {
  onceEach(procedures, { column: 'key', code: 'key-twice', keyOf: ({ row }) => row.key }, findings)
  onceEach(procedures, { column: 'code', code: 'code-twice', keyOf: ({ row }) => row.code }, findings)
  const nameInUnit = ({ row }: ProcedureAt) => `${row.unit}: ${row.name.toLocaleLowerCase('vi')}`
  onceEach(procedures, { column: 'name', code: 'name-twice', keyOf: nameInUnit }, findings)
  for (const at of procedures)
    if (/^[1-3]\.\d{6}$/.test(at.row.key) && at.row.key !== at.row.code)
      findings.faults.push(faultAt(at, 'key', 'key-is-not-the-code', { key: at.row.key, code: at.row.code }))
}

interface Tables {
  readonly cases: readonly CaseAt[]
  readonly components: readonly ComponentAt[]
  /** Of all procedures, also of those with a fault. */
  readonly keys: ReadonlySet<string>
}

function checkTogether({ cases, components, keys }: Tables, findings: Findings): void {
  for (const at of [...cases, ...components])
    if (keys.size > 0 && !keys.has(at.row.procedure))
      findings.faults.push(faultAt(at, 'procedure', 'no-such-procedure', { value: at.row.procedure }))
  const ofCase = ({ row }: CaseAt) => [row.procedure, row.case, row.channel].join(' ').trim()
  onceEach(cases, { column: 'case', code: 'key-twice', keyOf: ofCase }, findings)
  const ofComponent = ({ row }: ComponentAt) => `${row.procedure} ${row.key}`
  onceEach(components, { column: 'key', code: 'key-twice', keyOf: ofComponent }, findings)
}

/** What a part of a step stands for is in the catalogue. */
function checkLinked(plans: Plans | undefined, keys: ReadonlySet<string>, { faults }: Findings): void {
  for (const { procedure, place } of plans?.linked ?? [])
    if (keys.size > 0 && !keys.has(procedure))
      faults.push(faultAt(place, 'procedure', 'no-such-procedure', { value: procedure }))
}

interface Rules {
  readonly books: Books
  readonly documents: DocumentTypesRead
  readonly fees: FeeRules
  readonly ageRulesOf: ReturnType<typeof readAgeRules>
}

function contentOf(
  at: ProcedureAt,
  parts: Parts,
  known: Known & Rules,
  findings: Findings,
): ProcedureContent | undefined {
  const { row } = at
  const { faults } = findings
  if (!known.units.has(row.unit)) faults.push(faultAt(at, 'unit', 'no-such-unit', { value: row.unit }))
  if (row.form !== '' && !known.forms.has(row.form))
    faults.push(faultAt(at, 'form', 'no-such-form', { value: row.form }))
  const book = known.books.get(row.key)
  const plan = planOf(at, known.plans, findings)
  const cases = known.fees.withLines(row.key, readCases(at, parts, findings))
  const exemptions = known.fees.exemptionsOf(row)
  const ageRules = known.ageRulesOf(row)
  const limit = limitOf(at, row, findings)
  if (!limit || !plan || !known.settings) return undefined
  const isCharged = cases.some((one) => [one.fee.any, ...Object.values(one.fee.channels)].some(isCost))
  const steps = stepsOf(plan, { settings: known.settings, unit: row.unit, limit, isCharged })
  warnOfTime(at, { steps, cases }, findings)
  return {
    code: row.code || null,
    isCodeVerified: row.code !== '' && row.code_evidence.startsWith('seen'),
    name: row.name,
    field: row.field,
    unit: row.unit,
    ownerKind: row.owner_kind,
    level: levelOf(row.level),
    isPostal: row.postal !== 'no',
    ...((row.postal === 'send' || row.postal === 'return') && { postalOnly: row.postal }),
    isFiveOnTheSpot: row.on_site_5 === 'yes',
    applicants: row.applicant,
    cases,
    ...(isCharged && exemptions.length > 0 && { exemptions }),
    ...(ageRules.length > 0 && { ageRules }),
    steps,
    processEvidence: { mark: plan.evidence, source: plan.source },
    form: row.form || null,
    ...(book && { certification: book }),
    ...known.documents.of(row.key, book !== undefined),
    result: row.result,
    legalBasis: row.legal_basis.split(/;\s*/).filter((act) => act !== ''),
    note: row.note,
    weight: Number(row.weight),
    confidence: row.confidence,
    source: row.source,
  }
}

const isCost = (fee: Fee) => fee.kind !== 'free'
const levelOf = (level: '2' | '3' | '4') => (level === '2' ? 2 : level === '3' ? 3 : 4)

function planOf(at: ProcedureAt, plans: Plans | undefined, findings: Findings): Plan | undefined {
  if (!plans) return undefined
  const { process, owner_kind: ownerKind, on_site_5: onSite } = at.row
  if (process !== '') {
    const plan = plans.named.get(process)
    if (!plan) findings.faults.push(faultAt(at, 'process', 'no-such-process', { value: process }))
    return plan
  }
  const plan = plans.defaultFor(ownerKind, onSite === 'yes')
  if (!plan) findings.faults.push(faultAt(at, 'owner_kind', 'no-default-process', { ownerKind, onSite }))
  return plan
}

/** A plan longer than every limit of the procedure cannot be kept; it is said, and the law is the clerk's to judge. */
function warnOfTime(
  at: ProcedureAt,
  { steps, cases }: { steps: readonly Step[]; cases: readonly Case[] },
  { warnings }: Findings,
): void {
  const planned = cases.map((one) => plannedMinutes(one.limit.any))
  if (planned.includes(null) || planned.length === 0) return
  const longest = Math.max(...planned.map((minutes) => minutes ?? 0))
  const minutes = minutesAllotted(steps)
  if (minutes > longest)
    warnings.push(faultAt(at, 'process', 'process-longer-than-limit', { minutes, limit: longest }))
}
