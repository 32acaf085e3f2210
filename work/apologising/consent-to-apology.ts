import type { ApologyToConsent } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The head of the unit agrees to an apology. */
export function consentToApology(desk: Desk, code: string, given: ApologyToConsent) {
  return changeDossier(desk, code, { type: 'ConsentToApology', ...given })
}
