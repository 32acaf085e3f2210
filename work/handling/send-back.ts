import type { StepToSendBack } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** An earlier step must be done again; the comment says what to change. */
export function sendBack(desk: Desk, code: string, given: StepToSendBack) {
  return changeDossier(desk, code, { type: 'SendBack', ...given })
}
