import { z } from 'zod'
import type { Fact } from '#domain/outcome.ts'
import type { Language } from '#web/words/format.ts'
import { said } from '#web/words/said.ts'

type Facts = { readonly [name: string]: Fact }
type Sentences = Record<Language, (facts: Facts) => string>

/** What can be wrong with one field or parameter. */
export const FIELD_FAULTS = {
  missing: { vi: () => 'Thiếu mục này.', en: () => 'This is missing.' },
  'wrong-type': {
    vi: (facts) => `Phải là kiểu ${said(facts['expected'])}.`,
    en: (facts) => `Must be of type ${said(facts['expected'])}.`,
  },
  'too-short': {
    vi: (facts) => `Cần ít nhất ${said(facts['minimum'])}.`,
    en: (facts) => `Needs at least ${said(facts['minimum'])}.`,
  },
  'too-long': {
    vi: (facts) => `Nhiều nhất ${said(facts['maximum'])}.`,
    en: (facts) => `At most ${said(facts['maximum'])}.`,
  },
  'too-small': {
    vi: (facts) => `Không được nhỏ hơn ${said(facts['minimum'])}.`,
    en: (facts) => `Must not be less than ${said(facts['minimum'])}.`,
  },
  'too-large': {
    vi: (facts) => `Không được lớn hơn ${said(facts['maximum'])}.`,
    en: (facts) => `Must not be more than ${said(facts['maximum'])}.`,
  },
  'not-a-choice': {
    vi: (facts) => `Phải là một trong: ${said(facts['choices'])}.`,
    en: (facts) => `Must be one of: ${said(facts['choices'])}.`,
  },
  'unknown-field': { vi: () => 'Không có mục nào tên như vậy.', en: () => 'There is no field of that name.' },
  'control-characters': {
    vi: () => 'Có ký tự điều khiển hoặc ký tự không in được.',
    en: () => 'Holds control characters or characters that cannot be printed.',
  },
  'wrong-format': {
    vi: (facts) => `Không đúng dạng ${said(facts['format'])}.`,
    en: (facts) => `Not of the form ${said(facts['format'])}.`,
  },
} as const satisfies { readonly [code: string]: Sentences }

export type FieldFaultCode = keyof typeof FIELD_FAULTS

/** Where (a JSON pointer into the body, or a parameter) and what is wrong. */
export interface FieldFault {
  readonly pointer?: string
  readonly parameter?: string
  readonly code: FieldFaultCode
  readonly messages: Record<Language, string>
  readonly facts: Facts
}

type Issue = z.core.$ZodIssue
interface Fault {
  readonly path: readonly PropertyKey[]
  readonly code: FieldFaultCode
  readonly facts: Facts
}

/** A list of faults is for a person to mend: a body of nothing but faults is not answered with thousands. */
const MOST_FAULTS = 50

/** The faults of a body, each at its JSON pointer (RFC 6901, as a URI fragment). */
export function bodyFaults(error: z.ZodError, body: unknown): FieldFault[] {
  return faults(error, body).map(({ path, ...fault }) => ({
    pointer: `#${path.map(pointed).join('')}`,
    ...told(fault),
  }))
}

/** The faults of parameters in the address. */
export function parameterFaults(error: z.ZodError, parameters: unknown): FieldFault[] {
  return faults(error, parameters).map(({ path, ...fault }) => ({
    parameter: String(path[0] ?? ''),
    ...told(fault),
  }))
}

function faults(error: z.ZodError, value: unknown): Fault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, value)).slice(0, MOST_FAULTS)
}

function faultsOf(issue: Issue, value: unknown): Fault[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown-field', facts: {} }))
  return [{ path, ...faultOf(issue, valueAt(value, path) === undefined) }]
}

function faultOf(issue: Issue, isMissing: boolean): Omit<Fault, 'path'> {
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

function told({ code, facts }: Omit<Fault, 'path'>) {
  const { vi, en } = FIELD_FAULTS[code]
  return { code, messages: { vi: vi(facts), en: en(facts) }, facts }
}

function pointed(part: PropertyKey): string {
  return `/${encodeURIComponent(String(part).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const part of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined
  return at
}
