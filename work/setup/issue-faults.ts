import type { z } from 'zod'
import { faultAt, type ImportFault, type ImportFaultCode, type Place } from '#shapes/import-fault.ts'

/** The messages in `shapes/centre-files.ts` are fault codes already. */
const SAID: readonly string[] = [
  'empty-cell',
  'too-long',
  'not-a-number',
  'not-a-day',
  'not-a-time',
  'not-a-key',
  'not-a-login',
  'not-a-code',
  'not-a-duration',
  'control-character',
  'not-a-moment',
  'time-missing',
  'not-an-amount',
  'garbled-text',
  'id-number-length',
  'phone-length',
  'not-a-dossier-code',
  'no-such-book',
] satisfies ImportFaultCode[]
const isSaid = (message: string): message is ImportFaultCode => SAID.includes(message)

/** What zod found, as faults of a clerk's file. `cells` gives the value found where it is a table. */
export function faultsOfIssue(
  place: Place,
  issue: z.core.$ZodIssue,
  cells: { readonly [column: string]: string } | undefined,
): ImportFault[] {
  const column = issue.path.map(String).join('.') || null
  const value = column === null ? undefined : cells?.[column]
  const facts = value === undefined ? {} : { value }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((one) => faultAt(place, one, 'column-unknown', { column: one, known: '' }))
  if (issue.code === 'invalid_value') {
    if (value === '' && !issue.values.includes('')) return [faultAt(place, column, 'empty-cell')]
    return [faultAt(place, column, 'not-one-of', { ...facts, allowed: issue.values.join(', ') })]
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((one) => isSaid(one.message))
    if (inner && isSaid(inner.message)) return [faultAt(place, column, inner.message, facts)]
  }
  if (value === '' && isSaid(issue.message)) return [faultAt(place, column, 'empty-cell')]
  if (isSaid(issue.message)) return [faultAt(place, column, issue.message, facts)]
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [faultAt(place, column, 'column-missing', { column: column ?? '' })]
  return [faultAt(place, column, 'wrong-shape', facts)]
}
