import { dayOf, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { returnWishIn } from '#domain/filing/common-form.ts'
import { submitFiling as decide } from '#domain/filing/decide.ts'
import type { Filer, FilingSubmitted } from '#domain/filing/events.ts'
import { type AnswerFault } from '#domain/procedure/answers.ts'
import { type Answers, isAddress, isGroup } from '#domain/procedure/answer.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { may } from '#domain/people/may.ts'
import { PARTS, typedIn } from '#domain/filing/filing-steps.ts'
import { dropDraft } from '#store/filing-drafts.ts'
import { type HeldFiling, holdFiling, writeSubmission } from '#store/filings.ts'
import { inOne } from '#store/in-one.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { announceFiling } from '../announce-change.ts'
import { newLookupKey, seal } from '../chance.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { nextCode } from '../intake/dossier-codes.ts'
import { placesOfReceipt } from '../intake/places-of-receipt.ts'
import { FIRST_SEAL } from '../sealing.ts'
import { today } from '../change-dossier.ts'
import { CameMeanwhile, nothingBesides, nothingOnItsWay } from './nothing-on-its-way.ts'
import type { AtDraft } from './own-draft.ts'
import { filingWriting } from './sealed-filing.ts'
import { type SeenDraft, seeDraft } from './see-draft.ts'
import { tellFiler } from './tell-filer.ts'

/** What the citizen is told at once: the system's confirmation with its moment. */
export interface Submitted {
  readonly id: string
  readonly code: string
  readonly lookupKey: string
  readonly submittedAt: Moment
  readonly acceptBy: Moment
}

/** Files a draft: whole and once. Two clicks, or the same page on two devices, are one filing. */
export async function submitFiling(at: AtDraft, id: string): Promise<Outcome<Submitted>> {
  const { desk } = at
  const seen = await seeDraft(at, id)
  if (isRefusal(seen)) return (await submittedBefore(desk, id)) ?? seen
  const by = await filerOf(desk, seen)
  if (isRefusal(by)) return by
  if (seen.isFormChanged) return refuse('form-changed')
  const settled = await nothingOnItsWay(desk, id)
  if (isRefusal(settled)) return settled
  const incomplete = faultsIn(seen)
  if (incomplete.length > 0)
    return refuse('answers-incomplete', { fields: [...new Set(incomplete.map(({ field }) => field.label))] })
  const { law, chosen, people, draft, papers, read } = seen
  if (!chosen) return refuse('no-such-case', { case: '', cases: law.procedure.cases.map(({ key }) => key) })
  const { centre, now, actor } = desk
  const event = decide(
    {
      type: 'SubmitFiling',
      id: derivedId(id, 'submit'),
      at: toMoment(now),
      by,
      typed: typedIn(draft.typed, PARTS.form),
      papers,
      code: await nextCode(centre, law.codeIdentifier, dayOf(now), toMoment(now)),
      lookupKey: newLookupKey(),
      case: chosen.key,
      ...partiesOf(desk, people),
      bornOn: actor.kind === 'citizen' ? actor.bornOn : null,
      contact: contactIn(seen),
      needsAuthority: people.needsAuthority,
      returnWish: returnWishIn(read.after.answers),
      copiesWanted: numberIn(read.after.answers['copies']),
      placeOfSupport: by.helper?.unit ?? null,
    },
    law,
  )
  if (isRefusal(event)) return event
  const command = { id: derivedId(id, 'submit'), hash: seal(JSON.stringify([by, draft.typed])) }
  const writing = filingWriting({ id, filing: null, lastSeal: FIRST_SEAL }, event, command)
  try {
    await inOne(centre, async (inside) => {
      await writeSubmission(inside, writing)
      await dropDraft(inside, id, false)
      await nothingBesides(inside, id, papers)
      await tellFiler(desk, inside, { event, filing: writing.filing })
    })
  } catch (error) {
    if (error instanceof CameMeanwhile) return error.refusal
    if (!isUniqueViolation(error)) throw error
    const first = await submittedBefore(desk, id)
    if (first) return first
    throw error
  }
  announceFiling(centre, writing.filing.code)
  return told({ id, filing: writing.filing })
}

/** What was submitted under this id, for whom it belongs to; undefined where nothing was. */
async function submittedBefore(desk: Desk, id: string): Promise<Submitted | undefined> {
  const held = await holdFiling(desk.centre, id)
  const { actor } = desk
  if (!held || actor.kind === 'public') return undefined
  const { by } = held.filing
  const isOwn = actor.kind === 'citizen' ? by.citizen === actor.id : by.helper?.staff === actor.id
  return isOwn ? told(held) : undefined
}

function told({ id, filing }: Pick<HeldFiling, 'id' | 'filing'>): Submitted {
  const { code, lookupKey, submittedAt, acceptBy } = filing
  return { id, code, lookupKey, submittedAt, acceptBy: acceptBy ?? submittedAt }
}

/** Who files: the account that is signed in, or by the hands of an officer. Nobody files without saying who he is. */
async function filerOf(desk: Desk, { people, law }: SeenDraft): Promise<Outcome<Filer>> {
  const { actor } = desk
  if (actor.kind === 'public') return refuse('sign-in-to-file')
  if (actor.kind === 'staff') {
    const places = placesOfReceipt(desk)
    if (isRefusal(places)) return places
    const [unit = ''] = places.units
    return {
      citizen: null,
      representation: null,
      helper: { staff: actor.id, unit, post: 'clerk' },
    }
  }
  const representation = people.representation?.id ?? null
  const procedure = law.procedure.key
  const allowed = may(actor, { kind: 'file-dossier', representation, procedure }, today(desk))
  return isRefusal(allowed) ? allowed : { citizen: actor.id, representation, helper: null }
}

/** Whoever the national identity vouches for files under that name and number, whatever was typed. */
function partiesOf({ actor }: Desk, { applicant, owner }: SeenDraft['people']) {
  if (actor.kind !== 'citizen' || !isVerified(actor)) return { applicant, owner }
  const vouched = { ...applicant, name: actor.name, idNumber: actor.idNumber }
  return { applicant: vouched, owner: owner === applicant ? vouched : owner }
}

/** Everything that is wrong with a draft, page by page of its parts. */
export function faultsIn({ read }: Pick<SeenDraft, 'read'>): AnswerFault[] {
  return [...read.before.faults, ...read.form.faults, ...read.after.faults]
}

function contactIn({ read }: SeenDraft): FilingSubmitted['contact'] {
  const given = read.before.answers['applicant']
  const { address, email }: Answers = isGroup(given) ? given : {}
  return {
    address: isAddress(address) ? address : null,
    email: typeof email === 'string' ? email : null,
  }
}

const numberIn = (answer: unknown) => (typeof answer === 'number' ? answer : 1)
