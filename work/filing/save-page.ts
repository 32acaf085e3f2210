import { toMoment } from '#domain/calendar/moment.ts'
import { PARTS } from '#domain/filing/filing-steps.ts'
import { factsOfApplicant, filledIn, whereFree } from '#domain/filing/known-facts.ts'
import { isGroup } from '#domain/procedure/answer.ts'
import { composed } from '#domain/people/composed.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import { fillIn, saveTyped } from '#store/filing-drafts.ts'
import { type AtDraft, ownDraft } from './own-draft.ts'
import { type SeenDraft, seenDraft } from './see-draft.ts'

/** More than anybody writes on one page. */
const MOST_CHARACTERS = 20_000

/** What was typed on a page: which boxes it has, by what their names begin with, and what stands in them. */
export interface PageTyped {
  readonly boxes: readonly string[]
  readonly typed: TypedAnswers
}

/**
 * Keeps a page as it was typed, right or wrong, so that nothing is lost when somebody puts the telephone away; answers
 * the draft as it is then, with what is wrong. What was filled in from what is known and then saved is the person's own.
 */
export async function savePage(at: AtDraft, id: string, page: PageTyped): Promise<Outcome<SeenDraft>> {
  const draft = await ownDraft(at, id)
  if (isRefusal(draft)) return draft
  const isOnPage = (box: string) => page.boxes.some((one) => box === one || box.startsWith(`${one}.`))
  const typed = kept(page.typed, isOnPage)
  const boxes = Object.keys(draft.typed).filter(isOnPage)
  await saveTyped(at.desk.centre, id, { boxes, typed, at: toMoment(at.desk.now) })
  const after = Object.fromEntries(Object.entries(draft.typed).filter(([box]) => !isOnPage(box)))
  const known = Object.fromEntries(Object.entries(draft.known).filter(([box]) => !isOnPage(box)))
  const seen = await seenDraft(at.desk, { ...draft, known, typed: { ...after, ...typed } })
  return isRefusal(seen) || !page.boxes.some((box) => box.startsWith(APPLICANT))
    ? seen
    : withApplicant(at, seen)
}

const APPLICANT = `${PARTS.common}.applicant.`

/** Nobody says twice who he is: what stands under the applicant is filled into the form, where nothing stands yet. */
async function withApplicant(at: AtDraft, seen: SeenDraft): Promise<Outcome<SeenDraft>> {
  const given = seen.read.before.answers['applicant']
  const { draft, form } = seen
  const facts = isGroup(given) && seen.answering === null ? factsOfApplicant(given) : {}
  const { typed, known } = whereFree(filledIn(form.fields, 'f', facts), draft.typed)
  if (Object.keys(typed).length === 0) return seen
  await fillIn(at.desk.centre, draft.id, { typed, known })
  return seenDraft(at.desk, {
    ...draft,
    typed: { ...draft.typed, ...typed },
    known: { ...draft.known, ...known },
  })
}

/** Composed, and no more than a page holds; empty boxes are not kept. */
function kept(typed: TypedAnswers, isOnPage: (box: string) => boolean): TypedAnswers {
  let room = MOST_CHARACTERS
  const entries = Object.entries(typed).flatMap(([box, value]) => {
    const values = [value].flat().map((one) => composed(one.slice(0, Math.max(0, room))))
    room -= values.join('').length
    const said = values.filter((one) => one !== '')
    const [only] = said
    if (!isOnPage(box) || only === undefined) return []
    return [[box, said.length === 1 ? only : said] as const]
  })
  return Object.fromEntries(entries)
}
