import { z } from 'zod'
import { PREFILLS, RESULT_FIELD_KINDS } from '#domain/procedure/result-form.ts'
import { doer, note } from './dossier.ts'
import { moment } from './parts.ts'

const values = z.record(z.string(), z.string()).describe('By name of field; what is empty is not there')

/** The result form of a dossier and what was written of it. */
export const SeenDrafts = z.strictObject({
  code: z.string(),
  form: z.strictObject({
    key: z.string(),
    title: z.string(),
    legalBasis: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
    source: z.string(),
  }),
  fields: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      kind: z.enum(RESULT_FIELD_KINDS),
      isRequired: z.boolean(),
      from: z.enum(PREFILLS).nullable(),
      choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
      columns: z.array(z.string()),
    }),
  ),
  values: values.describe('The newest version, or what the dossier knows where there is none'),
  drafts: z
    .array(
      z.strictObject({
        version: z.int(),
        at: moment,
        by: doer,
        why: z.string(),
        values,
        missing: z.array(z.string()).describe('What must be filled in before it is approved'),
        isApproved: z.boolean(),
        comments: z.array(note),
      }),
    )
    .describe('The newest first'),
  maySave: z.boolean(),
  mayComment: z.boolean(),
})

/** The version that was saved. */
export const SavedDraft = z.strictObject({ version: z.int(), at: moment })
