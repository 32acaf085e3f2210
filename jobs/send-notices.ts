import { makeNotices } from '#work/telling/make-notices.ts'
import type { NoticeDesk } from '#work/telling/notice-office.ts'
import { sendDueNotices } from '#work/telling/send-notices.ts'
import { type Rounds, startRounds } from './rounds.ts'
import type { Watch } from './watch.ts'

/** How long it waits before it looks again: a citizen notices no second. */
const PAUSE_MS = 1000
/** Between two rounds with much to tell: people at the counters come first. */
const BREATH_MS = 200

/**
 * Makes notices of what citizens are to be told and sends those that are due, in the centres that tell citizens
 * anything, round after round, until stopped. It goes
 * beside the relay, because who delivers may be slow; a centre that fails never holds up the others.
 */
export function startSendingNotices(desks: () => Promise<readonly NoticeDesk[]>, watch: Watch): Rounds {
  return startRounds('notices', watch, { firstMs: 0, failedMs: PAUSE_MS }, async () => {
    const counts = await Promise.all((await desks()).map((desk) => round(desk, watch)))
    return counts.every((count) => count === 0) ? PAUSE_MS : BREATH_MS
  })
}

async function round(desk: NoticeDesk, watch: Watch): Promise<number> {
  try {
    const made = await makeNotices(desk)
    return made + (await sendDueNotices(desk, (notice, error) => watch.failed(`notice ${notice}`, error)))
  } catch (error) {
    watch.failed(`notices ${desk.centre.slug}`, error)
    return 0
  }
}
