import { setTimeout as wait } from 'node:timers/promises'
import type { Desk } from '#work/desk.ts'
import type { Watch } from './watch.ts'

/** Something that is done again and again until it is stopped. */
export interface Rounds {
  /** Ends after the round under way. */
  stop(): Promise<void>
}

interface Pauses {
  /** Before the first round, in milliseconds. */
  readonly firstMs: number
  /** After a round that failed. */
  readonly failedMs: number
}

/** Goes round after round; each answers how many milliseconds it is until the next. One that fails is told of. */
export function startRounds(
  name: string,
  watch: Watch,
  { firstMs, failedMs }: Pauses,
  round: () => Promise<number>,
): Rounds {
  const stopping = new AbortController()
  const { signal } = stopping
  const running = (async () => {
    for (let pause = firstMs; ;) {
      await wait(pause, undefined, { signal }).catch((reason: unknown) => {
        if (!signal.aborted) throw reason
      })
      if (signal.aborted) return
      try {
        pause = await round()
      } catch (error) {
        watch.failed(name, error)
        pause = failedMs
      }
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** The same at every desk, so long after it was done last; a desk that fails is told of and holds up no other. */
export function startDeskRounds<One extends Pick<Desk, 'centre'>>(
  name: string,
  watch: Watch,
  { everyMs, desks }: { readonly everyMs: number; readonly desks: () => Promise<readonly One[]> },
  work: (desk: One) => Promise<unknown>,
): Rounds {
  return startRounds(name, watch, { firstMs: everyMs, failedMs: everyMs }, async () => {
    for (const desk of await desks())
      await work(desk).catch((error: unknown) => watch.failed(`${name} ${desk.centre.slug}`, error))
    return everyMs
  })
}
