import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { CallToRecord } from '#shapes/call-to-record.ts'
import { addCall } from '#store/collection-calls.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { inOne } from '#store/in-one.ts'
import { addNotices, type NoticeToAdd } from '#store/notices.ts'
import { announceChange } from '../announce-change.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { noticesFor } from '../telling/make-notices.ts'
import { dossierSubject } from '../telling/subjects.ts'

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
  const notices = given.way === 'notice' ? await calledByNotice(desk, actor.id, held, given.id) : []
  if (given.way === 'notice' && notices.length === 0) return refuse('nobody-to-tell')
  // What comes of a notice is reported by who delivers it.
  const outcome = given.way === 'notice' ? 'sent' : given.outcome
  const call = { ...given, outcome, dossier: held.id, at: toMoment(desk.now), staff: actor.id }
  const at = await inOne(centre, async (inside) => {
    const stands = await addCall(inside, { ...call, unit, post: 'clerk' })
    const isSame = (['dossier', 'staff', 'way', 'outcome', 'note'] as const).every(
      (part) => stands[part] === call[part],
    )
    if (isSame) await addNotices(inside, notices)
    return isSame ? stands.at : null
  })
  if (at === null) return refuse('command-id-reused', { id: given.id })
  announceChange(centre, code, [])
  return { id: given.id, at }
}

/** A notice to wherever the citizen is told of the dossier; none where there is nobody to tell. */
async function calledByNotice(
  { centre, now, notices }: Desk,
  staff: string,
  held: HeldDossier,
  id: string,
): Promise<readonly NoticeToAdd[]> {
  if (!notices) return []
  const { code } = held.dossier
  const told = { code, cause: `call ${id}`, kind: 'uncollected', facts: {}, staff } as const
  return noticesFor({ centre, now, notices }, [told], [dossierSubject(held)])
}
