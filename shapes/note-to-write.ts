import { z } from 'zod'
import { lines } from './text.ts'

/** What officers tell each other about a dossier; the citizen never sees it. */
export const NoteToWrite = z.strictObject({
  id: z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely'),
  text: lines(2000),
})
export type NoteToWrite = z.infer<typeof NoteToWrite>
