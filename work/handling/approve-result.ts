import type { ResultToApprove } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The result is approved by a person with a mandate in force today. */
export function approveResult(desk: Desk, code: string, given: ResultToApprove) {
  return changeDossier(desk, code, { type: 'ApproveResult', ...given })
}
