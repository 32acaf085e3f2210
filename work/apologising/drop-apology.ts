import type { ApologyToDrop } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** An apology is not to be sent. */
export function dropApology(desk: Desk, code: string, given: ApologyToDrop) {
  return changeDossier(desk, code, { type: 'DropApology', ...given })
}
