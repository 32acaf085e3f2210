import type { SupplementToTake } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** What the citizen was asked for is handed in at the counter; the clock goes on. */
export function takeSupplement(desk: Desk, code: string, given: SupplementToTake) {
  return changeDossier(desk, code, { type: 'TakeSupplement', ...given })
}
