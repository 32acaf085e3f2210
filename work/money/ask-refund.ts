import type { RefundToAskAtCounter } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The cashier asks that money goes back, with its ground. */
export function askRefundAtCounter(desk: Desk, code: string, given: RefundToAskAtCounter) {
  return changeDossier(desk, code, { type: 'AskRefund', ...given })
}
