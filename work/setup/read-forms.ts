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
      const { key, title, legal_basis: legalBasis, confidence, source, fields } = read.value
      const name = file.name.replace(FORM_NAME, '$1')
      if (key !== name)
        findings.faults.push(faultAt(read.at(['key']), 'key', 'key-is-not-the-file', { key, name }))
      const reader = { definitions, findings, at: (path: Path) => read.at(['fields', ...path]) }
      return [
        { key, content: { title, legalBasis, confidence, source, fields: fieldsOf(reader, fields, []) } },
      ]
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
type Filled = Pick<FieldRead, 'type' | 'min' | 'max' | 'pattern' | 'choices' | 'fields' | 'rule'>

function fieldOf(reader: Reader, field: FieldRead, path: Path): FormField | undefined {
  const filled = filledBy(reader, field)
  const asked = {
    name: field.name,
    label: field.label,
    isRequired: field.required ?? false,
    isOfficial: field.official ?? false,
    when: field.when ?? null,
    rule: field.rule ?? filled.rule ?? null,
  }
  const fields = fieldsOf(reader, filled.fields ?? [], [...path, 'fields'])
  switch (filled.type) {
    case 'text':
      return {
        ...asked,
        type: 'text',
        minLength: filled.min ?? null,
        maxLength: filled.max ?? null,
        pattern: filled.pattern ?? null,
      }
    case 'date':
    case 'partial-date':
    case 'date-time':
    case 'money':
    case 'yes-no':
    case 'agreement':
      return { ...asked, type: filled.type }
    case 'integer':
    case 'decimal':
      return { ...asked, type: filled.type, minimum: filled.min ?? null, maximum: filled.max ?? null }
    case 'choice':
    case 'choices':
      return { ...asked, type: filled.type, choices: choicesOf(filled) }
    case 'group':
      return { ...asked, type: 'group', fields }
    case 'list':
      return { ...asked, type: 'list', atLeast: filled.min ?? 0, fields }
    default:
      if (!reader.definitions) return undefined
      reader.findings.faults.push(
        faultAt(reader.at(path), 'type', 'no-such-definition', { value: filled.type }),
      )
      return undefined
  }
}

function filledBy({ definitions }: Reader, field: FieldRead): Filled {
  const definition =
    definitions && Object.hasOwn(definitions, field.type) ? definitions[field.type] : undefined
  return definition ? { ...definition, ...withoutType(field) } : field
}

/** What a field says itself goes before its definition. */
function withoutType({ min, max, choices, fields }: FieldRead): Partial<Filled> {
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(choices && { choices }),
    ...(fields && { fields }),
  }
}

const choicesOf = ({ choices = {} }: Filled) =>
  Object.entries(choices).map(([value, label]) => ({ value, label }))
