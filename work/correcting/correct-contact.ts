import type { ContactToCorrect } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Contact data and the spelling of a name are put right by one officer. */
export function correctContact(desk: Desk, code: string, given: ContactToCorrect) {
  return changeDossier(desk, code, { type: 'CorrectContact', ...given })
}
