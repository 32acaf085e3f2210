import type { SupplementToRequest } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The citizen is asked, once and for all of it, for what is missing or wrong; the clock stops. */
export function requestSupplement(desk: Desk, code: string, given: SupplementToRequest) {
  return changeDossier(desk, code, { type: 'RequestSupplement', ...given })
}
