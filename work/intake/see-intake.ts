import { isId } from '#shapes/id.ts'
import { type Day, dayOf, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { feeAtReceipt } from '#domain/dossier/intake.ts'
import { type ExemptionRule, exemptionsOn, type FeeReckoned } from '#domain/procedure/fee-lines.ts'
import { competence } from '#domain/dossier/elsewhere.ts'
import type { Party } from '#domain/dossier/events.ts'
import { type WaitsFor, waitsFor } from '#domain/dossier/waits-for.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { desksOn, isDeskOpenAt } from '#domain/procedure/reception-desk.ts'
import { type Fee, feeDue } from '#domain/procedure/fee.ts'
import {
  type Case,
  caseOf,
  CHANNELS,
  type Channel,
  forChannel,
  isOffered,
  type Procedure,
} from '#domain/procedure/procedure.ts'
import { labelOf } from '#domain/post/parcel.ts'
import type { Place } from '#domain/procedure/address.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import { recordAccess } from '#store/access-records.ts'
import { dossiersOfNumber } from '#store/known-people.ts'
import { parcelById } from '#store/parcels.ts'
import { bookOf, centreLawOf } from '../centre-book.ts'
import { newId } from '../chance.ts'
import { lawFor, tells, today } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { copiesOfPerson, type SeenHeldCopy } from '../digitising/see-held-copies.ts'
import { seeDue, type SeenDue } from '../reading/see-due.ts'
import { seeProcedure } from '../reading/see-procedure.ts'
import { placesOfReceipt } from './places-of-receipt.ts'
import { currentStep } from '#domain/dossier/guards.ts'

/** What the intake officer has told so far. */
export interface IntakeAsked {
  readonly procedure: string
  readonly case?: string | undefined
  readonly channel?: string | undefined
  readonly copiesWanted?: number | undefined
  readonly pages?: number | undefined
  /** Key of the exemption that was chosen. */
  readonly exemption?: string | undefined
  /** Of the applicant; looked up among the dossiers the centre has. */
  readonly idNumber?: string | undefined
  /** Of the owner, where that is another. */
  readonly ownerNumber?: string | undefined
  /** The parcel the post brought it in. */
  readonly parcel?: string | undefined
  /** Where it is received; the first of the places where nothing was said. */
  readonly placeOfReceipt?: string | undefined
  /** The commune that is competent. */
  readonly commune?: string | undefined
}

/** Everything the receiving page needs to know about a procedure, a case and a person. */
export interface SeenIntake {
  readonly procedure: Procedure
  readonly unitName: string
  readonly case: Case
  readonly channel: Channel
  readonly channels: readonly Channel[]
  /** The units the caller may receive for. */
  readonly places: readonly Named[]
  /** Of which one is competent, where every commune is for its own people; none otherwise. */
  readonly communes: readonly Named[]
  /** Handed in for an agency with another desk, which is to receive it by then; null at its own desk. */
  readonly elsewhere: { readonly deskName: string; readonly by: Moment } | null
  readonly fee: Fee
  readonly feeDong: number | null
  /** Who may pay less today, and what is to be paid after the one that was chosen; null while undetermined. */
  readonly exemptions: readonly ExemptionRule[]
  readonly feeAfterDong: number | null
  readonly due: SeenDue | null
  /** Whether the hall counts this minute as open: what comes later counts as the following day. */
  readonly isOpen: boolean
  readonly known: KnownPerson | null
  readonly knownOwner: KnownPerson | null
  /** Of the applicant or the owner. */
  readonly open: readonly OpenDossier[]
  /** Copies the centre holds of the owner's papers: to be reused once the dossier is received. */
  readonly held: readonly SeenHeldCopy[]
  readonly dataSources: readonly DataSource[]
  /** Whether the centre tells citizens what becomes of their dossiers. */
  readonly isTold: boolean
  /** The administrative map, from which an address for the post is chosen. */
  readonly map: readonly Place[]
  /** What the post brought it in, and when that counts as submitted. */
  readonly parcel: { readonly id: string; readonly label: string; readonly submittedAt: Moment } | null
  readonly on: Day
}

interface Named {
  readonly code: string
  readonly name: string
}

/** A person as the latest dossier has it. */
export interface KnownPerson {
  readonly party: Party
  readonly code: string
  readonly receivedAt: Moment
}

/** A dossier of the same person and procedure that is still under way. */
export interface OpenDossier {
  readonly code: string
  readonly stepName: string
  readonly stage: Dossier['stage']
  readonly waitsFor: WaitsFor | null
  readonly receivedAt: Moment
}

/** What is known before a dossier is received. Whose data are looked up is recorded. */
export async function seeIntake(desk: Desk, asked: IntakeAsked): Promise<Outcome<SeenIntake>> {
  const receiving = placesOfReceipt(desk)
  if (isRefusal(receiving)) return receiving
  const { actor, units } = receiving
  const book = await bookOf(desk.centre)
  const seen = await seeProcedure(desk, asked.procedure)
  if (isRefusal(seen)) return seen
  const { procedure, unitName } = seen
  const chosen = asked.case === undefined ? procedure.cases[0] : caseOf(procedure, asked.case)
  if (chosen === undefined) return refuse('no-such-case', { case: '', cases: [] })
  if (isRefusal(chosen)) return chosen
  const named = (code: string) => ({ code, name: book.units.get(code)?.name ?? code })
  const placeOfReceipt = units.find((one) => one === asked.placeOfReceipt) ?? units[0] ?? ''
  const where = elsewhereOf(desk, book, procedure, { ...asked, placeOfReceipt })
  // Which commune is competent may still be asked; what cannot be received here at all is said at once.
  if (isRefusal(where) && where.refused !== 'commune-needed') return where
  const elsewhere = isRefusal(where) ? null : where
  // At another desk only what is brought in person is received.
  const channels = CHANNELS.filter((one) => (elsewhere ? one === 'counter' : isOffered(procedure, one)))
  const channel = channels.find((one) => one === asked.channel) ?? 'counter'
  const fee = forChannel(chosen.fee, channel)
  const copiesWanted = asked.copiesWanted ?? 1
  const { pages } = asked
  const reckoning = { channel, copiesWanted, pages, at: toMoment(desk.now) }
  const sumOfLines = ({ lines }: FeeReckoned) => lines.reduce((sum, { dong }) => sum + dong, 0)
  const plain = feeAtReceipt(reckoning, chosen, procedure)
  const before =
    isRefusal(plain) || plain === null ? feeDue(fee, copiesWanted, pages ?? null) : sumOfLines(plain)
  const exemption = asked.exemption ? { rule: asked.exemption, evidence: '…' } : null
  const after = feeAtReceipt({ ...reckoning, exemption }, chosen, procedure)
  const owner = asked.ownerNumber ?? asked.idNumber ?? null
  const [due, known, knownOwner, open, held] = await Promise.all([
    seeDue(desk, {
      procedure: procedure.key,
      case: chosen.key,
      channel,
      ...(elsewhere && { receivedAt: elsewhere.by }),
    }),
    knownPerson(desk, actor.id, asked.idNumber),
    knownPerson(desk, actor.id, asked.ownerNumber),
    openDossiers(desk, book, asked),
    copiesOfPerson(desk, { staff: actor.id, number: owner, besides: null }),
  ])
  const own = book.desks.find(({ unit }) => unit === placeOfReceipt)
  const opening = isDeskOpenAt(own, book.reception, desk.now)
  return {
    procedure,
    unitName,
    case: chosen,
    channel,
    channels,
    places: units.map(named),
    communes: procedure.ownerKind === 'commune' ? communesOn(book, today(desk)).map(named) : [],
    elsewhere: elsewhere && { deskName: named(elsewhere.desk).name, by: elsewhere.by },
    fee,
    feeDong: before,
    exemptions: exemptionsOn(procedure, channel, dayOf(desk.now).toString()),
    feeAfterDong: isRefusal(after) || after === null ? before : sumOfLines(after),
    due: isRefusal(due) ? null : due,
    isOpen: isRefusal(opening) ? true : opening,
    known,
    knownOwner,
    open,
    held,
    dataSources: book.dataSources,
    isTold: tells(desk),
    map: (await centreLawOf(desk.centre)).places,
    parcel: await parcelArrived(desk, asked.parcel),
    on: today(desk),
  }
}

/** The communes and wards that have a desk on a day. */
function communesOn({ desks }: CentreBook, on: Day): readonly string[] {
  return desksOn(desks, on).flatMap(({ unit, kind }) => (kind === 'commune' ? [unit] : []))
}

/** As the receipt would decide it; null where it is at its own desk. */
function elsewhereOf(
  desk: Desk,
  book: CentreBook,
  procedure: Procedure,
  { placeOfReceipt, commune }: { readonly placeOfReceipt: string; readonly commune?: string | undefined },
) {
  const ruleSet = book.ruleSets.findLast(({ from }) => from <= today(desk))
  const { counting, desks } = book
  const handed = { placeOfReceipt, commune, channel: 'counter', at: toMoment(desk.now) } as const
  const found = competence(handed, { procedure, counting, desks, elsewhere: ruleSet?.elsewhere ?? null })
  return isRefusal(found) ? found : (found.elsewhere ?? null)
}

/** A parcel that has come and was not used yet. */
async function parcelArrived({ centre }: Desk, id: string | undefined): Promise<SeenIntake['parcel']> {
  const held = id !== undefined && isId(id) ? await parcelById(centre, id) : null
  if (held?.parcel.stage !== 'arrived' || held.parcel.handedOverAt === null) return null
  return { id: held.id, label: labelOf(held.parcel), submittedAt: held.parcel.handedOverAt }
}
async function knownPerson(
  desk: Desk,
  staff: string,
  number: string | undefined,
): Promise<KnownPerson | null> {
  if (number === undefined) return null
  const [latest] = await dossiersOfNumber(desk.centre, number, { size: 1 })
  if (!latest) return null
  const { code, receivedAt, applicant, owner } = latest
  await recordAccess(desk.centre, {
    id: newId(),
    at: toMoment(desk.now),
    staff,
    what: 'see-known-person',
    code,
  })
  return { party: applicant.idNumber === number ? applicant : owner, code, receivedAt }
}

async function openDossiers(
  { centre }: Desk,
  book: CentreBook,
  { procedure, idNumber, ownerNumber }: IntakeAsked,
): Promise<readonly OpenDossier[]> {
  const numbers = [...new Set([idNumber, ownerNumber])].filter((one) => one !== undefined)
  const found = await Promise.all(
    numbers.map((number) => dossiersOfNumber(centre, number, { procedure, isOpen: true, size: 5 })),
  )
  const open = new Map(found.flat().map((dossier) => [dossier.code, dossier]))
  return [...open.values()].map((dossier) => ({
    code: dossier.code,
    stepName: currentStep(dossier, lawFor(dossier, book).procedure.steps).name,
    stage: dossier.stage,
    waitsFor: waitsFor(dossier),
    receivedAt: dossier.receivedAt,
  }))
}
