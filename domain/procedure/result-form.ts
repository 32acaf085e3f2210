import type { Day } from '#domain/calendar/moment.ts'
import type { Confidence } from './procedure.ts'

/** `lines` is text of paragraphs, `rows` a table: a line of text a row, its cells parted by `|` or a tab. */
export const RESULT_FIELD_KINDS = [
  'text',
  'lines',
  'day',
  'number',
  'money',
  'choice',
  'person',
  'address',
  'rows',
] as const
export type ResultFieldKind = (typeof RESULT_FIELD_KINDS)[number]

/** What of the dossier a field is filled with before anybody writes. */
export const PREFILLS = [
  'owner.name',
  'owner.number',
  'owner.phone',
  'owner.address',
  'applicant.name',
  'applicant.number',
  'applicant.phone',
  'applicant.address',
  'procedure.name',
  'dossier.code',
  'dossier.subject',
  'dossier.received',
  'dossier.copies',
] as const
export type Prefill = (typeof PREFILLS)[number]

/** A field of a result, written by the officer who prepares it. */
export interface ResultField {
  readonly name: string
  /** As it stands on the paper. */
  readonly label: string
  readonly kind: ResultFieldKind
  /** Without it the result is not approved; a draft may still lack it. */
  readonly isRequired: boolean
  readonly from: Prefill | null
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly columns: readonly string[]
}

/** What the result of the procedures with these application forms says, for dossiers received from a day on. */
export interface ResultForm {
  readonly key: string
  readonly forms: readonly string[]
  readonly title: string
  readonly legalBasis: string
  readonly confidence: Confidence
  readonly source: string
  readonly fields: readonly ResultField[]
  readonly from: Day
  /** First day on which it no longer holds; null while open-ended. */
  readonly until: Day | null
}

/** What was written, by name of field; a field left empty is not there. */
export type ResultValues = { readonly [field: string]: string }

export type ResultFaultCode =
  | 'not-a-day'
  | 'not-a-number'
  | 'not-an-amount'
  | 'no-such-choice'
  | 'other-columns'

export interface ResultFault {
  readonly field: string
  readonly code: ResultFaultCode
  /** The line of the field, from 1, where only one is wrong. */
  readonly line: number | null
}

/** The result form for a procedure's application form and the day a dossier was received; undefined where none is prescribed. */
export function resultFormFor<One extends ResultForm>(
  all: readonly One[],
  form: string | null,
  receivedOn: Day,
): One | undefined {
  return all
    .filter((one) => form !== null && one.forms.includes(form))
    .filter(({ from, until }) => from <= receivedOn && (until === null || receivedOn < until))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)
}

/** What of the values cannot stand on the paper; what is still empty is no fault of a draft. */
export function resultFaults(fields: readonly ResultField[], values: ResultValues): ResultFault[] {
  return fields.flatMap((field) => {
    const value = values[field.name]
    return value === undefined ? [] : faultsOf(field, value)
  })
}

const DIGITS = /^\d{1,15}$/
const NUMBER = /^\d{1,12}(,\d{1,4})?$/
const AMOUNT = /^\d{1,3}(\.\d{3}){0,4}$/

function faultsOf({ name, kind, choices, columns }: ResultField, value: string): ResultFault[] {
  const fault = (code: ResultFaultCode, line: number | null = null) => [{ field: name, code, line }]
  if (kind === 'day') return isDay(value) ? [] : fault('not-a-day')
  if (kind === 'number') return NUMBER.test(value) ? [] : fault('not-a-number')
  if (kind === 'money') return DIGITS.test(value) || AMOUNT.test(value) ? [] : fault('not-an-amount')
  if (kind === 'choice') return choices.some((one) => one.value === value) ? [] : fault('no-such-choice')
  if (kind !== 'rows') return []
  const place = rowsOf(value).findIndex((cells) => cells.length !== columns.length)
  return place === -1 ? [] : fault('other-columns', place + 1)
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}

/** The cells of a table, row by row; empty lines are none. */
export function rowsOf(value: string): string[][] {
  return value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/[|\t]/).map((cell) => cell.trim()))
}

/** Fields that must be filled in before the result is approved and are not. */
export function resultFieldsMissing(fields: readonly ResultField[], values: ResultValues): ResultField[] {
  return fields.filter(({ name, isRequired }) => isRequired && values[name] === undefined)
}

/** Fields in which two versions differ, in the order of the paper. */
export function resultFieldsChanged(
  fields: readonly ResultField[],
  before: ResultValues,
  after: ResultValues,
): ResultField[] {
  return fields.filter(({ name }) => before[name] !== after[name])
}
