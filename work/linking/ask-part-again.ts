import type { PartToAskAgain } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Whoever leads asks for a part again; its time begins anew. */
export function askPartAgain(desk: Desk, code: string, given: PartToAskAgain) {
  return changeDossier(desk, code, { type: 'AskPartAgain', ...given })
}
