import type { RefusalToPropose } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The request is not to be granted; the refusal goes to be approved. */
export function proposeRefusal(desk: Desk, code: string, given: RefusalToPropose) {
  return changeDossier(desk, code, { type: 'ProposeRefusal', ...given })
}
