import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'

type HandedBack = Extract<DossierEvent, { type: 'ResultHandedBack' }>

/** What was handed out, to whom and when. */
export interface ReturnedLine {
  readonly code: string
  readonly procedureName: string
  readonly at: Moment
  readonly way: HandedBack['way']
  readonly receiver: HandedBack['receiver']
  /** Null for what was handed back before proof was kept. */
  readonly proof: HandedBack['proof'] | null
  readonly byName: string
  readonly documentNumber: string | null
  readonly copies: number
}

/** The hand-over of a dossier, as it was recorded. */
export async function seeReturned(desk: Desk, code: string): Promise<Outcome<ReturnedLine>> {
  const { centre, actor, now } = desk
  const held = await holdDossier(centre, code)
  if (!held || actor.kind !== 'staff') return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(actor, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what: 'see-hand-over', code })
  const history = await historyOf(centre, code)
  const handed = history.map(({ event }) => event).findLast((event) => event.type === 'ResultHandedBack')
  if (!handed) return refuse('not-at-this-stage', { stage: dossier.stage, command: 'HandBack' })
  if (dossier.stage !== 'returned')
    return refuse('not-at-this-stage', { stage: dossier.stage, command: 'HandBack' })
  const { at, by, way, receiver, proof = null } = handed
  const sealed = history.map(({ event }) => event).findLast((event) => event.type === 'ResultSealed')
  const names = await staffNames(centre, [by.staff])
  const { procedure } = lawFor(dossier, await bookOf(centre))
  return {
    code,
    procedureName: procedure.name,
    at,
    way,
    receiver,
    proof,
    byName: names.get(by.staff) ?? '',
    documentNumber: sealed?.documentNumber ?? null,
    copies: dossier.copiesWanted,
  }
}
