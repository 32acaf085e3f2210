import type { Desk } from '#work/desk.ts'
import { watchPost } from '#work/post/watch-post.ts'
import { type Rounds, startDeskRounds } from './rounds.ts'
import type { Watch } from './watch.ts'

/** A parcel is under way for days; orders the post has not answered wait at the counter. */
const EVERY_MS = 60_000

/** Every minute each centre that is joined to the post asks about what is not known and takes up what was cut off. */
export function startPostWatch(desks: () => Promise<readonly Desk[]>, watch: Watch): Rounds {
  return startDeskRounds('post', watch, { everyMs: EVERY_MS, desks }, (desk) =>
    watchPost(desk, (what, error) => watch.failed(what, error)),
  )
}
