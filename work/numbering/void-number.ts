import type { NumberToVoid } from '#shapes/dossier-commands.ts'
import { changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The number of a spoiled or abandoned paper is void, with its reason; it is never given again. */
export function voidNumber(desk: Desk, code: string, given: NumberToVoid) {
  return changeDossier(desk, code, { type: 'VoidNumber', ...given })
}
