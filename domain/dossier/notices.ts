import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { MeetObligation, NotifyObligation, WithdrawObligation } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { guard, stepDone } from './handling.ts'
import type { Law } from './law.ts'
import { type Obligation, openObligations } from './obligations.ts'
import { partsAwaited } from './parts.ts'
import { waitsFor } from './waits-for.ts'

/** A notice is written down as it was issued, at or before the step that waits for its payment. */
export function notifyObligation(
  dossier: Dossier,
  command: NotifyObligation,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { id, at, by, step, body, number, issuedOn, what, dong, payBy } = command
  const today = dayOf(fromMoment(at)).toString()
  if (issuedOn > today) return refuse('days-in-wrong-order', { from: issuedOn, until: today })
  if (payBy < issuedOn) return refuse('pay-day-before-notice', { issuedOn, payBy })
  const isKnown = openObligations(dossier).some((one) => one.number === number && one.body === body)
  if (isKnown) return refuse('notice-twice', { number, body })
  return [
    { type: 'ObligationNotified', at, by, step, obligation: id, body, number, issuedOn, what, dong, payBy },
  ]
}

/** A notice that was wrong is withdrawn, and nothing is waited for by it. */
export function withdrawObligation(
  dossier: Dossier,
  command: WithdrawObligation,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, obligation, reason } = command
  const notice = openNotice(dossier, obligation)
  if (isRefusal(notice)) return notice
  return [{ type: 'ObligationWithdrawn', at, by, step, obligation, reason }]
}

/**
 * The citizen proves a payment, at whatever counter or channel. With the last one the step that waited is done and the
 * clock goes on: the agency's time begins when the proof is there, not when somebody gets round to it.
 */
export function meetObligation(dossier: Dossier, command: MeetObligation, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, obligation, paidOn, dong, proof, channel } = command
  const notice = openNotice(dossier, obligation)
  if (isRefusal(notice)) return notice
  const today = dayOf(fromMoment(at)).toString()
  if (paidOn > today) return refuse('days-in-wrong-order', { from: paidOn, until: today })
  if (paidOn < notice.issuedOn)
    return refuse('pay-day-before-notice', { issuedOn: notice.issuedOn, payBy: paidOn })
  // More is paid where interest for late payment was added; less does not meet the notice.
  if (dong < notice.dong) return refuse('paid-too-little', { dong, owed: notice.dong })
  const met = { type: 'ObligationMet', at, by, step, obligation, paidOn, dong, proof, channel } as const
  const isLast = openObligations(dossier).length === 1 && partsAwaited(dossier).length === 0
  if (!isLast || waitsFor(dossier) !== 'payment') return [met]
  const done = stepDone(dossier, command, proof, law)
  return isRefusal(done) ? done : [met, ...done]
}

function openNotice(dossier: Dossier, key: string): Outcome<Obligation> {
  return (
    openObligations(dossier).find((one) => one.key === key) ??
    refuse('no-such-obligation', { obligation: key })
  )
}
