import type { FeeToAssess } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** What is to be paid is put down, with who is exempt and why. */
export function assessFee(desk: Desk, code: string, given: FeeToAssess) {
  return changeDossier(desk, code, { type: 'AssessFee', ...given })
}
