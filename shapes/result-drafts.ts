import { z } from 'zod'
import { lines, text } from './text.ts'

const commandId = z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely')

/** A version of the result of a dossier, as the officer who prepares it writes it. */
export const DraftToSave = z.strictObject({
  id: commandId,
  on: z.int().min(0).max(9999).describe('The version it was written on; 0 for the first'),
  why: text(300).describe('What is new in this version'),
  values: z
    .record(z.string().max(50), lines(20_000))
    .default({})
    .describe(
      'By name of field; a field left empty is left out. Rows of a table are lines, cells parted by |',
    ),
})
export type DraftToSave = z.infer<typeof DraftToSave>

/** What whoever reads a version has to say of it. */
export const DraftCommentToWrite = z.strictObject({
  id: commandId,
  version: z.int().min(1).max(9999).describe('The version it is about'),
  text: lines(2000),
})
export type DraftCommentToWrite = z.infer<typeof DraftCommentToWrite>
