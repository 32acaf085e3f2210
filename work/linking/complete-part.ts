import type { PartToComplete } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** An agency does its part of a linked procedure. */
export function completePart(desk: Desk, code: string, given: PartToComplete) {
  return changeDossier(desk, code, { type: 'CompletePart', ...given })
}
