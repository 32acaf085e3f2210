import { z } from 'zod'
import { LEVELS } from '#domain/opinions/rating.ts'
import { lines } from './text.ts'

/** What somebody thinks of a dossier; which questions there are is the centre's rule. */
export const RatingToGive = z.strictObject({
  id: z.uuid({ version: 'v7' }),
  levels: z.record(z.string().max(60), z.enum(LEVELS)).default({}),
  reason: lines(1000).nullable().default(null),
})
export type RatingToGive = z.output<typeof RatingToGive>
