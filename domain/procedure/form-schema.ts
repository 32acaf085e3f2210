import { type Expression, expressionOf } from './expression.ts'
import type { Form, FormField } from './form.ts'

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: JsonSchemaValue
}
type JsonSchemaValue = string | number | boolean | null | JsonSchema | readonly JsonSchemaValue[]

const DAY = '^\\d{4}-\\d{2}-\\d{2}$'
const TEXT_OR_NULL = { type: ['string', 'null'] }

/**
 * A form as JSON Schema 2020-12, for whoever fills it in by another program: what is asked for and in which words, under
 * which condition (`x-if`, and as a schema where JSON Schema can say it), by which rules (`x-check`, in words too).
 */
export function formSchema(form: Form): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: form.title,
    ...(form.english !== null && { 'x-title-en': form.english }),
    description: form.legalBasis,
    'x-form': form.key,
    'x-version': form.version,
    ...objectSchema(form.fields),
  }
}

/** What the applicant answers: neither what the centre fills in nor the papers, which go beside. */
const asked = (fields: readonly FormField[]) =>
  fields.filter(({ isOfficial, type }) => !isOfficial && type !== 'papers')

function objectSchema(all: readonly FormField[]): JsonSchema {
  const fields = asked(all)
  const always = fields.filter((one) => one.if === null && isNeeded(one)).map(({ name }) => name)
  const conditions = fields.flatMap((field) => conditionOf(field, fields))
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((one) => [one.name, fieldSchema(one)])),
    additionalProperties: false,
    ...(always.length > 0 && { required: always }),
    ...(conditions.length > 0 && { allOf: conditions }),
  }
}

function isNeeded(field: FormField): boolean {
  return field.isRequired || (field.type === 'list' && field.atLeast > 0)
}

function fieldSchema(field: FormField): JsonSchema {
  const { label, english, help, when, rule, check } = field
  return {
    title: label,
    ...(english !== null && { 'x-title-en': english }),
    ...((help ?? rule) !== null && { description: [help, rule].filter((one) => one !== null).join('. ') }),
    ...(when !== null && { 'x-when': when }),
    ...(field.if !== null && { 'x-if': field.if }),
    ...(check !== null && { 'x-check': check }),
    ...valueSchema(field),
  }
}

function valueSchema(field: FormField): JsonSchema {
  switch (field.type) {
    case 'text': {
      const { minLength, maxLength, pattern } = field
      return {
        type: 'string',
        minLength: minLength ?? 1,
        ...(maxLength !== null && { maxLength }),
        ...(pattern !== null && { pattern }),
      }
    }
    case 'date':
      return { type: 'string', pattern: DAY }
    case 'partial-date':
      return { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }
    case 'date-time':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' }
    case 'money':
      return { type: 'integer', minimum: 0 }
    case 'integer':
    case 'decimal': {
      const { minimum, maximum } = field
      return {
        type: field.type === 'integer' ? 'integer' : 'number',
        ...(minimum !== null && { minimum }),
        ...(maximum !== null && { maximum }),
      }
    }
    case 'yes-no':
      return { type: 'boolean' }
    case 'agreement':
      return { const: true }
    case 'choice':
      return { oneOf: choicesSchema(field.choices) }
    case 'choices':
      return {
        type: 'array',
        items: { oneOf: choicesSchema(field.choices) },
        uniqueItems: true,
        minItems: 1,
      }
    case 'address':
      return ADDRESS
    case 'group':
      return objectSchema(field.fields)
    case 'list':
      return { type: 'array', minItems: Math.max(1, field.atLeast), items: objectSchema(field.fields) }
    case 'papers':
      throw new Error('papers stand beside the answers')
  }
}

function choicesSchema(choices: readonly { value: string; label: string }[]): JsonSchema[] {
  return choices.map(({ value, label }) => ({ const: value, title: label }))
}

const ADDRESS: JsonSchema = {
  type: 'object',
  properties: {
    line: TEXT_OR_NULL,
    ward: { type: 'string', minLength: 1 },
    wardCode: { ...TEXT_OR_NULL, pattern: '^\\d{5}$' },
    district: TEXT_OR_NULL,
    districtCode: { ...TEXT_OR_NULL, pattern: '^\\d{3}$' },
    province: { type: 'string', minLength: 1 },
    provinceCode: { ...TEXT_OR_NULL, pattern: '^\\d{2}$' },
  },
  required: ['line', 'ward', 'wardCode', 'district', 'districtCode', 'province', 'provinceCode'],
  additionalProperties: false,
}

/** A condition that JSON Schema can say of the fields beside and below: then the field is there, otherwise it is not. */
function conditionOf(field: FormField, beside: readonly FormField[]): JsonSchema[] {
  if (field.if === null) return []
  const condition = schemaOf(expressionOf(field.if), beside)
  if (!condition) return []
  const needed = { anyOf: [{ not: condition }, { required: [field.name] }] }
  return [
    { if: condition, else: { properties: { [field.name]: false } } },
    ...(isNeeded(field) ? [needed] : []),
  ]
}

/** An expression as a schema of the object its names stand in; null for what JSON Schema has no words for. */
function schemaOf(expression: Expression, fields: readonly FormField[]): JsonSchema | null {
  if (expression.kind === 'path') return at(expression.names, fields, { const: true })
  if (expression.kind === 'not') {
    const inner = schemaOf(expression.of, fields)
    const names = expression.of.kind === 'path' ? expression.of.names : null
    if (!inner || !names) return null
    return at(names, fields, { const: false })
  }
  if (expression.kind !== 'both') return null
  const { by, left, right } = expression
  if (by === 'and' || by === 'or') {
    const both = [schemaOf(left, fields), schemaOf(right, fields)].flatMap((one) => one ?? [])
    return both.length === 2 ? { [by === 'and' ? 'allOf' : 'anyOf']: both } : null
  }
  if (left.kind !== 'path' || (right.kind !== 'text' && right.kind !== 'number')) return null
  const value = comparedTo(by, right.value)
  return value && at(left.names, fields, value)
}

function comparedTo(by: string, value: string | number): JsonSchema | null {
  if (by === '=') return { const: value }
  if (by === '!=') return { not: { const: value } }
  if (by === 'has') return { type: 'array', contains: { const: value } }
  const limit = { '<': 'exclusiveMaximum', '<=': 'maximum', '>': 'exclusiveMinimum', '>=': 'minimum' }[by]
  return limit === undefined ? null : { type: 'number', [limit]: value }
}

/** A schema of the value at a path; null where the path begins outside of these fields or goes through a list. */
function at(names: readonly string[], fields: readonly FormField[], value: JsonSchema): JsonSchema | null {
  const [name = '', ...rest] = names
  const field = fields.find((one) => one.name === name)
  if (!field || field.type === 'list') return null
  const inner = rest.length === 0 ? value : field.type === 'group' ? at(rest, field.fields, value) : null
  return inner && { type: 'object', properties: { [name]: inner }, required: [name] }
}
