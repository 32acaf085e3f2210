import type { PaymentToCancel } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A receipt made out wrongly is cancelled on its own day. */
export function cancelPayment(desk: Desk, code: string, given: PaymentToCancel) {
  return changeDossier(desk, code, { type: 'CancelPayment', ...given })
}
