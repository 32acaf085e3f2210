import { type Day, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Staff, sightOf } from '#domain/people/may.ts'
import { type FormKey, isFormKey } from '#papers/forms.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import {
  keptPaperInSight,
  type KeptPaperOfDossier,
  keptPapersOf,
  type PaperGivenOut,
  papersGivenOut,
  type PapersInSight,
} from '#store/kept-papers.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { giveAgain } from './give-paper.ts'

/** A paper with what its form is called, and whether the person may have it again. */
type Named<Kept extends { readonly form: string }> = Omit<Kept, 'form'> & {
  readonly form: FormKey
  readonly mayBeGiven: boolean
}

const MOST = { papers: 500, reprints: 20 }
/** On one screen of a day. */
const MOST_LINES = 200

/** Every paper of a dossier that was printed: by whom, when, with which template, and each time it was given out again. */
export async function seeKeptPapers(
  desk: Desk,
  code: string,
): Promise<Outcome<readonly Named<KeptPaperOfDossier>[]>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(actor, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  await recorded(desk, actor, 'see-kept-papers', code)
  const kept = await keptPapersOf(centre, held.id, MOST)
  return kept.flatMap((one) => named(one, (form) => mayHaveAgain(desk, actor, form, dossier)))
}

export interface GivenOutAsked {
  readonly on: Day
  /** Where the page before ended. */
  readonly after: { readonly at: Moment; readonly line: string } | null
}

export interface SeenGivenOut {
  readonly lines: readonly Named<PaperGivenOut>[]
  /** Where the next page begins; null on the last. */
  readonly next: GivenOutAsked['after']
}

/** All that was given out on a day, printed or again, for who answers for the people who did it. */
export async function seePapersGivenOut(
  desk: Desk,
  { on, after }: GivenOutAsked,
): Promise<Outcome<SeenGivenOut>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-papers-given-out' })
  const allowed = may(actor, { kind: 'see-papers-given-out' }, today(desk))
  if (isRefusal(allowed)) return allowed
  await recorded(desk, actor, 'see-papers-given-out', null)
  const day = Temporal.PlainDate.from(on)
  const found = await papersGivenOut(centre, {
    from: toMoment(instantAt(day, 0)),
    before: toMoment(instantAt(day.add({ days: 1 }), 0)),
    inSight: papersInSight(desk, actor),
    after,
    most: MOST_LINES + 1,
  })
  const shown = found.slice(0, MOST_LINES)
  const last = shown.at(-1)
  return {
    lines: shown.flatMap((one) => named(one, (form) => !bearsKey(form))),
    next: found.length > MOST_LINES && last ? { at: last.at, line: last.line } : null,
  }
}

/** A kept paper once more, the same bytes; written down as every reprint. */
export async function givePaperAgain(
  desk: Desk,
  id: string,
): Promise<Outcome<{ readonly bytes: Uint8Array; readonly form: string }>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const kept = await keptPaperInSight(centre, id, papersInSight(desk, actor))
  if (!kept || !isFormKey(kept.form)) return refuse('no-such-paper')
  const { form, code, state } = kept
  if (!mayHaveAgain(desk, actor, form, state as Dossier | null))
    return refuse('not-permitted', { action: 'receive-dossier' })
  await recorded(desk, actor, 'print-paper', code)
  return { bytes: await giveAgain(desk, actor.id, kept), form }
}

/** What the sight of a person covers; what is of no dossier is for who answers for others. */
function papersInSight(desk: Desk, actor: Staff): PapersInSight {
  const on = today(desk)
  const sight = sightOf(actor, on)
  if (isRefusal(may(actor, { kind: 'see-papers-given-out' }, on))) return { sight, ofNoDossier: 'none' }
  return { sight, ofNoDossier: sight.isWhole ? 'all' : { units: sight.units, on } }
}

/** The receipts bear the look-up key: for those alone who give them out. */
const bearsKey = (form: FormKey) => form === 'giay_tiep_nhan' || form === 'giay_tiep_nhan_nhieu_ho_so'

function mayHaveAgain(desk: Desk, actor: Staff, form: FormKey, dossier: Dossier | null): boolean {
  if (!bearsKey(form)) return true
  const unit = dossier?.placeOfReceipt ?? ''
  return may(actor, { kind: 'receive-dossier', unit }, today(desk)) === true
}

/** A form that is no longer one of the house is not shown; there has been none so far. */
function named<Kept extends { readonly form: string }>(
  kept: Kept,
  may: (form: FormKey) => boolean,
): Named<Kept>[] {
  const { form } = kept
  return isFormKey(form) ? [{ ...kept, form, mayBeGiven: may(form) }] : []
}

function recorded({ centre, now }: Desk, { id: staff }: Staff, what: string, code: string | null) {
  return recordAccess(centre, { id: newId(), at: toMoment(now), staff, what, code })
}
