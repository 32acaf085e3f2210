import type { ObligationToWithdraw } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A notice that was wrong or replaced is waited for no more. */
export function withdrawObligation(desk: Desk, code: string, given: ObligationToWithdraw) {
  return changeDossier(desk, code, { type: 'WithdrawObligation', ...given })
}
