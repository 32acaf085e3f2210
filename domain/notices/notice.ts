import type { Day, Moment } from '#domain/calendar/moment.ts'

/** The ways by which the centre tells a citizen something. */
export const NOTICE_WAYS = ['sms', 'email', 'zalo', 'push'] as const
export type NoticeWay = (typeof NOTICE_WAYS)[number]

/**
 * What a notice is about: a dossier, what was filed online and is none yet, what somebody wrote to the centre, a time
 * registered at a mobile session, a visit at home that was asked for, or what was taken in outside and is no dossier.
 */
export const NOTICE_SUBJECTS = [
  'dossier',
  'filing',
  'feedback',
  'registration',
  'home-visit',
  'packet',
] as const
export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number]

/** What a citizen is told. */
export const NOTICE_KINDS = [
  'received',
  'supplement',
  'resumed',
  'to-pay',
  'apology',
  'part-stopped',
  'ready',
  'refused',
  'uncollected',
  'returned',
  'stopped',
  'corrected',
  'answer-soon',
  'pay-soon',
  'filed',
  'filing-asked',
  'filing-refused',
  'feedback-answered',
  'session-changed',
  'session-cancelled',
  'session-soon',
  'visit-scheduled',
  'visit-moved',
  'visit-cancelled',
  'packet-refused',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Of what has no code that may be told, or may have one that is another's: the day tells which. */
export const WITHOUT_CODE: readonly NoticeKind[] = [
  'session-changed',
  'session-cancelled',
  'session-soon',
  'packet-refused',
]

/** What it says besides the dossier it is about. Nothing of it tells who somebody is or what is asked for. */
export interface NoticeFacts {
  /** The last day for what the citizen has to do. */
  readonly lastDay?: Day
  /** The due moment that holds now. */
  readonly due?: Moment
  readonly dong?: number
}

/** Something to be told. */
export interface Telling {
  readonly kind: NoticeKind
  readonly facts: NoticeFacts
}

/** The languages a notice can be in. */
export const NOTICE_LANGUAGES = ['vi', 'en'] as const
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number]
