import type { OpinionToRecord } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** What the body answered, or that it did not by its deadline. */
export function recordOpinion(desk: Desk, code: string, given: OpinionToRecord) {
  return changeDossier(desk, code, { type: 'RecordOpinion', ...given })
}
