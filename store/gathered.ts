import type { Centre } from './database.ts'
import { isConstraintViolation } from './sql-state.ts'

/** A batch is no larger than this, so that nobody waits long for the others in it. */
const MOST = 64
/** Once so many wait, a second batch goes while the first is under way. */
const SECOND_FROM = 48

interface Waiting<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Sends what many ask for at the same time together: one statement, one round trip and one commit for all that came
 * while the one before was under way. Alone, an item goes at once. A batch that breaks a constraint wrote nothing; its
 * items are sent again one by one, so that one person's mistake is never another's.
 */
export function gathered<Item, Answer>(
  send: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  const queue: Waiting<Item, Answer>[] = []
  let underWay = 0

  async function go(): Promise<void> {
    const batch = queue.splice(0, MOST)
    try {
      await answered(batch)
    } catch (error) {
      if (batch.length > 1 && isConstraintViolation(error)) await Promise.all(batch.map(alone))
      else for (const one of batch) one.reject(error)
    }
    if (queue.length > 0) void go()
    else underWay -= 1
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
      if (underWay === 2 || (underWay === 1 && queue.length < SECOND_FROM)) return
      underWay += 1
      // What else has arrived in this turn of the event loop goes along.
      setImmediate(() => void go())
    })
}

/** The same for a statement of each centre: what many ask of one centre at the same time goes in one. */
export function together<Item, Answer>(
  send: (centre: Centre, items: readonly Item[]) => Promise<readonly Answer[]>,
): (centre: Centre, item: Item) => Promise<Answer> {
  const byCentre = new WeakMap<Centre, (item: Item) => Promise<Answer>>()
  return (centre, item) => {
    const known = byCentre.get(centre)
    if (known) return known(item)
    const ask = gathered<Item, Answer>((items) => send(centre, items))
    byCentre.set(centre, ask)
    return ask(item)
  }
}
