import { toMoment } from '#domain/calendar/moment.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { type ResultField, resultFaults } from '#domain/procedure/result-form.ts'
import { lettersMissing } from '#papers/letters.ts'
import { lettersMissingIn, valuesOnPaper } from '#papers/result-values.ts'
import type { DraftToSave } from '#shapes/result-drafts.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { addDraft, draftById, type DraftRow, newestDraft } from '#store/result-drafts.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { newerDraft } from './newer-draft.ts'
import { writer } from '../noting/write-note.ts'
import { headOf, resultFormOf } from '../signing/result-data.ts'

export interface SavedDraft {
  readonly version: number
  readonly at: string
}

/**
 * Saves the next version of a dossier's result. The dossier itself does not change; of two people who save on the same
 * version one wins, and the other is told which fields differ and keeps what was typed.
 */
export async function saveDraft(desk: Desk, code: string, given: DraftToSave): Promise<Outcome<SavedDraft>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'act-on-step' })
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const held = await holdDossier(centre, code)
    if (!held) return refuse('no-such-dossier')
    const seeing = may(actor, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
    if (isRefusal(seeing)) return seeing
    const before = await draftById(centre, given.id)
    if (before) return savedBefore(before, held, actor, given)
    const draft = await draftFrom(desk, actor, held, given)
    if (isRefusal(draft)) {
      // The same command twice at once: the newest may be what the first has just saved.
      const first = draft.refused === 'newer-draft' ? await draftById(centre, given.id) : undefined
      return first ? savedBefore(first, held, actor, given) : draft
    }
    try {
      if (await addDraft(centre, draft, held.dossier.version)) {
        announceChange(centre, code, [])
        return { version: draft.number, at: draft.at }
      }
    } catch (error) {
      // Likewise; the next look finds the first.
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new Error(`the draft of ${code} could not be saved: it changed at every attempt`)
}

function savedBefore(
  before: DraftRow,
  { id }: HeldDossier,
  actor: Staff,
  { id: command, on, why, values }: DraftToSave,
): Outcome<SavedDraft> {
  const same = (one: object) => JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const isSame =
    before.dossier === id &&
    before.staff === actor.id &&
    before.number === on + 1 &&
    before.why === why &&
    same(before.values) === same(values)
  return isSame ? { version: before.number, at: before.at } : refuse('command-id-reused', { id: command })
}

async function draftFrom(
  desk: Desk,
  actor: Staff,
  { id: dossierId, dossier }: HeldDossier,
  { id, on, why, values }: DraftToSave,
): Promise<Outcome<DraftRow>> {
  const book = await bookOf(desk.centre)
  const { procedure } = lawFor(dossier, book)
  const form = resultFormOf(book, { dossier, procedure })
  if (!form) return refuse('no-result-form')
  const step = currentStep(dossier, procedure.steps)
  const { unit, post } = step
  if (dossier.stage !== 'in-process' || step.kind !== 'work' || dossier.approvedAt !== null)
    return refuse('draft-too-late', { step: step.name })
  const allowed = may(actor, { kind: 'act-on-step', unit, post }, today(desk))
  if (isRefusal(allowed)) return allowed
  const wrong = wrongValues(form.fields, values)
  if (wrong) return wrong
  const newest = await newestDraft(desk.centre, dossierId)
  if ((newest?.number ?? 0) !== on)
    return newest
      ? newerDraft(form.fields, newest, { named: on, values })
      : refuse('no-such-draft', { version: on })
  const head = headOf(desk, book, dossier, { title: form.title, subject: procedure.name })
  const letters = lettersMissing(JSON.stringify(head))
  if (letters.length > 0) return refuse('letters-missing', { letters: letters.join(' ') })
  return {
    id,
    dossier: dossierId,
    number: on + 1,
    form: form.hash,
    values,
    data: { ...head, ...valuesOnPaper(form.fields, values, book.numberReading) },
    why,
    at: toMoment(desk.now),
    ...writer(desk, actor, dossier),
  }
}

/** Values that cannot be printed, each with its field: of another kind, with letters the font lacks, of no field. */
function wrongValues(fields: readonly ResultField[], values: DraftRow['values']): Refusal | null {
  const faults = [
    ...Object.keys(values)
      .filter((name) => !fields.some((one) => one.name === name))
      .map((field) => ({ field, code: 'no-such-field', line: null, letters: null })),
    ...resultFaults(fields, values).map((one) => ({ ...one, letters: null })),
    ...lettersMissingIn(fields, values).map((one) => ({ ...one, code: 'letters-missing', line: null })),
  ]
  const label = (name: string) => fields.find((one) => one.name === name)?.label ?? name
  return faults.length === 0
    ? null
    : refuse('draft-values-wrong', { faults: faults.map((one) => ({ ...one, label: label(one.field) })) })
}
