import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import {
  type ResultField,
  resultFieldsMissing,
  type ResultForm,
  type ResultValues,
} from '#domain/procedure/result-form.ts'
import { recordAccess } from '#store/access-records.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { draftCommentsOf, type DraftRow, draftsOf } from '#store/result-drafts.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { type NamedDoer, nameDoer } from '../reading/told-history.ts'
import { resultFormOf } from '../signing/result-data.ts'
import { answersFiled } from './answers-filed.ts'
import { prefilled } from './prefilled.ts'

interface SeenComment {
  readonly id: string
  readonly at: Moment
  readonly by: NamedDoer
  readonly text: string
}

export interface SeenDraft {
  readonly version: number
  readonly at: Moment
  readonly by: NamedDoer
  readonly why: string
  readonly values: ResultValues
  /** Labels of what must be filled in before it is approved. */
  readonly missing: readonly string[]
  readonly isApproved: boolean
  readonly comments: readonly SeenComment[]
}

export interface SeenDrafts {
  readonly code: string
  readonly form: Pick<ResultForm, 'key' | 'title' | 'legalBasis' | 'confidence' | 'source'>
  readonly fields: readonly ResultField[]
  /** What the form begins with: the newest version, or what the dossier knows. */
  readonly values: ResultValues
  /** The newest first. */
  readonly drafts: readonly SeenDraft[]
  readonly maySave: boolean
  readonly mayComment: boolean
}

/** What is needed of a dossier to read its drafts. */
export interface DraftsAt extends HeldDossier {
  readonly book: CentreBook
  readonly drafts: readonly DraftRow[]
}

/** The drafts of a dossier, for whoever may see it; the access is recorded before anything is given out. */
export async function draftsAt(
  desk: Desk,
  code: string,
  what: 'see-dossier' | 'see-paper',
): Promise<Outcome<DraftsAt>> {
  const { centre, actor, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const allowed = may(actor, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what, code })
  return { ...held, book: await bookOf(centre), drafts: await draftsOf(centre, held.id) }
}

/** The result form of a dossier with all that was written of it. */
export async function seeDrafts(desk: Desk, code: string): Promise<Outcome<SeenDrafts>> {
  const at = await draftsAt(desk, code, 'see-dossier')
  if (isRefusal(at)) return at
  const { dossier, book, drafts } = at
  const { procedure } = lawFor(dossier, book)
  const form = formOf(at)
  if (!form) return refuse('no-result-form')
  const { key, title, legalBasis, confidence, source, fields } = form
  const step = currentStep(dossier, procedure.steps)
  const isAtWork = dossier.stage === 'in-process' && step.kind === 'work' && !dossier.refusal
  const { unit, post } = step
  const allowed = (action: Parameters<typeof may>[1]) => !isRefusal(may(desk.actor, action, today(desk)))
  return {
    code,
    form: { key, title, legalBasis, confidence, source },
    fields,
    values:
      drafts.at(-1)?.values ?? prefilled(fields, { dossier, procedure }, await answersFiled(desk, dossier)),
    drafts: await told(desk, at, fields),
    maySave: isAtWork && allowed({ kind: 'act-on-step', unit, post }),
    mayComment: drafts.length > 0 && allowed({ kind: 'write-note', dossier }),
  }
}

/** The form the drafts were written by; where none was, the one the next would be. */
export function formOf({ dossier, book, drafts }: DraftsAt) {
  const hash = drafts.at(-1)?.form
  const { procedure } = lawFor(dossier, book)
  return book.resultForms.find((one) => one.hash === hash) ?? resultFormOf(book, { dossier, procedure })
}

async function told(
  { centre }: Desk,
  { id, dossier, book, drafts }: DraftsAt,
  fields: readonly ResultField[],
): Promise<SeenDraft[]> {
  const comments = await draftCommentsOf(centre, id)
  const names = await staffNames(
    centre,
    [...drafts, ...comments].map(({ staff }) => staff),
  )
  const by = (one: Parameters<typeof nameDoer>[0]) => nameDoer(one, { book, names })
  return drafts.toReversed().map((draft) => ({
    version: draft.number,
    at: draft.at,
    by: by(draft),
    why: draft.why,
    values: draft.values,
    missing: resultFieldsMissing(fields, draft.values).map(({ label }) => label),
    isApproved: dossier.draft?.version === draft.number,
    comments: comments
      .filter(({ number }) => number === draft.number)
      .map((one) => ({ id: one.id, at: one.at, by: by(one), text: one.text })),
  }))
}
