import type { CorrectionToDrop } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A correction is not to be made. */
export function dropCorrection(desk: Desk, code: string, given: CorrectionToDrop) {
  return changeDossier(desk, code, { type: 'DropCorrection', ...given })
}
