import type { ResultToHandBack } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The result is handed to the citizen or to who may take it. */
export function handBackResult(desk: Desk, code: string, given: ResultToHandBack) {
  return changeDossier(desk, code, { type: 'HandBack', ...given })
}
