import type { ResultToMarkReady } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The result lies ready for the citizen; its timeliness is fixed. */
export function markReady(desk: Desk, code: string, given: ResultToMarkReady) {
  return changeDossier(desk, code, { type: 'MarkReady', ...given })
}
