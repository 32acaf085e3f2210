import type { RefundAtCounter } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A second person agrees, and the money goes out of the till. */
export function agreeToRefundAtCounter(desk: Desk, code: string, given: RefundAtCounter) {
  return changeDossier(desk, code, { type: 'AgreeToRefund', ...given })
}
