import type { RefundToDropAtCounter } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Money that was asked for does not go back. */
export function dropRefundAtCounter(desk: Desk, code: string, given: RefundToDropAtCounter) {
  return changeDossier(desk, code, { type: 'DropRefund', ...given })
}
