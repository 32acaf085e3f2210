import type { CorrectionToPropose } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Identity, the due moment or an erroneous result is to be put right by a second person. */
export function proposeCorrection(desk: Desk, code: string, given: CorrectionToPropose) {
  return changeDossier(desk, code, { type: 'ProposeCorrection', ...given })
}
