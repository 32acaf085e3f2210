import { z } from 'zod'
import { lines, text } from './text.ts'

/** What is sent to carry papers: a sheet given, confirmed, taken back. */

/** As many dossiers as go on one sheet. */
export const MOST_ON_SHEET = 100

const id = z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely')
const unit = text(40)
const code = text(60)

/** A paper: its place among the components handed in, from 0, or the signed result. */
export const PaperOfSheet = z.string().regex(/^(result|\d{1,3})$/)

export const PapersToHandOver = z.strictObject({
  id,
  from: unit.describe('Code of the unit the papers lie with'),
  to: unit.describe('Code of the unit that is to act'),
  dossiers: z
    .array(code)
    .min(1)
    .max(MOST_ON_SHEET)
    .overwrite((codes) => [...new Set(codes)].toSorted()),
})
export type PapersToHandOver = z.infer<typeof PapersToHandOver>

export const SheetToConfirm = z.strictObject({
  id,
  lines: z
    .array(
      z.strictObject({
        code,
        isTaken: z.boolean().default(false),
        missing: z.array(PaperOfSheet).max(100).default([]),
        note: lines(1000).nullable().default(null).describe('Needed where the papers are not taken'),
      }),
    )
    .min(1)
    .max(MOST_ON_SHEET),
})
export type SheetToConfirm = z.infer<typeof SheetToConfirm>

export const SheetToTakeBack = z.strictObject({ id, reason: lines(1000) })
export type SheetToTakeBack = z.infer<typeof SheetToTakeBack>
