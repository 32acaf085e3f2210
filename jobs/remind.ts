import { type RemindingDesk, remindCentre } from '#work/reminding/remind-centre.ts'
import { type Rounds, startDeskRounds } from './rounds.ts'
import type { Watch } from './watch.ts'

/** Reminders hang on minutes and days; a few minutes later is soon enough. */
const EVERY_MS = 5 * 60_000

/** Every few minutes who holds what is near due or late is reminded, in each centre, whatever fails in another. */
export function startReminding(desks: () => Promise<readonly RemindingDesk[]>, watch: Watch): Rounds {
  return startDeskRounds('reminders', watch, { everyMs: EVERY_MS, desks }, (desk) =>
    remindCentre(desk, (code, error) => watch.failed(`reminder of ${code}`, error)),
  )
}
