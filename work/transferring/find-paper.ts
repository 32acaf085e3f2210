import type { PaperToFind } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A paper that was missed is there after all: found, or replaced by another. */
export function findPaper(desk: Desk, code: string, given: PaperToFind) {
  return changeDossier(desk, code, { type: 'FindPaper', ...given })
}
