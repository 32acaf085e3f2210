import type { DossierToReceiveAsCompetent } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The competent agency receives what was handed in at another desk: its time runs from now. */
export function receiveAsCompetent(desk: Desk, code: string, given: DossierToReceiveAsCompetent) {
  return changeDossier(desk, code, { type: 'ReceiveAsCompetent', ...given })
}
