import type { AwaitingCitizen, InProcess, Ready } from './dossier.ts'
import type { DossierTakenOver } from './events.ts'

/** What a dossier that was taken over comes to: the same state as one that came there through the house. */
export function takenOver(event: DossierTakenOver): InProcess | AwaitingCitizen | Ready {
  const { type: _, at, by: __, due, source, stopped, ready, refusal, payments, ...taken } = event
  const { apologiesSent, supplementsAsked, ...rest } = taken
  const common = {
    ...rest,
    version: 1,
    dueAtReceipt: due,
    stepSince: at,
    // Who did the steps before did them in another system; nobody of this house has worked on it.
    doneBy: {},
    takenOver: { ...source, at },
    lastEventAt: at,
    ...(apologiesSent > 0 && { apologiesSent }),
    ...(supplementsAsked > 0 && { supplementsAsked }),
    ...(refusal !== null && { refusal }),
    ...(payments.length > 0 && {
      payments: payments.map(({ payment: key, ...one }) => ({ key, ...one, state: 'taken' as const })),
    }),
  }
  if (ready !== null) {
    const { at: readyAt, result, timeliness } = ready
    return { ...common, stage: 'ready', readyAt, result, timeliness }
  }
  if (stopped === null) return { ...common, stage: 'in-process' }
  const { minutesLeft, answerBy, items } = stopped
  return {
    ...common,
    stage: 'awaiting-citizen',
    minutesLeft,
    ...(answerBy !== null && { answerBy }),
    // Where nothing was asked for, the citizen pays.
    ...(items.length === 0 && { isToPay: true as const }),
  }
}
