import type { PartToGiveUp } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Whoever leads goes on without a part, by a rule. */
export function giveUpPart(desk: Desk, code: string, given: PartToGiveUp) {
  return changeDossier(desk, code, { type: 'GiveUpPart', ...given })
}
