import type { Desk } from '#work/desk.ts'
import { remindCentre } from '#work/reminding/remind-centre.ts'
import type { Watch } from './watch.ts'

/** Reminders hang on minutes and days; a few minutes later is soon enough. */
const EVERY_MS = 5 * 60_000

/** Every few minutes who holds what is near due or late is reminded, in each centre, whatever fails in another. */
export function startReminding(
  centres: () => Promise<readonly Desk['centre'][]>,
  now: () => Temporal.Instant,
  watch: Watch,
) {
  let timer = setTimeout(run, EVERY_MS)
  let sweep = Promise.resolve()
  function run() {
    sweep = sweepAll().finally(() => {
      timer = setTimeout(run, EVERY_MS)
    })
  }
  async function sweepAll(): Promise<void> {
    try {
      for (const centre of await centres())
        await remindCentre(centre, now(), (code, error) => watch.failed(`reminder of ${code}`, error)).catch(
          (error: unknown) => watch.failed(`reminders ${centre.slug}`, error),
        )
    } catch (error) {
      watch.failed('reminders', error)
    }
  }
  return {
    /** Ends after the sweep under way. */
    async stop(): Promise<void> {
      clearTimeout(timer)
      await sweep
      clearTimeout(timer)
    },
  }
}
