import { z } from 'zod'
import type { RowToReceive } from './batch-rows.ts'
import { DossierToReceive } from './dossier-commands.ts'

/** Several dossiers of one procedure handed in by one person; papers are as each case asks for them. */
export const BatchHead = DossierToReceive.pick({
  id: true,
  procedure: true,
  channel: true,
  placeOfReceipt: true,
  applicant: true,
  returnWish: true,
}).extend({
  visit: z.uuid({ version: 'v7' }),
  /** One for all rows; null is each by its pages. */
  case: z.string().min(1).max(120).nullable().default(null),
})
export type BatchHead = z.infer<typeof BatchHead>
export type BatchToReceive = BatchHead & { readonly rows: readonly RowToReceive[] }
