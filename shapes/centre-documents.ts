import { z } from 'zod'
import { POSTS } from '#domain/people/may.ts'
import { OWNER_KINDS } from '#domain/procedure/procedure.ts'
import { STEP_KINDS } from '#domain/procedure/process.ts'
import { PREFILLS, RESULT_FIELD_KINDS } from '#domain/procedure/result-form.ts'
import { confidence, text, optional, key, unitCode, day } from './centre-cells.ts'

/** The YAML or JSON documents of a centre's files: the centre itself, its processes and forms. */

export const CentreShape = z.strictObject({
  name: text(200),
  agency: text(200),
  place: text(100),
  effective_from: day,
  reception: unitCode,
  seal: unitCode,
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
  kind: z.enum(STEP_KINDS),
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
  confidence: confidence,
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
