import type { StepToComplete } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The present step is done; the dossier goes to the next. */
export function completeStep(desk: Desk, code: string, given: StepToComplete) {
  return changeDossier(desk, code, { type: 'CompleteStep', ...given })
}
