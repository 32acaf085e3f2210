/** One thing at a time: what is done for a dossier taken in outside, in its order. */
export const INTAKE_STEPS = ['procedure', 'person', 'papers', 'form', 'fee', 'sign'] as const
export type IntakeStep = (typeof INTAKE_STEPS)[number]

/** The steps of a draft: a form is filled in on the device only where that was chosen. */
export function stepsOf(isFilledHere: boolean): readonly IntakeStep[] {
  return INTAKE_STEPS.filter((step) => step !== 'form' || isFilledHere)
}

/** The step behind one; null behind the last. */
export function stepBehind(steps: readonly IntakeStep[], step: IntakeStep): IntakeStep | null {
  return steps[steps.indexOf(step) + 1] ?? null
}

/** The step before one; null before the first. */
export function stepBefore(steps: readonly IntakeStep[], step: IntakeStep): IntakeStep | null {
  return steps[steps.indexOf(step) - 1] ?? null
}
