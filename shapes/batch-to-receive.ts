import { z } from 'zod'
import { MOST_ROWS, type RowToReceive } from './batch-rows.ts'
import { DossierToReceive } from './dossier-commands.ts'
import { text } from './text.ts'

/** Several dossiers of one procedure handed in by one person; papers are as each case asks for them. */
export const BatchHead = DossierToReceive.pick({
  id: true,
  procedure: true,
  channel: true,
  placeOfReceipt: true,
  commune: true,
  applicant: true,
  returnWish: true,
}).extend({
  visit: z.uuid({ version: 'v7' }),
  /** One for all rows; null is each by its pages. */
  case: z.string().min(1).max(120).nullable().default(null),
})
export type BatchHead = z.infer<typeof BatchHead>
export type BatchToReceive = BatchHead & { readonly rows: readonly RowToReceive[] }

const row = z
  .strictObject({
    place: z
      .int()
      .min(0)
      .max(9999)
      .describe('Names the row in the batch; a row put right is sent again under its place'),
    ownerName: text(200).nullable().default(null).describe('Null where the applicant is the owner'),
    idNumber: text(20)
      .regex(/^[0-9A-Z-]+$/)
      .nullable()
      .default(null)
      .describe('Of the owner named'),
    pages: z.int().min(1).max(9999).nullable().default(null).describe('Of the document, where pages count'),
    copies: z.int().min(1).max(999).default(1),
    subject: text(300).nullable().default(null),
  })
  .refine(({ ownerName, idNumber }) => idNumber === null || ownerName !== null, {
    path: ['ownerName'],
    error: 'the name to the number',
  })

/** A batch as another program sends it. */
export const SeveralToReceive = BatchHead.omit({ visit: true }).extend({
  visit: BatchHead.shape.visit.optional().describe('Begins or goes on with a visit; absent begins one'),
  papersSeen: z
    .literal(true)
    .describe('The officer has seen that every paper the case asks for is there; they are recorded as asked'),
  rows: z
    .array(row)
    .min(1)
    .max(MOST_ROWS)
    .refine((rows) => new Set(rows.map(({ place }) => place)).size === rows.length, {
      error: 'a place of its own for each row',
    }),
})
