import { isId } from '#shapes/id.ts'
import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { goesWithoutSlip } from '#domain/dossier/at-once.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Party } from '#domain/dossier/events.ts'
import { feeOf } from '#domain/dossier/owed.ts'
import { isOneApplicant } from '#domain/dossier/visit.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { dossiersOfVisit } from '#store/visits.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** One dossier of a visit, as the receipt list has it. */
export interface VisitLine {
  readonly code: string
  readonly lookupKey: string
  readonly procedureName: string
  readonly subject: string | null
  readonly ownerName: string
  readonly copies: number
  readonly pages: number | null
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  /** Whole đồng; null is "chưa xác định". */
  readonly feeDong: number | null
}

/** What one person handed in at one counter on one day. */
export interface SeenVisit {
  readonly visit: string
  readonly procedure: string
  readonly applicant: Party
  readonly receivedAt: Moment
  readonly lines: readonly VisitLine[]
  /** All of it is done within the day and needs no slip. */
  readonly withoutSlip: boolean
  /** Of what is determined, in đồng. */
  readonly totalDong: number
}

/** A visit with the look-up keys of its dossiers, for those who receive at that counter; recorded for each of them. */
export async function seeVisit(desk: Desk, visit: string): Promise<Outcome<SeenVisit>> {
  const found = await visitFor(desk, visit, 'see-receipt')
  if (isRefusal(found)) return found
  const { first, dossiers, book } = found
  const lines = dossiers.map((one) => visitLine(one, book))
  return {
    visit,
    procedure: first.procedure,
    applicant: first.applicant,
    receivedAt: first.receivedAt,
    lines,
    withoutSlip: dossiers.every((one) => goesWithoutSlip(one, desk.now)),
    totalDong: lines.reduce((sum, { feeDong }) => sum + (feeDong ?? 0), 0),
  }
}

/** The dossiers of a visit, if the caller receives at its counter. */
export async function visitFor(desk: Desk, visit: string, what: 'see-receipt' | 'print-receipt') {
  const { centre, actor, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const [first, ...more] = isId(visit) ? await dossiersOfVisit(centre, visit) : []
  if (!first) return refuse('no-such-visit')
  const { applicant, placeOfReceipt } = first.dossier
  const allowed = may(actor, { kind: 'receive-dossier', unit: placeOfReceipt }, today(desk))
  if (isRefusal(allowed)) return allowed
  // Of two people received at the same moment under one visit only the first is on its list.
  const own = [first, ...more.filter(({ dossier }) => isOneApplicant(applicant, dossier.applicant))]
  const dossiers = own.map(({ dossier }) => dossier)
  await recordEach(desk, actor, dossiers, { what, at: toMoment(now) })
  return { actor, firstId: first.id, first: first.dossier, dossiers, book: await bookOf(centre) }
}

async function recordEach(
  { centre }: Desk,
  { id: staff }: Staff,
  dossiers: readonly Dossier[],
  { what, at }: { readonly what: string; readonly at: Moment },
): Promise<void> {
  await Promise.all(dossiers.map(({ code }) => recordAccess(centre, { id: newId(), at, staff, what, code })))
}

export function visitLine(dossier: Dossier, book: CentreBook): VisitLine {
  const { code, lookupKey, owner, copiesWanted, dueAtReceipt, isDueProvisional } = dossier
  return {
    code,
    lookupKey,
    procedureName: lawFor(dossier, book).procedure.name,
    subject: dossier.subject ?? null,
    ownerName: owner.name,
    copies: copiesWanted,
    pages: dossier.pages ?? null,
    due: dueAtReceipt,
    isDueProvisional,
    feeDong: feeOf(dossier),
  }
}
