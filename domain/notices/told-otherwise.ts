import type { FilingEvent } from '#domain/filing/events.ts'
import { type Filing, isOpen } from '#domain/filing/filing.ts'
import type { FeedbackEvent } from '#domain/opinions/feedback.ts'
import type { HomeEvent, HomeRequest } from '#domain/outreach/home-visit.ts'
import type { PacketStage } from '#domain/outreach/intake-packet.ts'
import type { MobileSession, SessionEvent, SessionPlan } from '#domain/outreach/session.ts'
import type { NoticeKind, Telling } from './notice.ts'

/**
 * What whoever filed online is told of an event, by the filing as it is after it; null for what he has just done himself.
 * That it was received as a dossier is told of the dossier, with code and due moment.
 */
export function toldOfFiling(event: FilingEvent, after: Filing): Telling | null {
  switch (event.type) {
    case 'FilingSubmitted':
      return { kind: 'filed', facts: after.acceptBy === null ? {} : { due: after.acceptBy } }
    case 'FilingAsked':
      return { kind: 'filing-asked', facts: {} }
    case 'FilingRefused':
      return { kind: 'filing-refused', facts: {} }
    case 'FilingAnswered':
    case 'FilingAccepted':
    case 'FilingWithdrawn':
      return null
  }
}

/** Whether what was to be told of a filing is no longer so. */
export function isFilingOvertaken(kind: NoticeKind, filing: Filing): boolean {
  if (kind === 'filed') return !isOpen(filing)
  if (kind === 'filing-asked') return filing.stage !== 'asked'
  return kind !== 'filing-refused'
}

/** What whoever wrote to the centre is told: that there is an answer, and after an appeal the director's. */
export function toldOfFeedback({ type }: FeedbackEvent): Telling | null {
  const isAnswer = type === 'FeedbackAnswered' || type === 'AppealAnswered'
  return isAnswer ? { kind: 'feedback-answered', facts: {} } : null
}

/** An answer stays one. */
export function isFeedbackOvertaken(kind: NoticeKind): boolean {
  return kind !== 'feedback-answered'
}

/**
 * What whoever has registered for a session is told of an event: that it is not held, or at another time or place. The last
 * day is that of the session, so that it goes in time.
 */
export function toldOfSession(before: SessionPlan, event: SessionEvent): Telling | null {
  if (event.type === 'SessionCancelled') return { kind: 'session-cancelled', facts: { lastDay: before.on } }
  if (event.type !== 'SessionChanged') return null
  const { plan } = event
  const isMoved = (['on', 'opens', 'commune', 'place'] as const).some((part) => plan[part] !== before[part])
  return isMoved ? { kind: 'session-changed', facts: { lastDay: plan.on } } : null
}

/** Whoever has given the time back, or comes to what is not held, is not told of it any more. */
export function isRegistrationOvertaken(
  kind: NoticeKind,
  { stage, isGivenBack }: { readonly stage: MobileSession['stage']; readonly isGivenBack: boolean },
): boolean {
  if (isGivenBack) return true
  if (kind === 'session-cancelled') return stage !== 'cancelled'
  return (kind !== 'session-changed' && kind !== 'session-soon') || stage !== 'published'
}

/**
 * What whoever asked for a visit at home is told: the day somebody comes, another day, or that nobody comes. What the person
 * ended, and who goes or in which order, is told to nobody. The last day is that of the visit, so that it goes in time.
 */
export function toldOfHomeVisit(before: Pick<HomeRequest, 'schedule'>, event: HomeEvent): Telling | null {
  const was = before.schedule?.on
  if (event.type === 'HomeVisitScheduled') {
    const { on } = event.schedule
    if (on === was) return null
    return { kind: was === undefined ? 'visit-scheduled' : 'visit-moved', facts: { lastDay: on } }
  }
  if (event.type !== 'HomeVisitEnded' || event.by === null) return null
  return { kind: 'visit-cancelled', facts: was === undefined ? {} : { lastDay: was } }
}

/** What whoever handed something in outside is told: that it came to nothing after all. That it is a dossier, the dossier tells. */
export function toldOfPacket(decision: 'receive' | 'refuse'): Telling | null {
  return decision === 'refuse' ? { kind: 'packet-refused', facts: {} } : null
}

/** What was refused stays so. */
export function isPacketOvertaken(kind: NoticeKind, stage: PacketStage): boolean {
  return kind !== 'packet-refused' || stage !== 'refused'
}

/** Nobody is told to wait for a visit that was made, taken back or ended. */
export function isHomeVisitOvertaken(kind: NoticeKind, { stage }: Pick<HomeRequest, 'stage'>): boolean {
  if (kind === 'visit-cancelled') return stage !== 'ended'
  return (kind !== 'visit-scheduled' && kind !== 'visit-moved') || stage !== 'scheduled'
}
