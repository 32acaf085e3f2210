import { z } from 'zod'
import { NOTICE_KINDS, NOTICE_LANGUAGES } from '#domain/notices/notice.ts'
import { TEMPLATE_FORMS } from '#domain/notices/template.ts'
import { DUE_TIMES, EXEMPT, FEE_KINDS } from '#domain/dossier/owed.ts'
import { POSTS, SIGNING_FORMS } from '#domain/people/may.ts'
import { CHANNELS, OWNER_KINDS, POSTAL_MODES } from '#domain/procedure/procedure.ts'
import {
  confidence,
  text,
  optional,
  key,
  optionalKey,
  unitCode,
  login,
  day,
  optionalDay,
  yesNo,
  number,
  optionalNumber,
  decimal,
  count,
  paragraphs,
  time,
} from './centre-cells.ts'

/** Rows of the tables of a centre's files, one shape a table. */

const limit = {
  days: z
    .string()
    .regex(/^(\d{1,4}(\.\d{1,3})?)?$/, 'not-a-number')
    .default(''),
  same_day_cutoff: z.union([z.literal(''), time]).default(''),
}
const DAYS_KINDS = ['working', 'calendar', 'same_day', 'immediate', 'not_set'] as const

/** Templates of the centre in place of the house's: `templates/templates.csv`. */
export const PaperTemplateRow = z.object({
  form: text(60),
  file: text(200),
  from: day,
  until: optionalDay,
})

/** The centre's own sentences for what citizens are told: `notices.csv`. */
export const NoticeTemplateRow = z.object({
  kind: z.enum(NOTICE_KINDS),
  form: z.enum(TEMPLATE_FORMS),
  language: z.enum(NOTICE_LANGUAGES),
  from: day,
  until: optionalDay,
  subject: optional(150),
  text: paragraphs(4000),
})

export const UnitRow = z.object({
  code: unitCode,
  name: text(200),
  kind: key.or(z.string().regex(/^[a-z_]{1,40}$/, 'not-a-key')),
  parent: optional(200),
  gso_code: z
    .string()
    .regex(/^\d{0,5}$/, 'not-a-code')
    .default(''),
  confidence: confidence,
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
  /** By post: no, both ways (`yes`), or one way alone. */
  postal: z.enum(['yes', 'no', ...POSTAL_MODES]),
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
  confidence: confidence,
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
  pages_from: optionalNumber,
  pages_to: optionalNumber,
  fee_note: optional(1000),
  confidence: confidence,
  source: text(500),
})

/**
 * A type of document with its own sequence of numbers a year, and what it is for: the results of the procedures it
 * names, or the refusals or letters of apology of all that the centre numbers.
 */
export const DocumentTypeRow = z.object({
  key,
  name: text(200),
  symbol: text(40),
  for: z.enum(['result', 'refusal', 'apology', 'stop']),
  procedures: z
    .string()
    .regex(/^([a-z0-9.-]+( [a-z0-9.-]+)*)?$/, 'not-a-key')
    .default(''),
  source: text(500),
})

/** A register of certifications, with the keys of the procedures whose results are entered in it. */
export const CertificationBookRow = z.object({
  key,
  name: text(200),
  procedures: z.string().regex(/^[a-z0-9.-]+( [a-z0-9.-]+)*$/, 'not-a-key'),
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
  withdrawn: z.enum(['', 'yes', 'no']).default(''),
  withdrawn_source: optional(500),
  /** The application form itself, which online is filled in and not handed in. */
  form: z.enum(['', 'yes', 'no']).default(''),
})

/** Lines of a fee: charges and fees of a case, for a channel where it has its own. */
export const FeeLineRow = z.object({
  procedure: key,
  case: optionalKey,
  channel: z.enum(['', ...CHANNELS]).default(''),
  order: number,
  kind: z.enum(FEE_KINDS),
  name: text(200),
  amount: optionalNumber,
  per: z.enum(['', 'copy']).default(''),
  due: z.enum(['', ...DUE_TIMES]).default(''),
  ground: text(300),
  confidence,
  source: text(500),
})

/** Who pays less: for one procedure, a field (`field:Hộ tịch`), or all (`*`). */
export const ExemptionRow = z.object({
  key,
  scope: text(300),
  who: z.enum(EXEMPT),
  name: text(200),
  kind: z.enum(['both', ...FEE_KINDS]),
  channel: z.enum(['', ...CHANNELS]).default(''),
  percent: z
    .string()
    .regex(/^(100|[1-9]?\d)?$/, 'not-a-number')
    .default(''),
  amount: optionalNumber,
  ground: text(300),
  from: day,
  until: optionalDay,
  confidence,
  source: text(500),
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
  /** Empty as the head; position empty where the mandate does not say. */
  form: z.enum(['', ...SIGNING_FORMS]).default(''),
  principal: optional(200),
  position: optional(200),
  ground: text(500),
})
export const RuleSetRow = z.object({
  key,
  from: day,
  act: text(500),
  code_identifier: z
    .string()
    .regex(/^(([A-Z]\d{2}(\.\d{2,3})*)|(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}))$/, 'not-a-code'),
  receipt_form: optional(40),
  receipt_symbol: optional(40),
  confidence: confidence,
  source: text(500),
  /** After this time papers may go on at the start of the next working day; empty: on the same day whenever it is. */
  paper_cut_off: z.union([z.literal(''), time]).default(''),
  /** Minutes from opening that are the start of a working day; empty: the rule set says nothing of papers. */
  paper_start: z.union([z.literal(''), count]).default(''),
  paper_ground: optional(500),
  /** Days from one call to fetch a result to the next; empty: the rule set says nothing of calls. */
  call_every: z.union([z.literal(''), count]).default(''),
  call_most: z.union([z.literal(''), count]).default(''),
  call_ground: optional(500),
  /** Prompts before what is not answered may be stopped, and days since then; empty: the rule set says nothing. */
  lapse_prompts: z.union([z.literal(''), count]).default(''),
  lapse_days: z.union([z.literal(''), count]).default(''),
  lapse_ground: optional(500),
  /** Working hours within which an online filing is answered; empty: the rule set says nothing of it. */
  accept_hours: z.union([z.literal(''), count]).default(''),
  accept_ground: optional(500),
  /** Working hours within which an agency receives what was handed in elsewhere; empty: nothing is handed in elsewhere. */
  elsewhere_hours: z.union([z.literal(''), count]).default(''),
  elsewhere_ground: optional(500),
})

/** A one-stop desk at which people hand in. */
export const DeskRow = z.object({
  unit: unitCode,
  kind: z.enum(['centre', 'commune']),
  from: day,
  until: optionalDay,
  address: optional(300),
  phone: optional(40),
  tax_code: optional(20),
  confidence,
  source: text(500),
})

/** A share of what was settled that is to be early: of `town`, of `communes`, or of one unit. */
export const TargetRow = z.object({
  of: z.union([z.enum(['town', 'communes']), unitCode]),
  from: day,
  until: optionalDay,
  early: z.string().regex(/^(100(\.00?)?|\d{1,2}(\.\d{1,2})?)$/, 'not-a-number'),
  confidence,
  source: text(500),
})

/** Provinces, districts and communes with their days. */
export const PlaceRow = z.object({
  code: z.string().regex(/^\d{2,5}$/, 'not-a-code'),
  name: text(100),
  kind: z.enum(['province', 'district', 'commune']),
  parent: z
    .string()
    .regex(/^\d{0,5}$/, 'not-a-code')
    .default(''),
  from: day,
  until: optionalDay,
  became: z
    .string()
    .regex(/^(\d{2,5})?$/, 'not-a-code')
    .default(''),
  became_confidence: z.enum(['high', 'medium', 'low', '']).default(''),
  confidence: confidence,
  source: text(500),
})

/** From which age, in full years, a procedure is filed alone: by its key, or `field:` and a field. */
export const AgeRuleRow = z.object({
  scope: text(300),
  least_age: z.string().regex(/^[1-9]\d?$/, 'not-a-number'),
  ground: text(300),
  from: day,
  until: optionalDay,
  confidence,
  source: text(500),
})

export const DataSourceRow = z.object({
  key,
  name: text(300),
  keeper: text(300),
  from: day,
  until: optionalDay,
  duty_from: optionalDay,
  components: text(2000),
  ground: text(500),
  confidence: confidence,
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
/** When a desk is open on some days of the week, otherwise than the centre; none: closed then. */
export const DeskHoursRow = z.object({
  unit: unitCode,
  from: day,
  until: optionalDay,
  weekdays: z
    .string()
    .min(1, 'empty-cell')
    .regex(/^[1-7]( [1-7])*$/, 'not-a-number'),
  intervals,
  confidence,
  source: text(500),
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
