import type { Address } from '#domain/procedure/address.ts'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { SigningCapacity } from '#domain/people/may.ts'
import type { TakenOut } from '#domain/outreach/taken-out.ts'
import type { ExemptionChosen } from '#domain/procedure/fee-lines.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import type { ActedOnline } from './acted-online.ts'
import type { DocumentNumber } from './document-number.ts'
import type { ApologyCause, ApologyWay } from './apology.ts'
import type {
  ComponentGiven,
  Doer,
  FiledBy,
  FiledOnline,
  PaidBefore,
  PaperFoundHow,
  Party,
  ReceiptForm,
  ResultApproved,
  ResultHandedBack,
  ResultSealed,
  ReturnWish,
  SentIn,
  StoppedBefore,
  SupplementItem,
  TakenFrom,
} from './events.ts'
import type { CallOutcome, CallWay } from './collection.ts'
import type { HandBackMistake, PartyKey } from './correction-parts.ts'
import type { HandOverProof } from './hand-over.ts'
import type { NoticeWish } from './notice-wish.ts'
import type { PaperRef } from './papers.ts'
import type { Exemption, FeeLine, MoneyWay } from './owed.ts'
import type { StopMoney, StopReason } from './stopping.ts'
import type { AnsweredOnline } from './supplement-answer.ts'
import type { RefundAgreed, Through } from './through.ts'

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
  /** The commune that is competent, where every commune is for its own people. */
  readonly commune?: string | undefined
  readonly applicant: Party
  readonly owner: Party
  readonly components: readonly ComponentGiven[]
  readonly copiesWanted: number
  readonly pages?: number | undefined
  readonly subject?: string | undefined
  readonly visit?: string | undefined
  readonly takenOut?: TakenOut | undefined
  readonly filedBy?: FiledBy | undefined
  /** What it was filed as online, where it was. */
  readonly filing?: FiledOnline | undefined
  /** The parcel it came in, where the post brought it. */
  readonly sentIn?: SentIn | undefined
  readonly notices?: NoticeWish | undefined
  readonly returnWish: ReturnWish
  /** Who pays less or nothing, by one of the procedure's exemptions and a paper. */
  readonly exemption?: ExemptionChosen | null | undefined
}

/** An open dossier of the system or the register of before, as a line of it says (`taking-over.ts`). */
export interface TakeOverDossier extends Omit<
  ReceiveDossier,
  | 'type'
  | 'commune'
  | 'pages'
  | 'subject'
  | 'visit'
  | 'takenOut'
  | 'filedBy'
  | 'filing'
  | 'sentIn'
  | 'notices'
  | 'exemption'
> {
  readonly type: 'TakeOverDossier'
  readonly source: TakenFrom
  readonly receivedAt: Moment
  /** As printed on the citizen's slip. */
  readonly due: Moment | null
  readonly lawfulDue: Moment | null
  readonly promisedDue: Moment | null
  readonly apologiesSent: number
  readonly supplementsAsked: number
  readonly step: string
  /** The person who has it in hand; null while it lies in the list of its post. */
  readonly heldBy: string | null
  /** Whole đồng; null is "chưa xác định". */
  readonly feeDong: number | null
  readonly payments: readonly PaidBefore[]
  readonly approvedAt: Moment | null
  readonly refusal: { readonly reason: string; readonly ground: string } | null
  /** Without minutes they are reckoned from since when the clock has stood. */
  readonly stopped: StoppedBefore | null
  readonly readyAt: Moment | null
}

export interface CompleteStep extends OnDossier {
  readonly type: 'CompleteStep'
  readonly note: string | null
}

/** The competent agency receives what was handed in at another desk. */
export interface ReceiveAsCompetent extends OnDossier {
  readonly type: 'ReceiveAsCompetent'
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
  /** The last day on which an answer is waited for; null sets none. */
  readonly answerBy?: Day | null
}

/** What the citizen was asked for is handed in. */
export interface TakeSupplement extends OnDossier {
  readonly type: 'TakeSupplement'
  readonly components: readonly ComponentGiven[]
  /** The way by which it came; the citizen may answer by any. */
  readonly channel?: Channel
  /** What was sent online, item by item. */
  readonly answer?: AnsweredOnline
  /** The parcel it came in, where the post brought it. */
  readonly sentIn?: SentIn
}

export interface ApproveResult extends OnDossier {
  readonly type: 'ApproveResult'
  readonly mandate: string
  readonly capacity?: SigningCapacity
  readonly note: string | null
  /** SHA-256 of the document the approver looked at and signs; null where it is signed on paper. */
  readonly reviewed?: string | null
  /** The version of the draft it is of; null where no draft was written. */
  readonly draft?: number | null
  readonly document?: ResultApproved['document']
}

/** The approved result takes the next number of its book. */
export interface NumberResult extends OnDossier {
  readonly type: 'NumberResult'
  /** Taken before the decision, so that it stands inside the sealed event. */
  readonly number: DocumentNumber
}

/** The paper that bears the number is spoiled or abandoned. */
export interface VoidNumber extends OnDossier {
  readonly type: 'VoidNumber'
  readonly reason: string
}

export interface SealResult extends OnDossier {
  readonly type: 'SealResult'
  /** The number of the book it is sealed under, where the centre numbers it. */
  readonly number?: DocumentNumber
  /** Typed, where another body numbers it. */
  readonly documentNumber?: string | undefined
  readonly document?: ResultSealed['document']
}

export interface MarkReady extends OnDossier {
  readonly type: 'MarkReady'
}

export interface HandBack extends OnDossier {
  readonly type: 'HandBack'
  readonly way: ReturnWish['way']
  readonly receiver: ResultHandedBack['receiver']
  readonly proof: HandOverProof
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

/** The request is not to be granted. */
export interface ProposeRefusal extends OnDossier {
  readonly type: 'ProposeRefusal'
  readonly reason: string
  readonly ground: string
  readonly instead: string | null
}

/** Nothing more is to be done. */
export interface StopDossier extends OnDossier {
  readonly type: 'StopDossier'
  readonly why: StopReason
  readonly reason: string
  readonly ground: string
  readonly papersReturned: string
  readonly money: StopMoney
  /** The citizen who does it online. */
  readonly online?: ActedOnline | undefined
  readonly number?: DocumentNumber
}

export interface DraftApology extends OnDossier {
  readonly type: 'DraftApology'
  readonly cause: ApologyCause
  readonly reason: string
  /** The result is promised by closing of this day, or of the next working day. */
  readonly promisedOn: Day
}

export interface ConsentToApology extends OnDossier {
  readonly type: 'ConsentToApology'
}

export interface SignApology extends OnDossier {
  readonly type: 'SignApology'
  readonly mandate: string
  readonly capacity?: SigningCapacity
  readonly number?: DocumentNumber
}

export interface SendApology extends OnDossier {
  readonly type: 'SendApology'
  readonly way: ApologyWay
}

export interface DropApology extends OnDossier {
  readonly type: 'DropApology'
  readonly comment: string
}

export interface AskOpinion extends OnDossier {
  readonly type: 'AskOpinion'
  readonly body: string
  readonly question: string
  readonly answerBy: Day
}

export interface RecordOpinion extends OnDossier {
  readonly type: 'RecordOpinion'
  readonly consultation: string
  /** Null: no answer by the deadline. */
  readonly answer: string | null
}

/** The applicant was reminded of the supplement or the payment that is waited for. */
export interface PromptApplicant extends OnDossier {
  readonly type: 'PromptApplicant'
  readonly way: CallWay
  readonly outcome: CallOutcome
  readonly note: string | null
}

/** What is to be paid, line by line; no line with an exemption is nothing to pay. */
export interface AssessFee extends OnDossier {
  readonly type: 'AssessFee'
  readonly lines: readonly FeeLine[]
  readonly exemption: Exemption | null
}

/** What the post is paid for the result, taken for it; no line drops what was put down and not paid. */
export interface ChargePostage extends OnDossier {
  readonly type: 'ChargePostage'
  readonly lines: readonly FeeLine[]
  /** Whether the post collects it at the door, and nobody is asked to pay it before. */
  readonly isCollected: boolean
}

export interface TakePayment extends OnDossier {
  readonly type: 'TakePayment'
  readonly way: MoneyWay
  /** What was taken: all that is owed. */
  readonly dong: number
  readonly receiptNumber: string
  readonly receiptForm?: ReceiptForm
  /** Who pays; the applicant where nobody else is named. */
  readonly payer?: string | null
  /** Needed for what is not cash. */
  readonly reference?: string | null
  /** Set by what hears of it, where it came through a provider; never by a sender. */
  readonly through?: Through
}

export interface CancelPayment extends OnDossier {
  readonly type: 'CancelPayment'
  readonly payment: string
  readonly reason: string
}

export interface AskRefund extends OnDossier {
  readonly type: 'AskRefund'
  readonly payment: string
  readonly dong: number
  readonly reason: string
  readonly ground: string
}

export interface AgreeToRefund extends OnDossier {
  readonly type: 'AgreeToRefund'
}

export interface DropRefund extends OnDossier {
  readonly type: 'DropRefund'
  readonly comment: string
}

/** Two people agreed and the money has gone back through the provider or the bank; no sender gives this. */
export interface RefundPayment extends OnDossier {
  readonly type: 'RefundPayment'
  readonly payment: string
  readonly dong: number
  readonly reason: string
  readonly ground: string
  readonly agreed: RefundAgreed
}

/** The result is to come back by another way. */
export interface ChangeReturnWish extends OnDossier {
  readonly type: 'ChangeReturnWish'
  readonly way: ReturnWish['way']
  /** Needed for post and home. */
  readonly address: string | null
  /** The same by its parts, where it was given so. */
  readonly to?: Address | undefined
  /** The citizen who does it online. */
  readonly online?: ActedOnline | undefined
}

export interface CorrectContact extends OnDossier {
  readonly type: 'CorrectContact'
  readonly party: PartyKey
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  /** How the applicant wants to be told from now on; left as it is where nothing is said. */
  readonly notices?: NoticeWish | undefined
  readonly why: string
}

interface Proposing extends OnDossier {
  readonly type: 'ProposeCorrection'
  readonly ground: string
}

export type ProposeCorrection = Proposing &
  (
    | {
        readonly what: 'identity'
        readonly party: PartyKey
        readonly name: string
        readonly idNumber: string | null
      }
    | {
        readonly what: 'due'
        /** Due at closing of this day, or of the next working day. */
        readonly dueOn: Day
      }
    | {
        readonly what: 'result'
        readonly wrong: string
        /** Of the document that puts it right. */
        readonly documentNumber: string
      }
    | { readonly what: 'hand-back'; readonly mistake: HandBackMistake }
  )

export interface ConfirmCorrection extends OnDossier {
  readonly type: 'ConfirmCorrection'
}

export interface DropCorrection extends OnDossier {
  readonly type: 'DropCorrection'
  readonly comment: string
}

/** A paper missed at a hand-over is there after all. */
export interface FindPaper extends OnDossier {
  readonly type: 'FindPaper'
  readonly paper: PaperRef
  readonly how: PaperFoundHow
  readonly note: string
}

/** What happens by a hand-over sheet is done to all its dossiers at once, on no version: only where papers lie counts. */
interface BySheet extends Given {
  readonly sheet: string
}

export interface HandOverPapers extends BySheet {
  readonly type: 'HandOverPapers'
  readonly number: string
  readonly from: string
  readonly to: string
}

export interface AcceptPapers extends BySheet {
  readonly type: 'AcceptPapers'
  readonly missing: readonly PaperRef[]
  readonly note: string | null
}

export interface RefusePapers extends BySheet {
  readonly type: 'RefusePapers'
  readonly reason: string
}

export interface TakeBackPapers extends BySheet {
  readonly type: 'TakeBackPapers'
  readonly reason: string
}

export type SheetCommand = HandOverPapers | AcceptPapers | RefusePapers | TakeBackPapers
/** A notice of what the citizen owes the state for what is asked for: a tax, a registration fee, a land use fee. */
export interface NotifyObligation extends OnDossier {
  readonly type: 'NotifyObligation'
  readonly body: string
  readonly number: string
  readonly issuedOn: Day
  readonly what: string
  readonly dong: number
  readonly payBy: Day
}

/** A notice that was wrong or replaced. */
export interface WithdrawObligation extends OnDossier {
  readonly type: 'WithdrawObligation'
  readonly obligation: string
  readonly reason: string
}

/** The citizen proves what a notice asked for to be paid. */
export interface MeetObligation extends OnDossier {
  readonly type: 'MeetObligation'
  readonly obligation: string
  readonly paidOn: Day
  readonly dong: number
  /** Number of the payment slip. */
  readonly proof: string
  readonly channel: Channel
}

interface OnPart extends OnDossier {
  readonly part: string
}

export interface CompletePart extends OnPart {
  readonly type: 'CompletePart'
  readonly documentNumber: string | null
  readonly result: string
}

/** The agency cannot do its part with what it was given. */
export interface SendPartBack extends OnPart {
  readonly type: 'SendPartBack'
  readonly reason: string
}

/** Whoever leads asks for a part again: mended, or anew. */
export interface AskPartAgain extends OnPart {
  readonly type: 'AskPartAgain'
  readonly comment: string
}

/** Whoever leads goes on without a part. */
export interface GiveUpPart extends OnPart {
  readonly type: 'GiveUpPart'
  readonly reason: string
  readonly ground: string
}

export type ChangeCommand =
  | CompleteStep
  | ReceiveAsCompetent
  | SendBack
  | RequestSupplement
  | TakeSupplement
  | ApproveResult
  | NumberResult
  | VoidNumber
  | SealResult
  | MarkReady
  | HandBack
  | AssignDossier
  | ClaimDossier
  | ReleaseDossier
  | ProposeRefusal
  | StopDossier
  | DraftApology
  | ConsentToApology
  | SignApology
  | SendApology
  | DropApology
  | AskOpinion
  | RecordOpinion
  | PromptApplicant
  | AssessFee
  | ChargePostage
  | TakePayment
  | CancelPayment
  | AskRefund
  | AgreeToRefund
  | DropRefund
  | RefundPayment
  | CorrectContact
  | ChangeReturnWish
  | ProposeCorrection
  | ConfirmCorrection
  | DropCorrection
  | FindPaper
  | NotifyObligation
  | WithdrawObligation
  | MeetObligation
  | CompletePart
  | SendPartBack
  | AskPartAgain
  | GiveUpPart
export type DossierCommand = ReceiveDossier | TakeOverDossier | ChangeCommand | SheetCommand

/** What people give; a refund through a provider is written down by the program once two people agreed to it. */
export type GivenByPeople = Exclude<ChangeCommand['type'], 'RefundPayment'>

export const COMMAND_TYPES = [
  'ReceiveDossier',
  'TakeOverDossier',
  'CompleteStep',
  'ReceiveAsCompetent',
  'SendBack',
  'RequestSupplement',
  'TakeSupplement',
  'ApproveResult',
  'NumberResult',
  'VoidNumber',
  'SealResult',
  'MarkReady',
  'HandBack',
  'AssignDossier',
  'ClaimDossier',
  'ReleaseDossier',
  'ProposeRefusal',
  'StopDossier',
  'DraftApology',
  'ConsentToApology',
  'SignApology',
  'SendApology',
  'DropApology',
  'AskOpinion',
  'RecordOpinion',
  'PromptApplicant',
  'AssessFee',
  'ChargePostage',
  'TakePayment',
  'CancelPayment',
  'AskRefund',
  'AgreeToRefund',
  'DropRefund',
  'RefundPayment',
  'CorrectContact',
  'ChangeReturnWish',
  'ProposeCorrection',
  'ConfirmCorrection',
  'DropCorrection',
  'FindPaper',
  'HandOverPapers',
  'AcceptPapers',
  'RefusePapers',
  'TakeBackPapers',
  'NotifyObligation',
  'WithdrawObligation',
  'MeetObligation',
  'CompletePart',
  'SendPartBack',
  'AskPartAgain',
  'GiveUpPart',
] as const satisfies readonly DossierCommand['type'][]

export const SHEET_COMMANDS: readonly DossierCommand['type'][] = [
  'HandOverPapers',
  'AcceptPapers',
  'RefusePapers',
  'TakeBackPapers',
]

/** Done to one dossier alone; a receipt makes one, a sheet moves the papers of many. */
export const isChange = (type: DossierCommand['type']): type is ChangeCommand['type'] =>
  type !== 'ReceiveDossier' && type !== 'TakeOverDossier' && !SHEET_COMMANDS.includes(type)
