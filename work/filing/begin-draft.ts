import { toMoment } from '#domain/calendar/moment.ts'
import { commonForm } from '#domain/filing/common-form.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { addDraft, draftOf, draftsOf } from '#store/filing-drafts.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { filingLaw, filingsAreOn } from './filing-law.ts'
import { filledIn } from '#domain/filing/known-facts.ts'
import { knownFacts } from './known-facts.ts'
import { type AtDraft, browserHash } from './own-draft.ts'

/** Nobody has more things half done at once. */
const MOST_DRAFTS = 20

export interface DraftToBegin {
  /** Also of the filing it becomes; the same again is the same draft. */
  readonly id: string
  readonly procedure: string
  readonly case: string | null
}

/** Begins to file a procedure: filled in with what is known, and kept from the first page on. */
export async function beginDraft(at: AtDraft, given: DraftToBegin): Promise<Outcome<string>> {
  const { desk } = at
  const isOn = await filingsAreOn(desk)
  if (isRefusal(isOn)) return isOn
  const law = await filingLaw(desk, given.procedure)
  if (isRefusal(law)) return law
  const whose = ownerOf(at)
  if (isRefusal(whose)) return whose
  const known = await draftOf(desk.centre, given.id)
  if (known) return known.procedure === given.procedure ? given.id : refuse('no-filing-draft')
  if ((await draftsOf(desk.centre, whose.by, MOST_DRAFTS)).length >= MOST_DRAFTS)
    return refuse('too-many-drafts', { most: MOST_DRAFTS })
  const facts = await knownFacts(desk)
  const { procedure, form } = law
  const common = commonForm({ procedure, representations: [], asksCopies: false })
  const [before, own] = [filledIn(common.before, 'c', facts), filledIn(form.fields, 'f', facts)]
  const now = toMoment(desk.now)
  await addDraft(desk.centre, {
    id: given.id,
    citizen: null,
    browser: null,
    helper: null,
    ...whose.row,
    procedure: procedure.key,
    form: form.key,
    formVersion: form.version,
    typed: { ...before.typed, ...own.typed, ...(given.case !== null && { case: given.case }) },
    known: { ...before.known, ...own.known },
    answers: null,
    answersDossier: null,
    madeAt: now,
    changedAt: now,
  })
  return given.id
}

/** Whose a new draft is: of the account, of the officer who helps, otherwise of the browser. */
function ownerOf({ desk, browser }: AtDraft) {
  const { actor } = desk
  if (actor.kind === 'citizen') return { by: { citizen: actor.id }, row: { citizen: actor.id } }
  if (actor.kind === 'staff') {
    const helping = mayHelp(desk)
    return isRefusal(helping) ? helping : { by: { helper: actor.id }, row: { helper: actor.id } }
  }
  const hash = browserHash(browser)
  return hash === null ? refuse('no-filing-draft') : { by: { browser: hash }, row: { browser: hash } }
}

/** Officers of the counters help with filing. */
export function mayHelp(desk: Desk): Outcome<true> {
  return may(desk.actor, { kind: 'help-to-file' }, today(desk))
}
