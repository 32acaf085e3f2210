import { z } from 'zod'
import { lines } from './text.ts'

export const EntryToSpoil = z.object({ id: z.uuid(), reason: lines(500) })
export type EntryToSpoil = z.infer<typeof EntryToSpoil>
