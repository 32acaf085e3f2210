import type { Moment } from '#domain/calendar/moment.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import type { ComponentGiven, Doer, Party, ResultHandedBack, ReturnWish, SupplementItem } from './events.ts'

/** Every command carries a client-made id (UUIDv7), the moment, and who gives it in which post. */
interface Given {
  readonly id: string
  readonly at: Moment
  readonly by: Doer
}

/** A command on a dossier names the version it was made on and the step it means. */
interface OnDossier extends Given {
  readonly version: number
  readonly step: string
}

export interface ReceiveDossier extends Given {
  readonly type: 'ReceiveDossier'
  /** Known before the decision: taken from a leased block, so that it stands inside the sealed event. */
  readonly code: string
  readonly lookupKey: string
  readonly case: string
  readonly channel: Channel
  readonly placeOfReceipt: string
  readonly placeOfSupport: string | null
  readonly applicant: Party
  readonly owner: Party
  readonly components: readonly ComponentGiven[]
  readonly copiesWanted: number
  readonly returnWish: ReturnWish
}

export interface CompleteStep extends OnDossier {
  readonly type: 'CompleteStep'
  readonly note: string | null
}

export interface SendBack extends OnDossier {
  readonly type: 'SendBack'
  /** Key of the earlier step to go back to. */
  readonly to: string
  readonly comment: string
}

/** The citizen is asked, once and for all of it, for what is missing or wrong. */
export interface RequestSupplement extends OnDossier {
  readonly type: 'RequestSupplement'
  readonly items: readonly SupplementItem[]
  /** Needed to ask a second time. */
  readonly whyAgain: string | null
}

/** What the citizen was asked for is handed in. */
export interface TakeSupplement extends OnDossier {
  readonly type: 'TakeSupplement'
  readonly components: readonly ComponentGiven[]
}

export interface ApproveResult extends OnDossier {
  readonly type: 'ApproveResult'
  readonly mandate: string
  readonly note: string | null
}

export interface SealResult extends OnDossier {
  readonly type: 'SealResult'
  readonly documentNumber: string
}

export interface MarkReady extends OnDossier {
  readonly type: 'MarkReady'
}

export interface HandBack extends OnDossier {
  readonly type: 'HandBack'
  readonly way: ReturnWish['way']
  readonly receiver: ResultHandedBack['receiver']
}

/** The step is given to a named person of its post. */
export interface AssignDossier extends OnDossier {
  readonly type: 'AssignDossier'
  readonly to: string
  readonly note: string | null
}

/** A person takes the step from the list of the post. */
export interface ClaimDossier extends OnDossier {
  readonly type: 'ClaimDossier'
}

/** The step goes back to the list, for whoever of the post comes first. */
export interface ReleaseDossier extends OnDossier {
  readonly type: 'ReleaseDossier'
}

export type ChangeCommand =
  | CompleteStep
  | SendBack
  | RequestSupplement
  | TakeSupplement
  | ApproveResult
  | SealResult
  | MarkReady
  | HandBack
  | AssignDossier
  | ClaimDossier
  | ReleaseDossier
export type DossierCommand = ReceiveDossier | ChangeCommand

export const COMMAND_TYPES = [
  'ReceiveDossier',
  'CompleteStep',
  'SendBack',
  'RequestSupplement',
  'TakeSupplement',
  'ApproveResult',
  'SealResult',
  'MarkReady',
  'HandBack',
  'AssignDossier',
  'ClaimDossier',
  'ReleaseDossier',
] as const satisfies readonly DossierCommand['type'][]
