import type { CorrectionToConfirm } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The second person agrees to a correction. */
export function confirmCorrection(desk: Desk, code: string, given: CorrectionToConfirm) {
  return changeDossier(desk, code, { type: 'ConfirmCorrection', ...given })
}
