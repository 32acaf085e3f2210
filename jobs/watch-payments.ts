import type { Desk } from '#work/desk.ts'
import { watchPayments } from '#work/paying/watch-payments.ts'
import { type Rounds, startDeskRounds } from './rounds.ts'
import type { Watch } from './watch.ts'

/** A citizen waits before a page for what nobody has told yet. */
const EVERY_MS = 30_000

/** Every half minute each centre that is paid online asks about what is not known and takes up what was cut off. */
export function startPaymentWatch(desks: () => Promise<readonly Desk[]>, watch: Watch): Rounds {
  return startDeskRounds('payments', watch, { everyMs: EVERY_MS, desks }, (desk) =>
    watchPayments(desk, (what, error) => watch.failed(what, error)),
  )
}
