import { isId } from '#shapes/id.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type DraftRow, draftOf, takeOverDraft } from '#store/filing-drafts.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { filingsAreOn } from './filing-law.ts'

/** Who fills in: at which desk, and with what in the browser where nobody has signed in. */
export interface AtDraft {
  readonly desk: Desk
  readonly browser: string | null
}

/** A draft nobody has touched for so long is thrown away. */
export const DRAFT_DAYS = 60

/** How what a browser holds is kept: the table alone opens nothing. */
export function browserHash(browser: string | null): string | null {
  return browser === null ? null : seal(`draft ${browser}`)
}

/**
 * A draft, for whom it belongs to: the account, the browser it was begun in, or the officer who helps. What was begun
 * before the sign-in becomes the account's the first time it is opened with it.
 */
export async function ownDraft({ desk, browser }: AtDraft, id: string): Promise<Outcome<DraftRow>> {
  const isOn = await filingsAreOn(desk)
  if (isRefusal(isOn)) return isOn
  const draft = isId(id) ? await draftOf(desk.centre, id) : undefined
  const none = refuse('no-filing-draft')
  if (!draft || toMoment(desk.now.subtract({ hours: DRAFT_DAYS * 24 })) > draft.changedAt) return none
  const { actor } = desk
  if (actor.kind === 'staff') return draft.helper === actor.id ? draft : none
  if (draft.helper !== null) return none
  const isOfBrowser = draft.browser !== null && draft.browser === browserHash(browser)
  if (actor.kind === 'public') return isOfBrowser ? draft : none
  if (draft.citizen === actor.id) return draft
  if (!isOfBrowser) return none
  await takeOverDraft(desk.centre, id, actor.id)
  return { ...draft, citizen: actor.id, browser: null }
}
