import { toMoment } from '#domain/calendar/moment.ts'
import { answerFiling as decide } from '#domain/filing/decide.ts'
import { mayFollow } from '#domain/filing/decide.ts'
import { FOR_OTHER, FOR_SELF } from '#domain/filing/common-form.ts'
import { AUTHORITY } from '#domain/filing/events.ts'
import { PARTS, typedAs, typedIn } from '#domain/filing/filing-steps.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { typedOf } from '#domain/procedure/typed-of.ts'
import { addDraft, draftOf, dropDraft } from '#store/filing-drafts.ts'
import { giveFiles } from '#store/filing-files.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { type ChangedFiling, changeFiling } from './change-filing.ts'
import { formOfVersion } from './filing-law.ts'
import { CameMeanwhile, nothingBesides, nothingOnItsWay } from './nothing-on-its-way.ts'
import type { AtDraft } from './own-draft.ts'
import { ownFiling } from './see-own-filing.ts'
import { sendingOf } from './sent-before.ts'
import { seeDraft } from './see-draft.ts'

/** Begins to answer what was asked: all that was filed stands there again, and only what is wrong is asked for. */
export async function beginAnswer(desk: Desk, filing: string): Promise<Outcome<string>> {
  const held = await ownFiling(desk, filing, 'act')
  if (isRefusal(held)) return held
  const possible = mayFollow(held.filing, 'AnswerFiling')
  if (isRefusal(possible)) return possible
  const { actor, centre, now } = desk
  const { procedure, form, case: chosen, content, version, by } = held.filing
  const id = derivedId(filing, 'answer', version)
  if (await draftOf(centre, id)) return id
  const { fields } = await formOfVersion(desk, form)
  const isForOther = content.papers.some(({ component }) => component === AUTHORITY)
  const at = toMoment(now)
  await addDraft(centre, {
    id,
    citizen: actor.kind === 'citizen' ? actor.id : null,
    browser: null,
    helper: actor.kind === 'staff' ? actor.id : null,
    procedure,
    form: form.key,
    formVersion: form.version,
    typed: {
      case: chosen,
      'c.forWhom': isForOther ? FOR_OTHER : (by.representation ?? FOR_SELF),
      ...typedAs(typedOf(fields, content.answers), PARTS.form),
      ...Object.fromEntries(content.papers.map(({ component, way }) => [`${PARTS.paper}.${component}`, way])),
    },
    known: {},
    answers: filing,
    answersDossier: null,
    madeAt: at,
    changedAt: at,
  })
  return id
}

/** Sends the answer: what was asked for, in the form it was asked by. */
export async function answerFiling(at: AtDraft, draft: string): Promise<Outcome<ChangedFiling>> {
  const seen = await seeDraft(at, draft)
  if (isRefusal(seen)) return seen
  const filing = seen.draft.answers
  const { answering, form, law, papers } = seen
  if (filing === null || !answering) return refuse('no-filing-draft')
  const { desk } = at
  const settled = await nothingOnItsWay(desk, draft)
  if (isRefusal(settled)) return settled
  const typed = typedIn(seen.draft.typed, PARTS.form)
  const command = { id: sendingOf(draft), version: answering.version, content: { typed, papers } }
  const sent = changeFiling(
    desk,
    filing,
    command,
    async (held) => {
      const own = await ownFiling(desk, filing, 'act')
      if (isRefusal(own)) return own
      const { by } = held.filing
      const given = { ...command, type: 'AnswerFiling', at: toMoment(desk.now), by, typed, papers } as const
      return decide(held.filing, given, { ...law, form })
    },
    async (inside) => {
      await dropDraft(inside, draft, false)
      await nothingBesides(inside, draft, papers)
      await giveFiles(inside, draft, filing)
    },
  )
  return sent.catch((error: unknown) => {
    if (error instanceof CameMeanwhile) return error.refusal
    throw error
  })
}
