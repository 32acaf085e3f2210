import type { ApologyToSend } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The centre passes an apology to the citizen; the promised moment holds from now on. */
export function sendApology(desk: Desk, code: string, given: ApologyToSend) {
  return changeDossier(desk, code, { type: 'SendApology', ...given })
}
