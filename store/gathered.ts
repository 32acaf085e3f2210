import { isConstraintViolation } from './sql-state.ts'

/** How many batches are under way at once: one is being written while the next is on its way. */
const AT_ONCE = 1
/** A batch is no larger than this, so that nobody waits long for the others in it. */
const MOST = 64

interface Waiting<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Sends what many ask for at the same time together: one statement, one round trip and one commit for all that came
 * while earlier ones were under way. Alone, an item goes at once. A batch that breaks a constraint wrote nothing; its
 * items are sent again one by one, so that one person's mistake is never another's.
 */
export function gathered<Item, Answer>(
  send: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  const queue: Waiting<Item, Answer>[] = []
  let underWay = 0
  let isCalled = false

  function call(): void {
    if (isCalled || underWay >= AT_ONCE || queue.length === 0) return
    isCalled = true
    setImmediate(() => {
      isCalled = false
      void go(queue.splice(0, MOST))
    })
  }

  async function go(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    underWay += 1
    call()
    try {
      await answered(batch)
    } catch (error) {
      if (batch.length > 1 && isConstraintViolation(error)) await Promise.all(batch.map((one) => alone(one)))
      else for (const one of batch) one.reject(error)
    }
    underWay -= 1
    call()
  }

  async function alone(one: Waiting<Item, Answer>): Promise<void> {
    try {
      await answered([one])
    } catch (error) {
      one.reject(error)
    }
  }

  async function answered(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    const answers = await send(batch.map((one) => one.item))
    for (const [place, one] of batch.entries()) {
      const answer = answers[place]
      if (answer === undefined) one.reject(new Error('a batch was answered too shortly'))
      else one.resolve(answer)
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      call()
    })
}
