import type { ApologyToDraft } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** An apology is written, with the day by which the result is promised. */
export function draftApology(desk: Desk, code: string, given: ApologyToDraft) {
  return changeDossier(desk, code, { type: 'DraftApology', ...given })
}
