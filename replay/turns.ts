/** One thing to be done at its moment; doing it tells when the next is due, or nothing more. */
export interface Turn {
  readonly at: Temporal.Instant
  readonly take: () => Promise<Turn | null>
}

/**
 * Takes turns in the order of time, so many side by side: turns of about the same moment go on together, as they do
 * at the counters of a hall.
 */
export async function takeTurns(first: readonly Turn[], sideBySide: number): Promise<void> {
  const waiting = heapOf(first)
  const idle: (() => void)[] = []
  let underWay = 0

  async function standAtACounter(): Promise<void> {
    for (;;) {
      const turn = waiting.takeEarliest()
      if (!turn) {
        // What is under way elsewhere may still lead to another turn.
        if (underWay === 0) return
        await new Promise<void>((resolve) => idle.push(resolve))
        continue
      }
      underWay += 1
      const next = await turn.take()
      underWay -= 1
      if (next) waiting.add(next)
      for (const wake of idle.splice(0)) wake()
    }
  }

  await Promise.all(Array.from({ length: sideBySide }, standAtACounter))
}

/** A binary heap: the earliest turn is found among hundreds of thousands without putting them in order. */
function heapOf(first: readonly Turn[]) {
  const heap: { key: number; turn: Turn }[] = []
  const swap = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]]
    if (a && b) [heap[one], heap[other]] = [b, a]
  }
  const isBefore = (one: number, other: number) =>
    (heap[one]?.key ?? Infinity) < (heap[other]?.key ?? Infinity)

  function add(turn: Turn): void {
    heap.push({ key: turn.at.epochMilliseconds, turn })
    for (let place = heap.length - 1; place > 0;) {
      const parent = (place - 1) >> 1
      if (!isBefore(place, parent)) return
      swap(place, parent)
      place = parent
    }
  }

  function takeEarliest(): Turn | undefined {
    const [earliest] = heap
    const last = heap.pop()
    if (earliest === undefined || last === undefined || heap.length === 0) return earliest?.turn
    heap[0] = last
    for (let place = 0; ;) {
      const left = 2 * place + 1
      const smaller = isBefore(left + 1, left) ? left + 1 : left
      if (!isBefore(smaller, place)) return earliest.turn
      swap(place, smaller)
      place = smaller
    }
  }

  for (const turn of first) add(turn)
  return { add, takeEarliest }
}
