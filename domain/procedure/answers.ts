import type { Day } from '#domain/calendar/moment.ts'
import type { Answer, Answers } from './answer.ts'
import { holds, type Scope } from './evaluate.ts'
import { expressionOf } from './expression.ts'
import type { FormField, ListField } from './form.ts'
import { type AnswerFaultCode, readAnswer, type Reading, type TypedAnswers } from './read-answer.ts'

/** Something wrong with what was typed: at which box, and what. */
export interface AnswerFault {
  /** Name of the box: the path of the field, with the place of the row where it stands in a list. */
  readonly name: string
  readonly field: FormField
  readonly code: AnswerFaultCode
  readonly most: number | null
}

export interface AnswersRead {
  readonly answers: Answers
  readonly faults: readonly AnswerFault[]
  /** Names of the fields that are asked for: those whose condition holds, and all that stand inside them. */
  readonly asked: ReadonlySet<string>
}

/** A list has no more rows than anybody fills in by hand. */
export const MOST_ROWS = 50

/**
 * The one reading of a form: what was typed comes back as answers, with everything that is wrong. What is not asked for,
 * as its condition does not hold, is no answer and has no fault, whatever was typed there before. Reading answers that
 * were written back into boxes (`typedOf`) gives the same answers.
 */
export function readAnswers(fields: readonly FormField[], { typed, today, places }: Reading): AnswersRead {
  const faults: AnswerFault[] = []
  const asked = new Set<string>()
  const reader: Reader = { typed, today, places, faults, asked }
  const answers = readGroup(fields, '', { reader, around: [] })
  return { answers, faults, asked }
}

interface Reader extends Reading {
  readonly faults: AnswerFault[]
  readonly asked: Set<string>
}

interface Inside {
  readonly reader: Reader
  /** What lies around the group, the innermost first. */
  readonly around: readonly Scope[]
}

function readGroup(fields: readonly FormField[], path: string, { reader, around }: Inside): Answers {
  const answers: { [name: string]: Answer } = {}
  const scopes = [{ fields, answers }, ...around]
  for (const field of fields) {
    const name = path === '' ? field.name : `${path}.${field.name}`
    if (field.isOfficial || field.type === 'papers' || !isAsked(field, scopes, reader.today)) continue
    reader.asked.add(name)
    const value = readField(field, name, { reader, around: scopes })
    if (value !== undefined) answers[field.name] = value
  }
  for (const field of fields) checkRule(field, path, { reader, around: scopes })
  return answers
}

/** Whether the condition of a field holds; what is unknown asks for nothing yet. */
function isAsked(field: FormField, scopes: readonly Scope[], today: Day): boolean {
  return field.if === null || holds(expressionOf(field.if), { scopes, today }) === true
}

function readField(field: FormField, name: string, inside: Inside): Answer | undefined {
  const { reader } = inside
  if (field.type === 'list') return readList(field, name, inside)
  if (field.type === 'group') {
    // A group that may be left out is left out whole, or filled in whole.
    if (!field.isRequired && field.if === null && !isTouched(reader.typed, name)) return undefined
    return readGroup(field.fields, name, inside)
  }
  if (field.type === 'papers') return undefined
  const read = readAnswer(field, name, reader)
  if (read.fault !== undefined) {
    const box = read.part === undefined ? name : `${name}.${read.part}`
    reader.faults.push({ name: box, field, code: read.fault, most: read.most ?? null })
    return undefined
  }
  if (read.value === undefined && field.isRequired)
    reader.faults.push({
      name,
      field,
      code: field.type === 'agreement' ? 'must-agree' : 'missing',
      most: null,
    })
  return read.value
}

function readList(field: ListField, name: string, inside: Inside): readonly Answers[] | undefined {
  const places = rowPlaces(inside.reader.typed, name)
  const rows = places.map((place) => readGroup(field.fields, `${name}.${place}`, inside))
  const atLeast = Math.max(field.atLeast, field.isRequired ? 1 : 0)
  if (rows.length < atLeast) inside.reader.faults.push({ name, field, code: 'too-few', most: atLeast })
  if (rows.length > MOST_ROWS) inside.reader.faults.push({ name, field, code: 'too-large', most: MOST_ROWS })
  return rows.length === 0 ? undefined : rows
}

/** The places of the rows that were begun, in order; a row stays while it says it is there, also when it is empty. */
export function rowPlaces(typed: TypedAnswers, name: string): readonly number[] {
  const places = new Set<number>()
  for (const box of Object.keys(typed)) {
    if (!box.startsWith(`${name}.`)) continue
    const place = Number(box.slice(name.length + 1).split('.', 1)[0])
    if (Number.isInteger(place) && place >= 0) places.add(place)
  }
  return [...places].sort((a, b) => a - b)
}

/** Marks a row that is there although nothing was written into it yet. */
export const ROW_MARK = 'row'

function isTouched(typed: TypedAnswers, name: string): boolean {
  return Object.entries(typed).some(
    ([box, value]) => box.startsWith(`${name}.`) && [value].flat().some((one) => one.trim() !== ''),
  )
}

/** What must hold between fields is looked at once what it needs is there. */
function checkRule(field: FormField, path: string, { reader, around }: Inside): void {
  const name = path === '' ? field.name : `${path}.${field.name}`
  if (field.check === null || !reader.asked.has(name)) return
  const hasFault = reader.faults.some((one) => one.name === name || one.name.startsWith(`${name}.`))
  if (hasFault || holds(expressionOf(field.check), { scopes: around, today: reader.today }) !== false) return
  reader.faults.push({ name, field, code: 'rule-broken', most: null })
}
