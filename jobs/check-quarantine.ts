import { checkQuarantine, dropOldUploads, type QuarantineDesk } from '#work/filing/check-quarantine.ts'
import { dropHalfArrived } from '#work/field/drop-half-arrived.ts'
import { type Rounds, startDeskRounds } from './rounds.ts'
import type { Watch } from './watch.ts'

/** Nobody stands waiting: what could be checked at once was. */
const EVERY_MS = 30_000

/**
 * Every half minute each centre looks again at what waits in quarantine, and throws away what nobody went on with: uploads, and
 * pieces of packets.
 */
export function startCheckingQuarantine(
  desks: () => Promise<readonly QuarantineDesk[]>,
  watch: Watch,
  everyMs: number = EVERY_MS,
): Rounds {
  return startDeskRounds('quarantine', watch, { everyMs, desks }, async (desk) => {
    await checkQuarantine(desk)
    await dropOldUploads(desk)
    await dropHalfArrived(desk)
  })
}
