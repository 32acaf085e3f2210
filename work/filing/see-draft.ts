import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { holdsOn, type Representation } from '#domain/people/representation.ts'
import { type CommonForm, commonForm, type FiledPeople, peopleIn } from '#domain/filing/common-form.ts'
import { AUTHORITY, type FilingPaper, type PaperWay } from '#domain/filing/events.ts'
import { type Answering, papersAgain } from '#domain/filing/answering.ts'
import {
  type FilingRead,
  type FilingStep,
  PARTS,
  readFiling,
  stepsOf,
  stepsToAnswer,
} from '#domain/filing/filing-steps.ts'
import { copiesForPaper, HELD } from '#domain/filing/held-papers.ts'
import { type PaperAsked, papersAsked } from '#domain/filing/papers-filed.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { type Form, NO_FORM } from '#domain/procedure/form.ts'
import { type Case, caseOf, forChannel } from '#domain/procedure/procedure.ts'
import { type TypedAnswers, typedText } from '#domain/procedure/read-answer.ts'
import { type HeldCopyRow, heldCopies } from '#store/copies.ts'
import { type DraftRow } from '#store/filing-drafts.ts'
import { type FiledFileRow, filesOf } from '#store/filing-files.ts'
import { holdFiling } from '#store/filings.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { askedDossier } from '../answering/asked-dossier.ts'
import { filingLaw, formOfVersion, lawOfDossier, type LawOfFiling } from './filing-law.ts'
import { type AtDraft, ownDraft } from './own-draft.ts'

/** A draft as its pages show it: what is asked, what was typed, what of it is wrong, page by page. */
export interface SeenDraft {
  readonly draft: DraftRow
  readonly law: LawOfFiling
  /** The form as it was when the draft was begun or last carried over. */
  readonly form: Form
  /** Null while no case was chosen. */
  readonly chosen: Case | null
  readonly common: CommonForm
  readonly read: FilingRead
  readonly people: FiledPeople
  readonly representations: readonly Representation[]
  readonly asked: readonly PaperAsked[]
  readonly papers: readonly FilingPaper[]
  readonly files: readonly FiledFileRow[]
  /** Copies the centre holds that may stand for a paper, by its key. */
  readonly held: ReadonlyMap<string, readonly HeldCopyRow[]>
  readonly steps: readonly FilingStep[]
  /** The filing or dossier it answers; null for a new one. */
  readonly answering: Answering | null
  /** Whether the form holds by another version today: then it is carried over before it goes on. */
  readonly isFormChanged: boolean
}

export async function seeDraft(at: AtDraft, id: string): Promise<Outcome<SeenDraft>> {
  const draft = await ownDraft(at, id)
  return isRefusal(draft) ? draft : seenDraft(at.desk, draft)
}

/** The same of a draft that was found to be the person's. */
export async function seenDraft(desk: Desk, draft: DraftRow): Promise<Outcome<SeenDraft>> {
  if (draft.answersDossier) return draftForDossier(desk, draft, draft.answersDossier.code)
  const law = await filingLaw(desk, draft.procedure)
  if (isRefusal(law)) return law
  const form = await formOfVersion(desk, { key: draft.form, version: draft.formVersion })
  const answering = draft.answers === null ? null : await holdFiling(desk.centre, draft.answers)
  const files = [
    ...(draft.answers === null ? [] : await filesOf(desk.centre, draft.answers)),
    ...(await filesOf(desk.centre, draft.id)),
  ]
  const copies = await copiesOfOwn(desk)
  return assembled(desk, { draft, law, form, files, copies, answering: answering?.filing ?? null })
}

const MOST_COPIES = 60

/** What the centre holds of the papers of whom the national identity vouches for; of nobody else anything is looked up. */
async function copiesOfOwn({ centre, actor }: Desk): Promise<readonly HeldCopyRow[]> {
  if (actor.kind !== 'citizen' || !isVerified(actor) || actor.idNumber === null) return []
  return heldCopies(centre, actor.idNumber, MOST_COPIES)
}

/** A draft for a dossier, as long as it waits for its citizen: under its own law, with what was answered by then. */
async function draftForDossier(desk: Desk, draft: DraftRow, code: string): Promise<Outcome<SeenDraft>> {
  const asked = await askedDossier(desk, code)
  if (!asked) return refuse('no-filing-draft')
  const { held, items, filed } = asked
  const { form, answers, papers } = filed ?? { form: NO_FORM, answers: {}, papers: [] }
  return assembled(desk, {
    draft,
    law: await lawOfDossier(desk, held.dossier),
    form,
    files: await filesOf(desk.centre, draft.id),
    // What is asked for after the receipt was looked at and found wanting.
    copies: [],
    answering: { version: held.dossier.version, content: { answers, papers }, asked: { items } },
  })
}

interface Parts {
  readonly draft: DraftRow
  readonly law: LawOfFiling
  readonly form: Form
  readonly files: readonly FiledFileRow[]
  /** Certified copies the centre holds of the person. */
  readonly copies: readonly HeldCopyRow[]
  readonly answering: Answering | null
}

function assembled(desk: Desk, { draft, law, form, files, answering, copies }: Parts): SeenDraft {
  const { procedure, dataSources, places } = law
  const on = today(desk)
  const chosen = caseIn(law, draft.typed)
  const representations = mayFileFor(desk, procedure.key)
  const isPerCopy = chosen !== null && forChannel(chosen.fee, 'online').kind === 'per-copy'
  const asksCopies = isPerCopy && !form.fields.some(({ name }) => name === 'copies')
  const common = commonForm({ procedure, representations, asksCopies })
  const read = readFiling({ common, fields: form.fields }, { typed: draft.typed, today: on, places })
  const people = peopleIn(read.before.answers, representations)
  const isForDossier = draft.answersDossier !== null
  const asked = isForDossier
    ? papersAgain(answering?.asked?.items ?? [], chosen?.components ?? [])
    : chosen
      ? papersAsked({ chosen, procedure, dataSources, on })
      : []
  const needsAuthority = people.needsAuthority && !isForDossier
  const held = heldFor(desk, { copies, asked, isForSelf: people.owner === people.applicant })
  const outline = {
    common,
    fields: form.fields,
    papers: asked,
    needsAuthority,
    asksCase: procedure.cases.length > 1 && answering === null,
  }
  return {
    draft,
    law,
    form,
    chosen,
    common,
    read,
    people,
    representations,
    asked,
    papers: papersIn({ asked, needsAuthority, typed: draft.typed, files, answering, held }),
    held,
    files,
    steps: answering ? stepsToAnswer(stepsOf(outline, read), answering, read) : stepsOf(outline, read),
    answering,
    isFormChanged: answering === null && (form.key !== law.form.key || form.version !== law.form.version),
  }
}

/** The case of a draft: the one chosen, or the only one there is. */
function caseIn({ procedure }: LawOfFiling, typed: TypedAnswers): Case | null {
  const [only, ...more] = procedure.cases
  if (only && more.length === 0) return only
  const found = caseOf(procedure, typedText(typed, 'case'))
  return isRefusal(found) ? null : found
}

/** Those for whom the account may file this procedure. */
function mayFileFor(desk: Desk, procedure: string): Representation[] {
  if (desk.actor.kind !== 'citizen') return []
  return desk.actor.actsFor.filter(
    (one) =>
      holdsOn(one, today(desk)) &&
      one.right !== 'see' &&
      (one.procedures === null || one.procedures.includes(procedure)),
  )
}

interface HeldAsked extends Pick<Parts, 'copies'>, Pick<SeenDraft, 'asked'> {
  readonly isForSelf: boolean
}

/** The copies held of the person himself, by the papers they may stand for. */
function heldFor(desk: Desk, { copies, asked, isForSelf }: HeldAsked): SeenDraft['held'] {
  const { actor } = desk
  const vouchedNumber = actor.kind === 'citizen' && isVerified(actor) ? actor.idNumber : null
  const filer = { vouchedNumber, isForSelf, on: today(desk) }
  const certified = copies.map((copy) => ({ ...copy, isCertified: true }))
  const byPaper = asked
    .filter(({ ways }) => ways.includes('file'))
    .map(({ component }) => [component.key, copiesForPaper(certified, component, filer)] as const)
  return new Map(byPaper.filter(([, own]) => own.length > 0))
}

interface PapersTyped extends Pick<SeenDraft, 'asked' | 'files' | 'answering' | 'held'> {
  readonly needsAuthority: boolean
  readonly typed: TypedAnswers
}

/** The papers as they come so far: files where there are any, otherwise the way that was chosen. */
function papersIn({ asked, needsAuthority, typed, files, answering, held }: PapersTyped): FilingPaper[] {
  const before = (component: string) => answering?.content.papers.find((one) => one.component === component)
  const paper = (component: string, ways: readonly PaperWay[]): FilingPaper[] => {
    const isAskedAnew = answering?.asked?.items.some((one) => one.component === component) ?? true
    const kept = before(component)
    if (!isAskedAnew && kept) return [kept]
    const own = files
      .filter((one) => one.component === component && !kept?.files.some(({ id }) => id === one.id))
      .map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 }))
    if (own.length > 0) return [{ component, way: 'file', files: own }]
    const said = typedText(typed, `${PARTS.paper}.${component}`)
    const copy = held.get(component)?.find(({ scan }) => said === `${HELD}${scan}`)
    if (copy) return [{ component, way: 'held', files: [], held: { scan: copy.scan, code: copy.code } }]
    const [only] = ways
    const chosen = ways.find((way) => way === said)
    const way = ways.length === 1 ? only : chosen
    return way === undefined || way === 'file' ? [] : [{ component, way, files: [] }]
  }
  return [
    ...asked.flatMap(({ component, ways }) => paper(component.key, ways)),
    ...(needsAuthority ? paper(AUTHORITY, ['file', 'counter']) : []),
  ]
}
