import { toMoment } from '#domain/calendar/moment.ts'
import { PARTS, typedAs } from '#domain/filing/filing-steps.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { NO_FORM } from '#domain/procedure/form.ts'
import { typedOf } from '#domain/procedure/typed-of.ts'
import { addDraft, draftOf } from '#store/filing-drafts.ts'
import type { HeldDossier } from '#store/dossiers.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { filingsAreOn } from '../filing/filing-law.ts'
import { type AtDraft, browserHash } from '../filing/own-draft.ts'
import { type AskedByNumber, dossierByNumber } from '../own/by-number.ts'
import { ownDossier } from '../own/own-dossier.ts'
import { askedDossier } from './asked-dossier.ts'

/** Where an answer is filled in. */
export interface BegunAnswer {
  readonly id: string
  readonly procedure: string
}

/** Begins to answer what is asked for in one of the own dossiers, or goes on where it was begun. */
export async function beginOwnSupplement(desk: Desk, typed: string): Promise<Outcome<BegunAnswer>> {
  const held = await ownDossier(desk, typed, 'act')
  return isRefusal(held) ? held : begin({ desk, browser: null }, held, false)
}

/** The same for who has code, key and number; what is filled in is bound to the browser or the account. */
export async function beginSupplementByKey(at: AtDraft, asked: AskedByNumber): Promise<Outcome<BegunAnswer>> {
  const held = await dossierByNumber(at.desk, asked)
  return isRefusal(held) ? held : begin(at, held, true)
}

async function begin(at: AtDraft, held: HeldDossier, isByKey: boolean): Promise<Outcome<BegunAnswer>> {
  const { desk } = at
  const { actor, centre } = desk
  const isOn = await filingsAreOn(desk)
  if (isRefusal(isOn)) return isOn
  const { code, procedure, stage, supplementsAsked = 0 } = held.dossier
  const asked = await askedDossier(desk, code)
  if (!asked) return refuse('not-at-this-stage', { stage, command: 'TakeSupplement' })
  const citizen = actor.kind === 'citizen' ? actor.id : null
  const browser = citizen === null ? browserHash(at.browser) : null
  if (citizen === null && browser === null) return refuse('no-filing-draft')
  const id = derivedId(held.id, 'supplement', supplementsAsked, citizen ?? browser ?? '')
  if (await draftOf(centre, id)) return { id, procedure }
  const { form, answers } = asked.filed ?? { form: NO_FORM, answers: {} }
  const now = toMoment(desk.now)
  await addDraft(centre, {
    id,
    citizen,
    browser,
    helper: null,
    procedure,
    form: form.key,
    formVersion: form.version,
    typed: { case: held.dossier.case, ...typedAs(typedOf(form.fields, answers), PARTS.form) },
    known: {},
    answers: null,
    answersDossier: { code, isByKey },
    madeAt: now,
    changedAt: now,
  })
  return { id, procedure }
}
