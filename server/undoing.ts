/** What has to be closed again, last opened first. */
export interface Undoing {
  add(step: () => Promise<void>): void
  /** Closes everything once, also what comes after a step that fails; throws the first failure. */
  run(): Promise<void>
}

/** Nothing opened yet. */
export function startUndoing(): Undoing {
  const steps: (() => Promise<void>)[] = []
  let running: Promise<void> | undefined
  async function runAll(): Promise<void> {
    const failures: unknown[] = []
    for (const step of steps.toReversed()) {
      try {
        await step()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
  return {
    add: (step) => void steps.push(step),
    run: () => (running ??= runAll()),
  }
}
