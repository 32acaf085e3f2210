import type { Dossier } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { openObligations } from '#domain/dossier/obligations.ts'
import { owedNowDong } from '#domain/dossier/owed.ts'
import { waitsFor } from '#domain/dossier/waits-for.ts'
import type { NoticeFacts, NoticeKind, Telling } from './notice.ts'

/**
 * What the citizen is told of an event, by the dossier as it is after it; null for what is the centre's own business, or
 * what he has just seen happen at the counter (Decree 224/2026/NĐ-CP, art. 15: in real time).
 */
export function toldOf(event: DossierEvent, after: Dossier): Telling | null {
  // What is done while he waits needs no letter about it.
  if (after.limit === 'immediate') return null
  const tell = (kind: NoticeKind, facts: NoticeFacts = {}): Telling => ({ kind, facts })
  const due = after.lawfulDue === null ? {} : { due: after.lawfulDue }
  switch (event.type) {
    case 'DossierReceived':
      return tell('received', due)
    case 'SupplementRequested':
      return tell('supplement', event.answerBy === undefined ? {} : { lastDay: event.answerBy })
    case 'SupplementReceived':
      return tell('resumed', due)
    case 'ObligationNotified':
      return tell('to-pay', { dong: event.dong, lastDay: event.payBy })
    case 'PostageCharged':
    case 'FeeAssessed': {
      // What the post collects at the door is told with the parcel.
      if (event.type === 'PostageCharged' && event.isCollected) return null
      const dong = owedNowDong(after) ?? 0
      return dong > 0 ? tell('to-pay', { dong }) : null
    }
    case 'ApologySent':
      return tell('apology', { due: event.promised })
    case 'PartGivenUp':
      return tell('part-stopped')
    case 'ResultReady':
      return tell(event.result === 'refused' ? 'refused' : 'ready')
    case 'ResultHandedBack':
      // Whoever took it in his own hands knows.
      return event.way !== 'counter' || event.receiver.isAuthorised ? tell('returned') : null
    case 'DossierStopped':
      return tell('stopped')
    case 'CorrectionConfirmed':
      if (event.corrected.what === 'hand-back') return null
      return tell('corrected', event.corrected.what === 'due' ? due : {})
    // The first event of a dossier of before: what it was told then is not told again.
    case 'DossierTakenOver':
    case 'StepCompleted':
    case 'ReceivedAsCompetent':
    case 'StepSentBack':
    case 'ResultApproved':
    case 'ResultNumbered':
    case 'NumberVoided':
    case 'ResultSealed':
    case 'ClockStopped':
    case 'ClockResumed':
    case 'DossierAssigned':
    case 'DossierClaimed':
    case 'DossierReleased':
    case 'RefusalProposed':
    case 'ApologyDrafted':
    case 'ApologyConsented':
    case 'ApologySigned':
    case 'ApologyDropped':
    case 'OpinionAsked':
    case 'OpinionRecorded':
    case 'ApplicantPrompted':
    case 'PaymentTaken':
    case 'PaymentCancelled':
    case 'RefundAsked':
    case 'RefundDropped':
    case 'PaymentRefunded':
    case 'ContactCorrected':
    case 'ReturnWishChanged':
    case 'CorrectionProposed':
    case 'CorrectionDropped':
    case 'PapersHandedOver':
    case 'PapersAccepted':
    case 'PapersRefused':
    case 'PapersTakenBack':
    case 'PaperFound':
    case 'ObligationWithdrawn':
    case 'ObligationMet':
    case 'PartsOpened':
    case 'PartCompleted':
    case 'PartSentBack':
    case 'PartAskedAgain':
      return null
  }
}

/** Whether what was to be told is no longer so: nobody is asked for what has come, or called to what was fetched. */
export function isOvertaken(kind: NoticeKind, dossier: Dossier): boolean {
  const isOver = dossier.stage === 'returned' || dossier.stage === 'stopped'
  switch (kind) {
    case 'received':
    case 'resumed':
    case 'apology':
      return isOver || dossier.stage === 'ready'
    case 'supplement':
    case 'answer-soon':
      return waitsFor(dossier) !== 'supplement'
    case 'pay-soon':
      return isOver || openObligations(dossier).length === 0
    case 'to-pay':
      return isOver || (openObligations(dossier).length === 0 && (owedNowDong(dossier) ?? 0) === 0)
    case 'ready':
    case 'refused':
    case 'uncollected':
      return dossier.stage !== 'ready'
    case 'part-stopped':
      return isOver
    case 'returned':
      return dossier.stage !== 'returned'
    case 'stopped':
    case 'corrected':
      return false
    // Of what is no dossier (`told-otherwise.ts`).
    case 'filed':
    case 'filing-asked':
    case 'filing-refused':
    case 'feedback-answered':
    case 'session-changed':
    case 'session-cancelled':
    case 'session-soon':
    case 'visit-scheduled':
    case 'visit-moved':
    case 'visit-cancelled':
    case 'packet-refused':
      return true
  }
}
