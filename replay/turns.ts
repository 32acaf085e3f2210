/** One thing to be done at its moment; doing it tells when the next is due, or nothing more. */
export interface Turn {
  readonly at: Temporal.Instant
  readonly take: () => Promise<Turn | null>
}

/**
 * Takes turns in the order of time, so many side by side: turns of about the same moment go on together, as they do
 * at the counters of a hall.
 */
export function takeTurns(first: readonly Turn[], sideBySide: number): Promise<void> {
  const waiting = heapOf(first)
  let underWay = 0
  return new Promise((resolve, reject) => {
    function goOn(): void {
      while (underWay < sideBySide) {
        const turn = waiting.takeEarliest()
        if (!turn) break
        underWay += 1
        turn.take().then((next) => {
          underWay -= 1
          if (next) waiting.add(next)
          goOn()
        }, reject)
      }
      if (underWay === 0) resolve()
    }
    goOn()
  })
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
