import { setTimeout as wait } from 'node:timers/promises'
import type { Desk } from '#work/desk.ts'
import { relayCentre } from '#work/relaying/relay-centre.ts'
import type { Watch } from './watch.ts'

/** How long the relay waits before it looks again: about as much as a figure lags behind. */
const PAUSE_MS = 300
/** With as much as this in one round there is more behind it, and the relay goes on at once. */
const A_LOT = 2000

/**
 * Carries what lies in the outboxes of all centres, round after round, until stopped. A centre that fails is told of
 * and tried again in the next round; it never holds up the others.
 */
export function startRelay(centres: () => Promise<readonly Desk['centre'][]>, watch: Watch) {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      let done = 0
      try {
        for (const centre of await centres()) done += await round(centre, watch)
      } catch (error) {
        watch.failed('relay', error)
      }
      if (done < A_LOT)
        await wait(PAUSE_MS, undefined, { signal: stopping.signal }).catch((reason: unknown) => {
          if (!stopping.signal.aborted) throw reason
        })
    }
  })()
  return {
    /** Ends after the round under way. */
    async stop(): Promise<void> {
      stopping.abort()
      await running
    },
  }
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
