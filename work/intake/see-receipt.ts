import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { goesWithoutSlip } from '#domain/dossier/at-once.ts'
import { toGiveBack } from '#domain/dossier/hand-over.ts'
import { feeOf } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** What the officer tells and gives the person: the code, the key, what it costs and when to come back. */
export interface SeenReceipt {
  readonly code: string
  readonly lookupKey: string
  readonly procedure: string
  readonly procedureName: string
  readonly applicantName: string
  readonly applicantNumber: string | null
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  /** Whole đồng; null is "chưa xác định". */
  readonly feeDong: number | null
  /** Done within the day, it needs no slip; false where it does, or will not be done. */
  readonly withoutSlip: boolean
  /** Originals that were only compared with and go back at once, by name. */
  readonly toGiveBack: readonly string[]
  /** What came together with it. */
  readonly visit: string | null
  /** The session of the mobile team it was taken in; null elsewhere. */
  readonly session: string | null
  /** By when the competent agency receives what was handed in at another desk, and which; null at its own. */
  readonly elsewhere: { readonly agencyName: string; readonly by: Moment } | null
}

/** The receipt with its look-up key, for those who receive at that counter and for nobody else; recorded. */
export async function seeReceipt(desk: Desk, code: string): Promise<Outcome<SeenReceipt>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(actor, { kind: 'receive-dossier', unit: dossier.placeOfReceipt }, today(desk))
  if (isRefusal(allowed)) return allowed
  const at = toMoment(desk.now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-receipt', code })
  const book = await bookOf(centre)
  const { procedure } = lawFor(dossier, book)
  return {
    code,
    lookupKey: dossier.lookupKey,
    procedure: procedure.key,
    procedureName: procedure.name,
    applicantName: dossier.applicant.name,
    applicantNumber: dossier.applicant.idNumber,
    receivedAt: dossier.receivedAt,
    due: dossier.dueAtReceipt,
    isDueProvisional: dossier.isDueProvisional,
    feeDong: feeOf(dossier),
    withoutSlip: goesWithoutSlip(dossier, desk.now),
    toGiveBack: toGiveBack(dossier, { procedure }).map(({ name }) => name),
    visit: dossier.visit ?? null,
    elsewhere: dossier.elsewhere
      ? { agencyName: book.units.get(dossier.unit)?.name ?? dossier.unit, by: dossier.elsewhere.by }
      : null,
    session: dossier.takenOut?.kind === 'session' ? dossier.takenOut.id : null,
  }
}
