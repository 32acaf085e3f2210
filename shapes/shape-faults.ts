import type { z } from 'zod'
import type { Fact } from '#domain/outcome.ts'

/** What can be wrong with one field or parameter. Sentences are made at the edge (`web/words`). */
export type FieldFaultCode =
  | 'missing'
  | 'wrong-type'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'not-a-choice'
  | 'unknown-field'
  | 'control-characters'
  | 'wrong-format'

/** What a value has wrong against its shape, and where. */
export interface ShapeFault {
  readonly path: readonly PropertyKey[]
  readonly code: FieldFaultCode
  readonly facts: { readonly [name: string]: Fact }
}

type Issue = z.core.$ZodIssue

/** A list of faults is for a person to mend: content of nothing but faults is not answered with thousands. */
const MOST_FAULTS = 50

/** The faults of a value, in the house's own codes. */
export function shapeFaults(error: z.ZodError, value: unknown): ShapeFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, value)).slice(0, MOST_FAULTS)
}

function faultsOf(issue: Issue, value: unknown): ShapeFault[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown-field', facts: {} }))
  return [{ path, ...faultOf(issue, valueAt(value, path) === undefined) }]
}

function faultOf(issue: Issue, isMissing: boolean): Omit<ShapeFault, 'path'> {
  if (isMissing) return { code: 'missing', facts: {} }
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', facts: { expected: issue.expected } }
    case 'too_small':
      return {
        code: isCounted(issue.origin) ? 'too-short' : 'too-small',
        facts: { minimum: Number(issue.minimum) },
      }
    case 'too_big':
      return {
        code: isCounted(issue.origin) ? 'too-long' : 'too-large',
        facts: { maximum: Number(issue.maximum) },
      }
    case 'invalid_value':
      return { code: 'not-a-choice', facts: { choices: issue.values.map(String) } }
    case 'invalid_format':
      if (issue.message === 'control-characters') return { code: 'control-characters', facts: {} }
      return {
        code: 'wrong-format',
        facts: { format: issue.format === 'regex' ? (issue.pattern ?? '') : issue.format },
      }
    default:
      return { code: 'wrong-format', facts: { format: issue.message } }
  }
}

const isCounted = (origin: string) => origin === 'string' || origin === 'array'

/** What stands at a path of a value; undefined when nothing does. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const part of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined
  return at
}
