import type { PaymentToTake } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** All that is owed is taken, against the next receipt of the year. */
export function takePayment(desk: Desk, code: string, given: PaymentToTake) {
  return changeDossier(desk, code, { type: 'TakePayment', ...given })
}
