import type { Centre } from '#store/database.ts'
import { clearFigures, onSnapshot, putFacts } from '#store/figure-checks.ts'
import { factsFromEvents } from './full-count.ts'

/**
 * Counts all figures anew from the events: the roll-ups are emptied and every fact is put down to be rolled up again.
 * What happens meanwhile is put down by itself and stays.
 */
export async function recount(centre: Centre): Promise<void> {
  await onSnapshot(centre, async (snapshot) => {
    await clearFigures(snapshot)
    for await (const facts of factsFromEvents(snapshot))
      for (let from = 0; from < facts.length; from += FACTS_A_LINE)
        await putFacts(snapshot, facts.slice(from, from + FACTS_A_LINE))
  })
}

const FACTS_A_LINE = 500
