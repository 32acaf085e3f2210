import { z } from 'zod'
import { POSTS } from '#domain/people/may.ts'
import { STEP_KINDS } from '#domain/procedure/process.ts'
import { CHANNELS, OWNER_KINDS } from '#domain/procedure/procedure.ts'

/**
 * Rows and documents of a centre's files. Every cell comes as text; a message is the code of the fault, and where a
 * message is missing the reader names the fault by the kind of the issue.
 */

const CONFIDENCE = z.enum(['high', 'medium', 'low'])
/** What would break a printed paper or hide in a name; a line break inside a note is allowed. */
const printable = z.string().regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'control-character')
const text = (most: number) => printable.min(1, 'empty-cell').max(most, 'too-long')
const optional = (most: number) => printable.max(most, 'too-long').default('')
const key = z
  .string()
  .min(1, 'empty-cell')
  .regex(/^[a-z0-9][a-z0-9.-]{0,99}$/, 'not-a-key')
const optionalKey = z.union([z.literal(''), key]).default('')
const unitCode = z
  .string()
  .min(1, 'empty-cell')
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, 'not-a-key')
const login = z
  .string()
  .min(1, 'empty-cell')
  .regex(/^[a-z][a-z0-9.]{1,39}$/, 'not-a-login')
const day = z.iso.date('not-a-day')
const optionalDay = z.union([z.literal(''), day]).default('')
const yesNo = z.enum(['yes', 'no'])
const number = z.string().regex(/^\d{1,12}$/, 'not-a-number')
const optionalNumber = z
  .string()
  .regex(/^\d{0,12}$/, 'not-a-number')
  .default('')
const decimal = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, 'not-a-number')
const count = z.string().regex(/^\d{1,3}$/, 'not-a-number')
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'not-a-time')

const limit = {
  days: z
    .string()
    .regex(/^(\d{1,4}(\.\d{1,3})?)?$/, 'not-a-number')
    .default(''),
  same_day_cutoff: z.union([z.literal(''), time]).default(''),
}
export const DAYS_KINDS = ['working', 'calendar', 'same_day', 'immediate', 'not_set'] as const

export const UnitRow = z.object({
  code: unitCode,
  name: text(200),
  kind: key.or(z.string().regex(/^[a-z_]{1,40}$/, 'not-a-key')),
  parent: optional(200),
  gso_code: z
    .string()
    .regex(/^\d{0,5}$/, 'not-a-code')
    .default(''),
  confidence: CONFIDENCE,
  source: text(500),
  note: optional(1000),
})

export const ProcedureRow = z.object({
  key,
  code: z.string().regex(/^([1-3]\.\d{6})?$/, 'not-a-code'),
  code_evidence: z.union([z.literal(''), z.string().regex(/^(memory|seen_[a-z0-9_]+)$/, 'not-a-key')]),
  name: text(1000),
  field: text(200),
  unit: unitCode,
  owner_kind: z.enum(OWNER_KINDS),
  level: z.enum(['2', '3', '4']),
  postal: yesNo,
  on_site_5: yesNo,
  ...limit,
  days_kind: z.enum(DAYS_KINDS),
  fee: optionalNumber,
  fee_per: z.enum(['', 'copy']).default(''),
  fee_note: optional(1000),
  applicant: z.enum(['citizen', 'business', 'both']),
  process: optionalKey,
  form: optionalKey,
  result: text(1000),
  legal_basis: text(2000),
  weight: decimal,
  confidence: CONFIDENCE,
  source: text(1000),
  note: optional(2000),
})

export const CaseRow = z.object({
  procedure: key,
  case: key,
  name: optional(300),
  channel: z.enum(['', ...CHANNELS]).default(''),
  ...limit,
  days_kind: z.enum(['', ...DAYS_KINDS]).default(''),
  fee: optionalNumber,
  fee_per: z.enum(['', 'copy', 'page']).default(''),
  later_pages_from: optionalNumber,
  later_page_fee: optionalNumber,
  fee_max: optionalNumber,
  fee_note: optional(1000),
  confidence: CONFIDENCE,
  source: text(500),
})

export const ComponentRow = z.object({
  procedure: key,
  cases: z
    .string()
    .regex(/^[a-z0-9. -]{0,300}$/, 'not-a-key')
    .default(''),
  order: number,
  key,
  name: text(500),
  original: count,
  certified: count,
  copy: count,
  shown: yesNo,
  required: yesNo,
})

export const StaffRow = z.object({ login, name: text(100), source: text(300) })
export const AppointmentRow = z.object({
  login,
  post: z.enum(POSTS),
  unit: unitCode,
  from: day,
  until: optionalDay,
})
export const MandateRow = z.object({
  key,
  login,
  unit: unitCode,
  from: day,
  until: optionalDay,
  ground: text(500),
})
export const RuleSetRow = z.object({
  key,
  from: day,
  act: text(500),
  code_identifier: z
    .string()
    .regex(/^(([A-Z]\d{2}(\.\d{2,3})*)|(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}))$/, 'not-a-code'),
  confidence: CONFIDENCE,
  source: text(500),
})

const calendar = z.enum(['both', 'counting', 'reception'])
/** `07:00-11:30 13:30-17:00`; empty where the office hours in force hold. */
const intervals = z
  .string()
  .regex(/^(([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d( |$))*$/, 'not-a-time')
  .default('')
const provenance = { source: text(500), confidence: text(20), note: optional(500) }
export const HoursRow = z.object({
  calendar,
  from: day,
  weekdays: z
    .string()
    .min(1, 'empty-cell')
    .regex(/^[1-7]( [1-7])*$/, 'not-a-number'),
  intervals,
  ...provenance,
})
export const YearRow = z.object({
  calendar,
  year: z.string().regex(/^\d{4}$/, 'not-a-number'),
  status: z.enum(['announced', 'provisional']),
  ...provenance,
})
export const DayRow = z.object({
  calendar,
  on: day,
  kind: z.enum(['off', 'work']),
  why: text(200),
  intervals,
  ...provenance,
})

export const CentreShape = z.strictObject({
  name: text(200),
  agency: text(200),
  place: text(100),
  effective_from: day,
  reception: unitCode,
  seal: unitCode,
})

const StepShape = z.strictObject({
  key,
  name: text(300),
  kind: z.enum(STEP_KINDS),
  unit: z.union([z.enum(['@procedure', '@reception', '@seal']), unitCode]),
  post: z.enum(POSTS),
  time: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?[mhd%]$/, 'not-a-duration')
    .optional(),
  most: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?[mhd]$/, 'not-a-duration')
    .optional(),
  when: z.enum(['charged']).optional(),
  output: optional(300),
})
const ProcessShape = {
  evidence: z.enum(['S', 'L', 'R']),
  source: text(500),
  steps: z.array(StepShape).min(1, 'empty-cell'),
}
export const ProcessesShape = z.strictObject({
  defaults: z.array(
    z.strictObject({
      for: z.strictObject({ owner_kind: z.enum(OWNER_KINDS), on_site_5: z.boolean().optional() }),
      ...ProcessShape,
    }),
  ),
  processes: z.record(key, z.strictObject(ProcessShape)),
})
export type StepRead = z.infer<typeof StepShape>
export type ProcessesRead = z.infer<typeof ProcessesShape>

/** A field of a form as a clerk writes it; `type` may name a definition of `forms/definitions.yaml`. */
const FieldShape = z.strictObject({
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/, 'not-a-key'),
  label: text(300),
  type: text(40),
  required: z.boolean().optional(),
  official: z.boolean().optional(),
  when: text(300).optional(),
  rule: text(500).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: text(200).optional(),
  choices: z.record(z.string(), text(200)).optional(),
  get fields() {
    return z.array(FieldShape).optional()
  },
})
export type FieldRead = z.infer<typeof FieldShape>
export const FormShape = z.strictObject({
  key,
  title: text(300),
  legal_basis: text(300),
  confidence: CONFIDENCE,
  source: text(300),
  fields: z.array(FieldShape).min(1, 'empty-cell'),
})
export const DefinitionsShape = z.record(
  z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'not-a-key'),
  z.strictObject({
    type: text(40),
    rule: text(500).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    pattern: text(200).optional(),
    choices: z.record(z.string(), text(200)).optional(),
    fields: z.array(FieldShape).optional(),
  }),
)
export type DefinitionsRead = z.infer<typeof DefinitionsShape>
