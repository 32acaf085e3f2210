import { z } from 'zod'
import { COMMON_READING, NUMBER_WORDS } from '#domain/number-reading.ts'
import { EVERY_CENTRES } from '#domain/opinions/opinion-rules.ts'
import { POSTS } from '#domain/people/may.ts'
import { OWNER_KINDS } from '#domain/procedure/procedure.ts'
import { KNOWN_FACTS, TEXT_FORMATS } from '#domain/procedure/form.ts'
import { PLANNED_KINDS } from '#domain/procedure/process.ts'
import { PREFILLS, RESULT_FIELD_KINDS } from '#domain/procedure/result-form.ts'
import { confidence, text, optional, key, unitCode, day, time } from './centre-cells.ts'

/** The YAML or JSON documents of a centre's files: the centre itself, its processes and forms. */

export const CentreShape = z.strictObject({
  name: text(200),
  agency: text(200),
  place: text(100),
  effective_from: day,
  reception: unitCode,
  seal: unitCode,
  /** When filings are taken on the centre's own pages; never without a line. */
  /** How numbers are read out on papers. */
  number_words: z
    .strictObject({
      zero_ten: z.enum(NUMBER_WORDS.zeroTen).default(COMMON_READING.zeroTen),
      thousand: z.enum(NUMBER_WORDS.thousand).default(COMMON_READING.thousand),
      four: z.enum(NUMBER_WORDS.four).default(COMMON_READING.four),
    })
    .optional(),
  /** When citizens are left in peace, from a day on. */
  quiet_hours: z
    .array(z.strictObject({ from: day, begins: time, ends: time, ground: text(300) }))
    .default([]),
  online_filing: z.array(z.strictObject({ from: day, until: day.optional(), ground: text(300) })).default([]),
})

const list = {
  unit: z.union([z.enum(['@procedure', '@reception', '@seal']), unitCode]),
  post: z.enum(POSTS),
}
const PartShape = z.strictObject({
  key,
  name: text(300),
  ...list,
  body: text(200).optional(),
  procedure: key.optional(),
  time: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?[mhd]$/, 'not-a-duration')
    .optional(),
  output: optional(300),
})
const WaitShape = z.strictObject({ from: day, clock: z.enum(['stops', 'runs']), ground: text(300) })
const StepShape = z.strictObject({
  key,
  name: text(300),
  kind: z.enum(PLANNED_KINDS),
  ...list,
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
  parts: z.array(PartShape).min(1, 'empty-cell').optional(),
  waits: z.array(WaitShape).min(1, 'empty-cell').optional(),
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

/** How a field is filled in; a definition of `forms/definitions.yaml` has the same. */
const filling = {
  type: text(40),
  format: z.enum(TEXT_FORMATS).optional(),
  rule: text(500).optional(),
  rule_en: text(500).optional(),
  check: text(500).optional(),
  help: text(500).optional(),
  help_en: text(500).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: text(200).optional(),
  choices: z.record(z.string(), text(200)).optional(),
  choices_en: z.record(z.string(), text(200)).optional(),
}
/** A field of a form as a clerk writes it; `type` may name a definition of `forms/definitions.yaml`. */
const FieldShape = z.strictObject(filling).extend({
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/, 'not-a-key'),
  label: text(300),
  en: text(300).optional(),
  required: z.boolean().optional(),
  official: z.boolean().optional(),
  when: text(300).optional(),
  if: text(500).optional(),
  from: z.enum(KNOWN_FACTS).optional(),
  get fields() {
    return z.array(FieldShape).optional()
  },
})
export type FieldRead = z.infer<typeof FieldShape>
export const FormShape = z.strictObject({
  key,
  title: text(300),
  en: text(300).optional(),
  legal_basis: text(300),
  confidence: confidence,
  source: text(300),
  fields: z.array(FieldShape).min(1, 'empty-cell'),
})
export const DefinitionsShape = z.record(
  z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'not-a-key'),
  z.strictObject({ ...filling, fields: z.array(FieldShape).optional() }),
)
export type DefinitionsRead = z.infer<typeof DefinitionsShape>

/** What the result of procedures says (`results/*.yaml`), as a clerk writes it. */
const ResultFieldShape = z.strictObject({
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/, 'not-a-key'),
  label: text(300),
  kind: z.enum(RESULT_FIELD_KINDS),
  required: z.boolean().optional(),
  from: z.enum(PREFILLS).optional(),
  choices: z.record(z.string(), text(200)).optional(),
  columns: z.array(text(100)).min(1, 'empty-cell').max(8, 'too-long').optional(),
})
export type ResultFieldRead = z.infer<typeof ResultFieldShape>
export const ResultFormShape = z.strictObject({
  key,
  title: text(300),
  forms: z.array(key).min(1, 'empty-cell'),
  template: text(200),
  from: day,
  until: day.optional(),
  legal_basis: text(300),
  confidence: confidence,
  source: text(300),
  fields: z.array(ResultFieldShape).min(1, 'empty-cell'),
})

const days = z.int().min(1).max(400)
const FeedbackTimesShape = z.strictObject({
  /** Working days unless it says calendar days. */
  answer_days: days,
  appeal_within: days,
  appeal_answer_days: days,
  counted: z.enum(['working', 'calendar']).default('working'),
  ground: text(300),
  confidence: confidence,
})
export type FeedbackTimesRead = z.infer<typeof FeedbackTimesShape>

const PostZoneShape = z.strictObject({
  days,
  days_with_slip: days,
  /** Whole đồng. */
  postage: z.int('not-a-number').min(0, 'not-a-number').max(10_000_000, 'not-a-number'),
})

/** What holds of the public post, by day (`post.yaml`). */
export const PostShape = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        from: day,
        zones: z.strictObject({
          town: PostZoneShape,
          province: PostZoneShape,
          major: PostZoneShape,
          far: PostZoneShape,
        }),
        major_provinces: z.array(key).max(63, 'too-long'),
        attempts: days,
        attempts_apart_days: days,
        cod_per_mille: z.int('not-a-number').min(0, 'not-a-number').max(1000, 'not-a-number'),
        cod_least: z.int('not-a-number').min(0, 'not-a-number').max(10_000_000, 'not-a-number'),
        complaint_months: days,
        complaint_answer_days: days,
        ground: text(500),
        confidence: confidence,
      }),
    )
    .min(1, 'empty-cell'),
})

/** What citizens are asked after a dossier, and by when what they write is answered (`opinions.yaml`). */
export const OpinionsShape = z.strictObject({
  rating: z
    .array(
      z.strictObject({
        from: day,
        rate_within: days,
        change_within: days,
        overall: key,
        ground: text(300),
        questions: z
          .array(z.strictObject({ key, index: z.int().optional(), vi: text(200), en: text(200) }))
          .min(1, 'empty-cell')
          .max(8, 'too-long'),
      }),
    )
    .default([]),
  feedback: z
    .array(
      z.strictObject({
        from: day,
        ...(Object.fromEntries(EVERY_CENTRES.map((kind) => [kind, FeedbackTimesShape])) as Record<
          (typeof EVERY_CENTRES)[number],
          typeof FeedbackTimesShape
        >),
        'post-complaint': FeedbackTimesShape.optional(),
        'data-correction': FeedbackTimesShape.optional(),
      }),
    )
    .default([]),
})
