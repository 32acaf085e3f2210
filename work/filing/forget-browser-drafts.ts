import { draftsOf, dropDraft } from '#store/filing-drafts.ts'
import { inOne } from '#store/in-one.ts'
import { type AtDraft, browserHash } from './own-draft.ts'

/** So many at once: nobody begins more between two touches of a screen. */
const MOST = 50

/** Throws away what was begun in a browser and is nobody's: whoever comes next has the same one. */
export async function forgetBrowserDrafts({ desk, browser }: AtDraft): Promise<void> {
  const hash = browserHash(browser)
  if (hash === null) return
  const { centre } = desk
  const drafts = await draftsOf(centre, { browser: hash }, MOST)
  await inOne(centre, async (inside) => {
    for (const { id } of drafts) await dropDraft(inside, id, true)
  })
}
