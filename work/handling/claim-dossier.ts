import type { DossierToClaim } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The step is taken from the list by a person of its post. */
export function claimDossier(desk: Desk, code: string, given: DossierToClaim) {
  return changeDossier(desk, code, { type: 'ClaimDossier', ...given })
}
