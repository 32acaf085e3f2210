import type { OpinionToAsk } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Another body is asked, with its own deadline; the clock goes on. */
export function askOpinion(desk: Desk, code: string, given: OpinionToAsk) {
  return changeDossier(desk, code, { type: 'AskOpinion', ...given })
}
