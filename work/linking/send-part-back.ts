import type { PartToSendBack } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** An agency sends its part back to whoever leads. */
export function sendPartBack(desk: Desk, code: string, given: PartToSendBack) {
  return changeDossier(desk, code, { type: 'SendPartBack', ...given })
}
