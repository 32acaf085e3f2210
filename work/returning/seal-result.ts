import type { ResultToSeal } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The approved result is numbered and sealed. */
export function sealResult(desk: Desk, code: string, given: ResultToSeal) {
  return changeDossier(desk, code, { type: 'SealResult', ...given })
}
