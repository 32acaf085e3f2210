import { dayOf, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { HOUSE_LAPSE } from '#domain/dossier/prompts.ts'
import { under } from '#domain/dossier/decide.ts'
import { type Dossier, fold } from '#domain/dossier/dossier.ts'
import type { FiledBy, FiledOnline, ReturnWish } from '#domain/dossier/events.ts'
import { mayJoinVisit } from '#domain/dossier/visit.ts'
import type { Law } from '#domain/dossier/law.ts'
import { feeOf } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { inForceOn } from '#domain/procedure/procedure.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { type CopyReuse, writeReceiptWithCopies, writeReuses } from '#store/copies.ts'
import type { Centre } from '#store/database.ts'
import { writeReceipt, writeReceipts, type Writing } from '#store/dossiers.ts'
import { type CentreInOne, inOne } from '#store/in-one.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { dossiersOfVisit } from '#store/visits.ts'
import { bookOf, freshBookOf } from '../centre-book.ts'
import { announceChange } from '../announce-change.ts'
import { commandHash, firstAnswer, tasksOf, tells } from '../change-dossier.ts'
import { newId, newLookupKey } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { copiesChosen, reusesOf, withCopies } from '../digitising/reuse-at-receipt.ts'
import { mayTakeOut } from '../outreach/may-take-out.ts'
import { FIRST_SEAL, sealEvents } from '../sealing.ts'
import { wishOf } from '../post/address-of.ts'
import { type FromParcel, parcelSentIn } from '../post/sent-in.ts'
import { nextCode } from './dossier-codes.ts'

/** What the citizen takes home: the receipt's own words. */
export interface Receipt {
  readonly code: string
  readonly lookupKey: string
  readonly version: number
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  /** Whole đồng; null is "chưa xác định". */
  readonly feeDong: number | null
  readonly step: string
}

/** What an online filing brings along to its receipt, and what is written in the same transaction. */
interface FiledBefore {
  readonly filing: FiledOnline
  readonly code: string
  readonly lookupKey: string
  readonly returnWish: ReturnWish
  /** Writes that the filing is accepted; throws where somebody was faster, and nothing is written. */
  readonly accept: (inside: CentreInOne) => Promise<void>
  readonly handOn: (inside: CentreInOne, dossierId: string) => Promise<void>
}

/** What was taken without a network brings its key along, and its number where that counts; all of it is written at once. */
export interface TakenBefore {
  /** Null where the centre gives a number of its own. */
  readonly code: string | null
  readonly lookupKey: string
  /** What is done in the same transaction. Throws `LawChanged` where it has to be decided anew. */
  readonly keep: (inside: CentreInOne, writing: Writing) => Promise<void>
  /** Asked before each attempt, outside of the transaction, of what would be written. */
  readonly prepare: (writing: Writing, law: Law) => Promise<void>
}

/** How a dossier came that nobody handed in at the counter. */
export interface Filed {
  readonly filedBy: FiledBy | null
  readonly online?: FiledBefore
  readonly out?: TakenBefore
}

/**
 * Receives a dossier: code, look-up key, due moment and first step at once, or nothing at all. What was filed online
 * keeps the code and key it was given then.
 */
export async function receiveDossier(
  desk: Desk,
  given: DossierToReceive,
  filed?: Filed,
): Promise<Outcome<Receipt>> {
  const { centre, actor, now } = desk
  const { online, out } = filed ?? {}
  const on = dayOf(now)
  const allowed = may(actor, { kind: 'receive-dossier', unit: given.placeOfReceipt }, on.toString())
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const hash = commandHash(actor, given)
  const joining = await mayJoin(desk, given)
  // What was received before is answered alike, whatever became of the visit.
  if (isRefusal(joining)) return (await earlier(desk, given.id, hash)) ?? joining
  const isTakenOutHere = given.takenOut ? await mayTakeOut(desk, actor, given.takenOut) : true
  if (isRefusal(isTakenOutHere)) return (await earlier(desk, given.id, hash)) ?? isTakenOutHere
  const copies = await copiesChosen(desk, actor, given)
  if (isRefusal(copies)) return (await earlier(desk, given.id, hash)) ?? copies
  const returnWish = online?.returnWish ?? (await wishOf(desk, given.returnWish))
  if (isRefusal(returnWish)) return returnWish
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const book = attempt === 0 ? await bookOf(centre) : await freshBookOf(centre)
    const law = lawOn(book, given, on.toString())
    if (isRefusal(law)) return law
    const sent = given.parcel
      ? await parcelSentIn(desk, given.parcel, { at: toMoment(now), by: actor.id })
      : undefined
    if (sent && isRefusal(sent)) return (await earlier(desk, given.id, hash)) ?? sent
    const { procedure: _, parcel: __, ...content } = given
    const events = under(law).receive({
      ...content,
      returnWish,
      components: withCopies(given.components, copies),
      filedBy: filed?.filedBy ?? undefined,
      type: 'ReceiveDossier',
      owner: given.owner ?? given.applicant,
      code: online?.code ?? out?.code ?? (await nextCode(centre, law.codeIdentifier, on, toMoment(now))),
      lookupKey: online?.lookupKey ?? out?.lookupKey ?? newLookupKey(),
      ...(online && { filing: online.filing }),
      ...(sent && { sentIn: sent.sentIn }),
      at: toMoment(now),
      by: { staff: actor.id, unit: given.placeOfReceipt, post: 'clerk' },
    })
    if (isRefusal(events)) return events
    const dossier = fold(events)
    try {
      const writing = {
        id: newId(),
        dossier,
        events: sealEvents(dossier.code, { seal: FIRST_SEAL, sequence: 0 }, events),
        command: { id: given.id, hash },
        tasks: tasksOf(null, events, tells(desk)),
        lawVersion: book.version,
      }
      const { code } = dossier
      const on = { command: given.id, dossier: writing.id, code, at: toMoment(now), staff: actor.id }
      await out?.prepare(writing, law)
      const isWritten = await write(centre, { online, sent, out, reuses: reusesOf(copies, on) }, writing)
      if (isWritten) {
        announceChange(centre, dossier.code, [dossier.holder])
        return receipt(dossier)
      }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const first = await earlier(desk, given.id, hash)
      if (first) return first
      if (out?.code) return refuse('number-used')
    }
  }
  throw new Error('a dossier could not be received: the law changed at every attempt')
}

/** The law, or a parcel, changed while a receipt was being written with its filing or parcel: all of it is given up. */
export class LawChanged extends Error {
  override readonly name = 'LawChanged'
}

interface Together {
  readonly online: FiledBefore | undefined
  readonly sent: FromParcel | undefined
  readonly out: TakenBefore | undefined
  readonly reuses: readonly CopyReuse[]
}

/** Alone, a receipt is one of many gathered into a statement; with copies or a filing it is a transaction of its own. */
async function write(
  centre: Centre,
  { online, sent, out, reuses }: Together,
  writing: Writing,
): Promise<boolean> {
  if (sent) return writeWithParcel(centre, sent, writing)
  if (out) return writeTakenOut(centre, out, { writing, reuses })
  if (!online)
    return reuses.length === 0
      ? writeReceipt(centre, writing)
      : writeReceiptWithCopies(centre, writing, reuses)
  try {
    return await inOne(centre, async (inside) => {
      await online.accept(inside)
      if (!(await writeReceipts(inside, [writing]))) throw new LawChanged()
      await writeReuses(inside, reuses)
      await online.handOn(inside, writing.id)
      return true
    })
  } catch (error) {
    if (error instanceof LawChanged) return false
    throw error
  }
}

/** What was taken without a network is received with all that came along, or not at all. */
async function writeTakenOut(
  centre: Centre,
  out: TakenBefore,
  { writing, reuses }: { readonly writing: Writing; readonly reuses: readonly CopyReuse[] },
): Promise<boolean> {
  try {
    return await inOne(centre, async (inside) => {
      if (!(await writeReceipts(inside, [writing]))) throw new LawChanged()
      await writeReuses(inside, reuses)
      await out.keep(inside, writing)
      return true
    })
  } catch (error) {
    if (error instanceof LawChanged) return false
    throw error
  }
}

/** The parcel is used by this dossier and by no other, or nothing is written. */
async function writeWithParcel(centre: Centre, sent: FromParcel, writing: Writing): Promise<boolean> {
  try {
    return await inOne(centre, async (inside) => {
      const isUsed = await sent.use(inside, writing.dossier.code)
      if (!isUsed || !(await writeReceipts(inside, [writing]))) throw new LawChanged()
      return true
    })
  } catch (error) {
    if (error instanceof LawChanged) return false
    throw error
  }
}

/** Whether the dossier may go on the list of the visit it names. */
async function mayJoin({ centre, now }: Desk, given: DossierToReceive): Promise<Outcome<true>> {
  if (given.visit === undefined) return true
  const [first] = await dossiersOfVisit(centre, given.visit, 1)
  return first ? mayJoinVisit(first.dossier, { ...given, at: toMoment(now) }) : true
}

async function earlier({ centre }: Desk, id: string, hash: string): Promise<Outcome<Receipt> | undefined> {
  const first = await firstAnswer(centre, id, hash)
  return first && (isRefusal(first) ? first : receipt(first))
}

/** The law that binds a dossier received on a day. */
function lawOn(book: CentreBook, given: DossierToReceive, on: string) {
  const versions = book.procedures.get(given.procedure)
  if (!versions) return refuse('no-such-procedure', { procedure: given.procedure })
  for (const unit of [given.placeOfReceipt, given.placeOfSupport])
    if (unit !== null && !book.units.has(unit)) return refuse('no-such-unit', { unit })
  const procedure = inForceOn(versions, on)
  if (isRefusal(procedure)) return procedure
  const ruleSet = book.ruleSets.findLast((one) => one.from <= on)
  if (!ruleSet) return refuse('no-rule-set', { on })
  const { key, transfer, codeIdentifier, lapse, elsewhere } = ruleSet
  const { counting, dataSources, desks } = book
  return {
    procedure,
    counting,
    dataSources,
    desks,
    elsewhere,
    ruleSet: key,
    transfer,
    lapse: lapse ?? HOUSE_LAPSE,
    codeIdentifier,
  }
}

function receipt(dossier: Dossier): Receipt {
  const { code, lookupKey, version, receivedAt, dueAtReceipt, isDueProvisional, step } = dossier
  const feeDong = feeOf(dossier)
  return { code, lookupKey, version, receivedAt, due: dueAtReceipt, isDueProvisional, feeDong, step }
}
