import { z } from 'zod'
import { CALL_OUTCOMES, CALL_WAYS } from '#domain/dossier/collection.ts'
import { text } from './text.ts'

/** That a citizen was called to fetch a result, and what came of it. */
export const CallToRecord = z.strictObject({
  id: z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely'),
  way: z.enum(CALL_WAYS),
  outcome: z.enum(CALL_OUTCOMES),
  note: text(500).nullable().default(null).describe('Who was spoken to, when they will come; free words'),
})
export type CallToRecord = z.infer<typeof CallToRecord>
