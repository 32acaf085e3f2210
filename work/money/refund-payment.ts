import type { PaymentToRefund } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Money is given back, with its ground. */
export function refundPayment(desk: Desk, code: string, given: PaymentToRefund) {
  return changeDossier(desk, code, { type: 'RefundPayment', ...given })
}
