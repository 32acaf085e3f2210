import { dayOf, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { under } from '#domain/dossier/decide.ts'
import { type Dossier, fold } from '#domain/dossier/dossier.ts'
import { mayJoinVisit } from '#domain/dossier/visit.ts'
import { feeOf } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { inForceOn } from '#domain/procedure/procedure.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { writeReceipt } from '#store/dossiers.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { dossiersOfVisit } from '#store/visits.ts'
import { bookOf, freshBookOf } from '../centre-book.ts'
import { announceChange } from '../announce-change.ts'
import { commandHash, firstAnswer, tasksOf } from '../change-dossier.ts'
import { newId, newLookupKey } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { FIRST_SEAL, sealEvents } from '../sealing.ts'
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

/** Receives a dossier: code, look-up key, due moment and first step at once, or nothing at all. */
export async function receiveDossier(desk: Desk, given: DossierToReceive): Promise<Outcome<Receipt>> {
  const { centre, actor, now } = desk
  const on = dayOf(now)
  const allowed = may(actor, { kind: 'receive-dossier', unit: given.placeOfReceipt }, on.toString())
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const hash = commandHash(actor, given)
  const joining = await mayJoin(desk, given)
  // What was received before is answered alike, whatever became of the visit.
  if (isRefusal(joining)) return (await earlier(desk, given.id, hash)) ?? joining
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const book = attempt === 0 ? await bookOf(centre) : await freshBookOf(centre)
    const law = lawOn(book, given, on.toString())
    if (isRefusal(law)) return law
    const { procedure: _, ...content } = given
    const events = under(law).receive({
      ...content,
      type: 'ReceiveDossier',
      owner: given.owner ?? given.applicant,
      code: await nextCode(centre, law.codeIdentifier, on, toMoment(now)),
      lookupKey: newLookupKey(),
      at: toMoment(now),
      by: { staff: actor.id, unit: given.placeOfReceipt, post: 'clerk' },
    })
    if (isRefusal(events)) return events
    const dossier = fold(events)
    try {
      const isWritten = await writeReceipt(centre, {
        id: newId(),
        dossier,
        events: sealEvents(dossier.code, { seal: FIRST_SEAL, sequence: 0 }, events),
        command: { id: given.id, hash },
        tasks: tasksOf(null, events),
        lawVersion: book.version,
      })
      if (isWritten) {
        announceChange(centre, dossier.code, [dossier.holder])
        return receipt(dossier)
      }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const first = await earlier(desk, given.id, hash)
      if (first) return first
    }
  }
  throw new Error('a dossier could not be received: the law changed at every attempt')
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
  const { key, transfer, codeIdentifier } = ruleSet
  const { counting, dataSources } = book
  return { procedure, counting, dataSources, ruleSet: key, transfer, codeIdentifier }
}

function receipt(dossier: Dossier): Receipt {
  const { code, lookupKey, version, receivedAt, dueAtReceipt, isDueProvisional, step } = dossier
  const feeDong = feeOf(dossier)
  return { code, lookupKey, version, receivedAt, due: dueAtReceipt, isDueProvisional, feeDong, step }
}
