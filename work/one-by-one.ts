import { type Outcome, refuse } from '#domain/outcome.ts'

/** What became of one of several. */
export interface OneDone<Given, Value> {
  readonly given: Given
  readonly outcome: Outcome<Value>
}

/**
 * Does the same to several, one after another and each for itself: what is refused for one does not keep the others
 * back. Sent again, what was done before is answered alike, as each is a command with an id of its own. A fault of the
 * program at one is told to `onFault` and answered as `not-carried-out`; without anybody to tell it ends the row.
 */
export async function oneByOne<Given, Value>(
  given: readonly Given[],
  act: (one: Given) => Promise<Outcome<Value>>,
  onFault?: (fault: unknown) => void,
): Promise<readonly OneDone<Given, Value>[]> {
  const done: OneDone<Given, Value>[] = []
  for (const one of given) done.push({ given: one, outcome: await tried(one, act, onFault) })
  return done
}

async function tried<Given, Value>(
  one: Given,
  act: (one: Given) => Promise<Outcome<Value>>,
  onFault?: (fault: unknown) => void,
): Promise<Outcome<Value>> {
  try {
    return await act(one)
  } catch (fault) {
    if (!onFault) throw fault
    onFault(fault)
    return refuse('not-carried-out')
  }
}
