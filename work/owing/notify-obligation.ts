import type { ObligationToNotify } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A notice of what the citizen owes the state is written down as it was issued. */
export function notifyObligation(desk: Desk, code: string, given: ObligationToNotify) {
  return changeDossier(desk, code, { type: 'NotifyObligation', ...given })
}
