import { z } from 'zod'
import { WRITTEN_KINDS } from '#domain/opinions/opinion-rules.ts'
import { lines, text } from './text.ts'

const id = z.uuid({ version: 'v7' })
const kind = z.enum(WRITTEN_KINDS)
const optional = (most: number) => text(most).nullable().default(null)

/** What a citizen writes to the centre. */
export const FeedbackToSend = z.strictObject({
  id,
  kind,
  text: lines(4000),
  /** The code of a dossier it is about. */
  dossier: optional(60),
  name: optional(120),
  contact: optional(120),
  address: optional(300),
})
export type FeedbackToSend = z.output<typeof FeedbackToSend>

export const AppealToSend = z.strictObject({ id, why: lines(2000) })
export type AppealToSend = z.output<typeof AppealToSend>

const on = { id, version: z.int() }

/** What is done with feedback at the desk. */
export const FeedbackChange = z.discriminatedUnion('type', [
  z.strictObject({
    ...on,
    type: z.literal('AssignFeedback'),
    unit: text(30),
    staff: id.nullable().default(null),
  }),
  z.strictObject({ ...on, type: z.literal('ReclassifyFeedback'), kind, why: text(500) }),
  z.strictObject({
    ...on,
    type: z.literal('AnswerFeedback'),
    text: lines(6000),
    passedTo: optional(200),
    /** Whether data were put right, where that was asked. */
    isDone: z.boolean().nullable().optional(),
  }),
  z.strictObject({ ...on, type: z.literal('AnswerAppeal'), text: lines(6000) }),
  z.strictObject({
    ...on,
    type: z.literal('PublishAnswer'),
    question: lines(2000),
    answer: lines(4000),
    /** The officer has read that nobody can be known by it. */
    confirmed: z.boolean().default(false),
  }),
])
export type FeedbackChange = z.output<typeof FeedbackChange>
