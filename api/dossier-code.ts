import { z } from 'zod'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'

/** A dossier named in the address. */
export const OfDossier = z.strictObject({
  code: z.string().max(200).describe('Code of the dossier, e.g. 000.00.12.H49-190703-0042'),
})

/** The code as it is stored; what cannot be a code never reaches the database. */
export function namedDossier(params: { readonly code: string }): Outcome<string> {
  return /[^\x20-\x7eĐđ]/.test(params.code) ? refuse('no-such-dossier') : readDossierCode(params.code)
}
