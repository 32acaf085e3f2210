import { readExpression } from '#domain/procedure/expression.ts'
import { type FieldScopes, meaningFault } from '#domain/procedure/expression-types.ts'
import type { FormField } from '#domain/procedure/form.ts'
import {
  type DefinitionsRead,
  DefinitionsShape,
  type FieldRead,
  FormShape,
} from '#shapes/centre-documents.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { FormContent, Keyed } from './centre-data.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'
import { readDocument } from './read-yaml.ts'

const DEFINITIONS = /^forms\/definitions\.(yaml|yml|json)$/
const FORM = /^forms\/.+\.(yaml|yml|json)$/
const FORM_NAME = /^forms\/(.+)\.[a-z]+$/

/** A form is named by its file, so that one with a fault is still known to be there. */
export function formNames(files: readonly CentreFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ name }) => (FORM.test(name) ? [name.replace(FORM_NAME, '$1')] : [])))
}

/** The forms of `forms/`, with shared definitions written out, so that a published form stands for itself. */
export function readForms(files: readonly CentreFile[], findings: Findings): Keyed<FormContent>[] {
  const shared = files.find(({ name }) => DEFINITIONS.test(name))
  const definitions = shared ? readDocument(shared, DefinitionsShape, findings)?.value : {}
  return files
    .filter(({ name }) => FORM.test(name) && !DEFINITIONS.test(name))
    .flatMap((file) => {
      const read = readDocument(file, FormShape, findings)
      if (!read) return []
      const { key, title, en = null, legal_basis: legalBasis, confidence, source } = read.value
      const name = file.name.replace(FORM_NAME, '$1')
      if (key !== name)
        findings.faults.push(faultAt(read.at(['key']), 'key', 'key-is-not-the-file', { key, name }))
      const reader = { definitions, findings, at: (path: Path) => read.at(['fields', ...path]) }
      const before = findings.faults.length
      const fields = fieldsOf(reader, read.value.fields, [])
      if (definitions && findings.faults.length === before)
        checkExpressions(fields, { reader, path: [], before: [], around: [] })
      return [{ key, content: { title, english: en, legalBasis, confidence, source, fields } }]
    })
}

type Path = readonly (string | number)[]

interface Reader {
  /** Undefined when the definitions have a fault of their own: then no field is blamed for it. */
  readonly definitions: DefinitionsRead | undefined
  readonly findings: Findings
  readonly at: (path: Path) => Place
}

function fieldsOf(reader: Reader, fields: readonly FieldRead[], path: Path): FormField[] {
  const names = fields.map(({ name }) => name)
  return fields.flatMap((field, index) => {
    const own = [...path, index]
    if (names.indexOf(field.name) !== index)
      reader.findings.faults.push(
        faultAt(reader.at(own), 'name', 'key-twice', { value: field.name, line: 0 }),
      )
    const made = fieldOf(reader, field, own)
    return made ? [made] : []
  })
}

/** What says how a field is filled in: the field itself, or the definition it names. */
type Filled = Omit<FieldRead, 'name' | 'label' | 'en' | 'required' | 'official' | 'when' | 'if' | 'from'>

function fieldOf(reader: Reader, field: FieldRead, path: Path): FormField | undefined {
  const filled = filledBy(reader, field)
  const asked = {
    name: field.name,
    label: field.label,
    english: field.en ?? null,
    help: filled.help ?? null,
    helpEnglish: filled.help_en ?? null,
    isRequired: field.required ?? false,
    isOfficial: field.official ?? false,
    when: field.when ?? null,
    if: field.if ?? null,
    rule: filled.rule ?? null,
    ruleEnglish: filled.rule_en ?? null,
    check: filled.check ?? null,
    from: field.from ?? null,
  }
  const fields = fieldsOf(reader, filled.fields ?? [], [...path, 'fields'])
  const { type, min = null, max = null } = filled
  switch (type) {
    case 'text':
      return {
        ...asked,
        type,
        format: filled.format ?? null,
        minLength: min,
        maxLength: max,
        pattern: patternOf(reader, filled, path),
      }
    case 'date':
    case 'partial-date':
    case 'date-time':
    case 'money':
    case 'yes-no':
    case 'agreement':
    case 'address':
    case 'papers':
      return { ...asked, type }
    case 'integer':
    case 'decimal':
      return { ...asked, type, minimum: min, maximum: max }
    case 'choice':
    case 'choices':
      return { ...asked, type, choices: choicesOf(filled) }
    case 'group':
      return { ...asked, type, fields }
    case 'list':
      return { ...asked, type, atLeast: min ?? 0, fields }
    default:
      if (!reader.definitions) return undefined
      reader.findings.faults.push(faultAt(reader.at(path), 'type', 'no-such-definition', { value: type }))
      return undefined
  }
}

function patternOf({ findings, at }: Reader, { pattern }: Filled, path: Path): string | null {
  if (pattern === undefined) return null
  try {
    return new RegExp(pattern, 'u').source
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    findings.faults.push(faultAt(at(path), 'pattern', 'expression-broken', { value: pattern }))
    return null
  }
}

function filledBy({ definitions }: Reader, field: FieldRead): Filled {
  const definition =
    definitions && Object.hasOwn(definitions, field.type) ? definitions[field.type] : undefined
  // What a field says itself goes before its definition.
  const { type: _, ...own } = field
  return definition ? { ...definition, ...own } : field
}

const choicesOf = ({ choices = {}, choices_en: english = {} }: Filled) =>
  Object.entries(choices).map(([value, label]) => ({ value, label, english: english[value] ?? null }))

interface Standing {
  readonly reader: Reader
  readonly path: Path
  /** What stands above a field, where its condition may look; of each group around it, the innermost first. */
  readonly before: FieldScopes
  /** All that stands around it. */
  readonly around: FieldScopes
}

/** Conditions look at what stands above, rules at everything around; both must mean something in their form. */
function checkExpressions(fields: readonly FormField[], { reader, path, before, around }: Standing): void {
  for (const [index, field] of fields.entries()) {
    const own = [...path, index]
    const above = [fields.slice(0, index), ...before]
    const all = [fields, ...around]
    checkOne(reader, { path: own, column: 'if', text: field.if }, { may: above, all })
    checkOne(reader, { path: own, column: 'check', text: field.check }, { may: all, all })
    if (field.type === 'group' || field.type === 'list')
      checkExpressions(field.fields, { reader, path: [...own, 'fields'], before: above, around: all })
  }
}

function checkOne(
  { findings, at }: Reader,
  { path, column, text }: { readonly path: Path; readonly column: string; readonly text: string | null },
  { may, all }: { readonly may: FieldScopes; readonly all: FieldScopes },
): void {
  if (text === null) return
  const read = readExpression(text)
  if ('fault' in read) {
    findings.faults.push(faultAt(at([...path, column]), column, 'expression-broken', { value: read.fault }))
    return
  }
  const fault = meaningFault(read, may)
  if (!fault) return
  const code = meaningFault(read, all) === null ? 'looks-ahead' : fault.code
  findings.faults.push(faultAt(at([...path, column]), column, `expression-${code}`, { value: fault.value }))
}
