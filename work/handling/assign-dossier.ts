import type { DossierToAssign } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The step is given to a named person of its post, by who divides the unit's work. */
export function assignDossier(desk: Desk, code: string, given: DossierToAssign) {
  return changeDossier(desk, code, { type: 'AssignDossier', ...given })
}
