import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { CallToRecord } from '#shapes/call-to-record.ts'
import { addCall } from '#store/collection-calls.ts'
import { holdDossier } from '#store/dossiers.ts'
import { announceChange } from '../announce-change.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export interface RecordedCall {
  readonly id: string
  readonly at: Moment
}

/**
 * Records that the citizen was called to fetch the result. It lies as it lay: nobody's work grows stale by it, as by a
 * note, and nothing is counted or destroyed.
 */
export async function recordCall(
  desk: Desk,
  code: string,
  given: CallToRecord,
): Promise<Outcome<RecordedCall>> {
  const { centre, actor } = desk
  const held = await holdDossier(centre, code)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'record-call' })
  if (!held) return refuse('no-such-dossier')
  const { stage, holder, placeOfReceipt } = held.dossier
  const unit = (stage === 'ready' && holder?.unit) || placeOfReceipt
  const allowed = may(actor, { kind: 'record-call', unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (stage !== 'ready') return refuse('not-at-this-stage', { stage })
  const call = { ...given, dossier: held.id, at: toMoment(desk.now), staff: actor.id }
  const stands = await addCall(centre, { ...call, unit, post: 'clerk' })
  const isSame = (['dossier', 'staff', 'way', 'outcome', 'note'] as const).every(
    (part) => stands[part] === call[part],
  )
  if (!isSame) return refuse('command-id-reused', { id: given.id })
  announceChange(centre, code, [])
  return { id: given.id, at: stands.at }
}
