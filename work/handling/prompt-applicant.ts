import type { ApplicantToPrompt } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Records that the applicant was reminded of what is waited for. */
export function promptApplicant(desk: Desk, code: string, given: ApplicantToPrompt) {
  return changeDossier(desk, code, { type: 'PromptApplicant', ...given })
}
