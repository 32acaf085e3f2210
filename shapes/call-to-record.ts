import { z } from 'zod'
import { CALL_OUTCOMES, COLLECTION_WAYS } from '#domain/dossier/collection.ts'
import { text } from './text.ts'

/** That a citizen was called to fetch a result, and what came of it. */
export const CallToRecord = z.strictObject({
  id: z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely'),
  way: z
    .enum(COLLECTION_WAYS)
    .describe('`notice` sends a notice of the centre; what comes of it is reported by who delivers it'),
  outcome: z.enum(CALL_OUTCOMES),
  note: text(500).nullable().default(null).describe('Who was spoken to, when they will come; free words'),
})
export type CallToRecord = z.infer<typeof CallToRecord>
