import type { Moment } from '#domain/calendar/moment.ts'
import type { Doer, Party, ReturnWish, SupplementItem } from '#domain/dossier/events.ts'
import type { Address } from '#domain/procedure/address.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import type { FilingFile } from './filing-file.ts'
import type { HeldPaper } from './held-papers.ts'

/** Who filed: the citizen with his account, or by the hands of an officer at the centre's computer, who only helped. */
export interface Filer {
  /** The account; null for whom an officer helped and who has none. */
  readonly citizen: string | null
  /** The representation under which the account filed for somebody. */
  readonly representation: string | null
  readonly helper: Doer | null
}

/**
 * How a paper comes: as files, as paper afterwards to the counter or by post, or not at all, as data or a copy the centre
 * holds stand in for it.
 */
export const PAPER_WAYS = ['file', 'counter', 'post', 'data', 'held'] as const
export type PaperWay = (typeof PAPER_WAYS)[number]

export interface FilingPaper {
  /** Key of the paper of the case, or `AUTHORITY`. */
  readonly component: string
  readonly way: PaperWay
  readonly files: readonly FilingFile[]
  /** The copy that stands for it, where the centre holds one and it was chosen. */
  readonly held?: HeldPaper | undefined
}

/** The paper by which somebody files for another; it is no paper of the case. */
export const AUTHORITY = '@authority'

/** What was asked and what was answered: both stand as they were that day. */
export interface FiledContent {
  readonly answers: Answers
  readonly papers: readonly FilingPaper[]
  /** SHA-256 of form and content together, hexadecimal. */
  readonly sha256: string
}

interface FiledHappened {
  readonly at: Moment
  readonly by: Filer
}

interface DoneHappened {
  readonly at: Moment
  readonly by: Doer
  /** Within the time the rule set gives the centre for it. */
  readonly isInTime: boolean
}

interface Waiting {
  /** By when the centre must answer. */
  readonly acceptBy: Moment
  readonly isAcceptByProvisional: boolean
}

export interface FilingSubmitted extends FiledHappened, FiledContent, Waiting {
  readonly type: 'FilingSubmitted'
  /** Kept when the dossier is received. */
  readonly code: string
  readonly lookupKey: string
  readonly ruleSet: string
  readonly procedure: string
  readonly procedureVersion: number
  readonly case: string
  readonly unit: string
  readonly field: string
  /** The form as it was asked, by its version and the hash of what it says. */
  readonly form: { readonly key: string; readonly version: number; readonly sha256: string }
  readonly applicant: Party
  readonly owner: Party
  /** Of who files, as typed: for the next form, and to reach the person. */
  readonly contact: { readonly address: Address | null; readonly email: string | null }
  readonly copiesWanted: number
  readonly returnWish: ReturnWish
  /** The unit whose officer helped; null where nobody did. */
  readonly placeOfSupport: string | null
}

/** One thing that is missing or wrong, at a field of the form or a paper. */
export interface FilingItem extends SupplementItem {
  /** Name of the field; null when it is about a paper or the whole. */
  readonly field: string | null
}

/** The citizen is asked, once and for all of it. */
export interface FilingAsked extends DoneHappened {
  readonly type: 'FilingAsked'
  readonly items: readonly FilingItem[]
  readonly whyAgain: string | null
}

export interface FilingAnswered extends FiledHappened, FiledContent, Waiting {
  readonly type: 'FilingAnswered'
}

/** Received as a dossier under the filing's own code. */
export interface FilingAccepted extends DoneHappened {
  readonly type: 'FilingAccepted'
  readonly placeOfReceipt: string
}

export interface FilingRefused extends DoneHappened {
  readonly type: 'FilingRefused'
  readonly reason: string
  readonly ground: string
  readonly instead: string
}

export interface FilingWithdrawn extends FiledHappened {
  readonly type: 'FilingWithdrawn'
}

/** Everything that can have happened to a filing. A type is never renamed, removed or given a new meaning. */
export type FilingEvent =
  | FilingSubmitted
  | FilingAsked
  | FilingAnswered
  | FilingAccepted
  | FilingRefused
  | FilingWithdrawn

export const FILING_EVENT_TYPES = [
  'FilingSubmitted',
  'FilingAsked',
  'FilingAnswered',
  'FilingAccepted',
  'FilingRefused',
  'FilingWithdrawn',
] as const satisfies readonly FilingEvent['type'][]
