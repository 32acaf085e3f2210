import { z } from 'zod'
import { RETURN_WAYS } from './dossier-commands.ts'
import { PlaceTyped } from './place-typed.ts'
import { lines, text } from './text.ts'

/** What citizens send about their own dossiers and data. */

/** Made by the page; the same id again is the same command and has one effect. */
const commandId = z.uuid({ version: 'v7' })

export const DossierToWithdraw = z.strictObject({
  id: commandId,
  reason: lines(1000).nullable().default(null),
})
export type DossierToWithdraw = z.infer<typeof DossierToWithdraw>

export const WishToChange = z.strictObject({
  id: commandId,
  way: z.enum(RETURN_WAYS),
  address: text(300).nullable().default(null),
  to: PlaceTyped.optional(),
})
export type WishToChange = z.infer<typeof WishToChange>

export const ResultToTake = z.strictObject({ id: commandId })
export type ResultToTake = z.infer<typeof ResultToTake>

export const CorrectionToAsk = z.strictObject({
  id: commandId,
  /** The code of the dossier the data stand in; null for the account. */
  dossier: text(60).nullable().default(null),
  wrong: lines(1500),
  right: lines(1500),
})
export type CorrectionToAsk = z.infer<typeof CorrectionToAsk>
