import type { Moment } from '#domain/calendar/moment.ts'
import type { Doer, Party, ReturnWish } from '#domain/dossier/events.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import type { Filer, FilingItem, FilingPaper, FilingSubmitted } from './events.ts'

/** What is filed: the form as it was typed, the papers, and how both become a hash. */
interface Filed {
  readonly id: string
  readonly at: Moment
  readonly by: Filer
  readonly typed: TypedAnswers
  readonly papers: readonly FilingPaper[]
}

export interface SubmitFiling extends Filed {
  readonly type: 'SubmitFiling'
  readonly code: string
  readonly lookupKey: string
  readonly case: string
  readonly applicant: Party
  /** Day of birth of who files, where it is known: children file nothing alone. */
  readonly bornOn: string | null
  readonly owner: Party
  readonly contact: FilingSubmitted['contact']
  /** Whoever files for another and is vouched for by nobody shows a paper that allows it. */
  readonly needsAuthority: boolean
  readonly returnWish: ReturnWish
  readonly copiesWanted: number
  readonly placeOfSupport: string | null
}

export interface AnswerFiling extends Filed {
  readonly type: 'AnswerFiling'
  readonly version: number
}

export interface WithdrawFiling {
  readonly type: 'WithdrawFiling'
  readonly id: string
  readonly at: Moment
  readonly by: Filer
  readonly version: number
}

interface ByOfficer {
  readonly id: string
  readonly at: Moment
  readonly by: Doer
  readonly version: number
}

export interface AcceptFiling extends ByOfficer {
  readonly type: 'AcceptFiling'
  readonly placeOfReceipt: string
}

export interface AskFiling extends ByOfficer {
  readonly type: 'AskFiling'
  readonly items: readonly FilingItem[]
  /** Needed to ask a second time. */
  readonly whyAgain: string | null
}

export interface RefuseFiling extends ByOfficer {
  readonly type: 'RefuseFiling'
  readonly reason: string
  readonly ground: string
  readonly instead: string
}

export type FilingCommand =
  | SubmitFiling
  | AnswerFiling
  | WithdrawFiling
  | AcceptFiling
  | AskFiling
  | RefuseFiling

export const FILING_COMMAND_TYPES = [
  'SubmitFiling',
  'AnswerFiling',
  'WithdrawFiling',
  'AcceptFiling',
  'AskFiling',
  'RefuseFiling',
] as const satisfies readonly FilingCommand['type'][]
