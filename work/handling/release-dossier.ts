import type { DossierToRelease } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The step goes back to the list, by its holder or by who divides the unit's work. */
export function releaseDossier(desk: Desk, code: string, given: DossierToRelease) {
  return changeDossier(desk, code, { type: 'ReleaseDossier', ...given })
}
