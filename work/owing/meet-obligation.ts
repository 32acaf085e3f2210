import type { ObligationToMeet } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The citizen proves a payment; with the last one the step that waited is done. */
export function meetObligation(desk: Desk, code: string, given: ObligationToMeet) {
  return changeDossier(desk, code, { type: 'MeetObligation', ...given })
}
