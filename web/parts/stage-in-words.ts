import type { Words } from '../words/vi.ts'

/** How a dossier stands, with what the citizen is waited for told apart: papers, or a payment to the state. */
export function stageInWords(
  { stages, waitingFor }: Pick<Words, 'stages' | 'waitingFor'>,
  {
    stage,
    waitsFor,
  }: { readonly stage: keyof Words['stages']; readonly waitsFor: keyof Words['waitingFor'] | null },
): string {
  return waitsFor === null ? stages[stage] : waitingFor[waitsFor]
}
