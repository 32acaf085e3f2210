import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Centre } from '#store/database.ts'
import { draftsUntouched, dropDraft } from '#store/filing-drafts.ts'
import { inOne } from '#store/in-one.ts'
import { type AtDraft, DRAFT_DAYS, ownDraft } from './own-draft.ts'

/** Throws a draft away with its files, for whom it belongs to. */
export async function dropOwnDraft(at: AtDraft, id: string): Promise<Outcome<true>> {
  const draft = await ownDraft(at, id)
  if (isRefusal(draft)) return draft
  await inOne(at.desk.centre, (inside) => dropDraft(inside, id, true))
  return true
}

const AT_ONCE = 500

/** Throws away what nobody has touched for so long; answers how much that was. */
export async function dropOldDrafts(centre: Centre, now: Temporal.Instant): Promise<number> {
  const old = await draftsUntouched(centre, toMoment(now.subtract({ hours: 24 * DRAFT_DAYS })), AT_ONCE)
  for (const { id } of old) await inOne(centre, (inside) => dropDraft(inside, id, true))
  return old.length
}
