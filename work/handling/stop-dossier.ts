import type { DossierToStop } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Nothing more is done: asked for by the citizen, or not answered in time. */
export function stopDossier(desk: Desk, code: string, given: DossierToStop) {
  return changeDossier(desk, code, { type: 'StopDossier', ...given })
}
