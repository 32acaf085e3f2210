import type { ApologyToSign } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The competent person signs an apology, by a mandate. */
export function signApology(desk: Desk, code: string, given: ApologyToSign) {
  return changeDossier(desk, code, { type: 'SignApology', ...given })
}
