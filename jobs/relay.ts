import type { Desk } from '#work/desk.ts'
import { relayCentre } from '#work/relaying/relay-centre.ts'
import { type Rounds, startRounds } from './rounds.ts'
import type { Watch } from './watch.ts'

/** How long the relay waits before it looks again: about as much as a figure lags behind. */
const PAUSE_MS = 300
/** With as much as this in one round there is more behind it, and the relay goes on at once. */
const A_LOT = 2000

/**
 * Carries what lies in the outboxes of all centres, round after round, until stopped. A centre that fails is told of
 * and tried again in the next round; it never holds up the others.
 */
export function startRelay(centres: () => Promise<readonly Desk['centre'][]>, watch: Watch): Rounds {
  return startRounds('relay', watch, { firstMs: 0, failedMs: PAUSE_MS }, async () => {
    let done = 0
    for (const centre of await centres()) done += await round(centre, watch)
    return done < A_LOT ? PAUSE_MS : 0
  })
}

async function round(centre: Desk['centre'], watch: Watch): Promise<number> {
  try {
    const { done, findings } = await relayCentre(centre)
    for (const finding of findings) watch.found(centre.slug, finding)
    return done
  } catch (error) {
    watch.failed(`relay ${centre.slug}`, error)
    return 0
  }
}
