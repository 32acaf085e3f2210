import type { ResultToNumber } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The approved result takes the next number of its book and the day, and waits with them for the seal. */
export function numberResult(desk: Desk, code: string, given: ResultToNumber) {
  return changeDossier(desk, code, { type: 'NumberResult', ...given })
}
