import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Post, SigningCapacity } from '#domain/people/may.ts'
import type { LimitKind } from '#domain/procedure/limit.ts'
import type { DespiteReason } from '#domain/procedure/data-for-paper.ts'
import type { StepPart } from '#domain/procedure/process.ts'
import type { Address } from '#domain/procedure/address.ts'
import type { TakenOut } from '#domain/outreach/taken-out.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import type { ActedOnline } from './acted-online.ts'
import type { DocumentNumber } from './document-number.ts'
import type { ApologyCause, ApologyWay } from './apology.ts'
import type { CallOutcome, CallWay } from './collection.ts'
import type { HandBackMistake, PartyKey } from './correction-parts.ts'
import type { AuthorityKind, HandOverProof } from './hand-over.ts'
import type { NoticeWish } from './notice-wish.ts'
import type { Exemption, FeeLine, MoneyWay, PaymentWay } from './owed.ts'
import type { PaperRef } from './papers.ts'
import type { ApprovedDraft } from './result-draft.ts'
import type { StopMoney, StopReason } from './stopping.ts'
import type { Timeliness } from './timeliness.ts'
import type { AnsweredOnline } from './supplement-answer.ts'
import type { WaitsFor } from './waits-for.ts'
import type { RefundAgreed, Through } from './through.ts'

/** Who did it, in which post of which unit; never a citizen's own name (a helper is recorded as helper). */
export interface Doer {
  readonly staff: string
  readonly unit: string
  readonly post: Post
  /** The absent person whose post the doer had that day as substitute. */
  readonly insteadOf?: string
}

/** A citizen or organisation as it stood on the day of receipt. */
export interface Party {
  readonly kind: 'citizen' | 'organisation'
  readonly name: string
  readonly idNumber: string | null
  readonly phone: string | null
  readonly address: string | null
}

/** A paper handed in: how many originals, certified copies and plain copies. */
export interface ComponentGiven {
  readonly component: string
  readonly original: number
  readonly certified: number
  readonly copy: number
  /** Why the paper was not asked for (data in a connected database, a paper already held); null when it was given. */
  readonly insteadOfPaper: string | null
  /** Data that stand in for the paper; since sources of data are entered (2026). */
  readonly fromData?: FromData | undefined
  /** The certified copy of an earlier dossier of the owner's that stands for the paper, looked for before it was asked for. */
  readonly heldCopy?: { readonly scan: string; readonly code: string } | undefined
  /** Why the paper was asked for although data should do. */
  readonly paperDespiteData?: PaperDespiteData | undefined
}

/** Data fetched in place of a paper: whence, what for, under which reference, on which day. */
export interface FromData {
  readonly source: string
  readonly purpose: string
  readonly reference: string
  readonly day: Day
}

/** Decree 309/2026/NĐ-CP, art. 4.2a: each one is counted. */
export interface PaperDespiteData {
  readonly reason: DespiteReason
  readonly note: string
}

/** Who filed is kept apart from for whom it was filed (the applicant). */
export interface FiledBy {
  /** A citizen's account. */
  readonly account: string
  /** The representation under which it was filed for somebody else; null for oneself. */
  readonly representation: string | null
}

export interface ReturnWish {
  readonly way: 'counter' | 'post' | 'home' | 'electronic'
  /** Needed for post and home. */
  readonly address: string | null
  /** The same by its parts, as the catalogue of places knows them; not there where it was written as one line. */
  readonly to?: Address
}

/**
 * Who must act next. A list belongs to a post of a unit, a person has taken or been given the step, and what waits
 * for the citizen is kept by the list that will go on with it.
 */
export interface Holder {
  readonly kind: 'list' | 'person' | 'citizen'
  readonly unit: string
  readonly post: Post
  readonly staff: string | null
}

/** The outcome a dossier ends with; a refusal after appraisal is a result too. */
export type ResultKind = 'granted' | 'refused'

/** The filing a dossier was received from, and when that was submitted ("nộp", as against "tiếp nhận"). */
export interface FiledOnline {
  readonly id: string
  readonly submittedAt: Moment
}

/** The parcel a dossier came in, and when both sides confirmed that it changed hands: the moment it was submitted. */
export interface SentIn {
  readonly parcel: string
  readonly label: string
  readonly submittedAt: Moment
}

/** Handed in at one desk for an agency that has another: whose clock starts when that one receives it. */
export interface HandedInElsewhere {
  /** The desk of the competent agency. */
  readonly desk: string
  /** By when it is to receive it there; its time runs from then at the latest. */
  readonly by: Moment
}

interface Happened {
  readonly at: Moment
  readonly by: Doer
}

export interface DossierReceived extends Happened {
  readonly type: 'DossierReceived'
  readonly code: string
  /** At least 40 random bits, printed on the receipt: code and key together open the tracking page. */
  readonly lookupKey: string
  readonly ruleSet: string
  readonly procedure: string
  readonly procedureVersion: number
  readonly case: string
  readonly channel: Channel
  readonly unit: string
  readonly field: string
  readonly receivedAt: Moment
  readonly placeOfReceipt: string
  /** Who helped, when that is not where it was received (a commune, the post, a mobile session). */
  readonly placeOfSupport: string | null
  /** Only where it was handed in at a desk that is not the competent agency's own. */
  readonly elsewhere?: HandedInElsewhere
  readonly applicant: Party
  readonly owner: Party
  readonly components: readonly ComponentGiven[]
  readonly copiesWanted: number
  /** Pages of the document, where they were counted. */
  readonly pages?: number
  /** What it is about besides the procedure: the paper that is certified, the parcel. */
  readonly subject?: string
  /** What came together: all dossiers of one person, counter and day that have the same. */
  readonly visit?: string
  /** The session or the visit at home it was taken in; not there for what was brought to the counter. */
  readonly takenOut?: TakenOut
  /** The account it was filed from; not there for what was handed in otherwise. */
  readonly filedBy?: FiledBy
  /** What it was filed as online, before it was received. */
  readonly filing?: FiledOnline
  /** The parcel it came in, where the post brought it. */
  readonly sentIn?: SentIn
  /** How the applicant wants to be told; by telephone where nothing was said. */
  readonly notices?: NoticeWish
  readonly returnWish: ReturnWish
  /** Whole đồng; null is "chưa xác định". */
  readonly feeDong: number | null
  /** Line by line, after the exemption, where the rules name the lines; since 0031. */
  readonly fee?: { readonly lines: readonly FeeLine[]; readonly exemption: Exemption | null }
  readonly limit: LimitKind
  /** Printed on the receipt; null where no limit is set. */
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  readonly holder: Holder
  readonly step: string
}

/** A line of a register of before, as it was given: which file, of what content, where in it. */
export interface TakenFrom {
  readonly file: string
  /** SHA-256 of the file. */
  readonly sha256: string
  /** From 1; the header is line 1. */
  readonly line: number
}

/** Money that was taken before, against a receipt of the register of before. */
export interface PaidBefore {
  readonly payment: string
  readonly at: Moment
  readonly way: PaymentWay
  readonly dong: number
  readonly receiptNumber: string
}

/** The citizen was waited for when the dossier was taken over. */
export interface StoppedBefore {
  /** Since when; null where the register only has the minutes left. */
  readonly since: Moment | null
  /** As for `ClockStopped`. */
  readonly minutesLeft: number | null
  /** What was asked for; nothing at a step at which the citizen acts by himself. */
  readonly items: readonly SupplementItem[]
  readonly answerBy: Day | null
}

/** The result lay ready when the dossier was taken over. */
export interface ReadyBefore {
  readonly at: Moment
  readonly result: ResultKind
  readonly timeliness: Timeliness
}

/**
 * An open dossier of the system or the paper register of before, as it stood when the centre went live: the first
 * event of such a dossier, by the administrator. `due` is what is printed on the citizen's slip, whatever our own rule
 * would have given; `receivedAt` is the day of the register, `at` the moment of the take-over.
 */
export interface DossierTakenOver extends Omit<DossierReceived, 'type'> {
  readonly type: 'DossierTakenOver'
  readonly source: TakenFrom
  /** What lateness is judged by: `due`, or where it has moved to since. */
  readonly lawfulDue: Moment | null
  /** After an apology. */
  readonly promisedDue: Moment | null
  readonly apologiesSent: number
  readonly supplementsAsked: number
  readonly approvedAt: Moment | null
  readonly refusal: { readonly reason: string; readonly ground: string } | null
  readonly payments: readonly PaidBefore[]
  /** Null while the clock runs. */
  readonly stopped: StoppedBefore | null
  readonly ready: ReadyBefore | null
}

export interface StepCompleted extends Happened {
  readonly type: 'StepCompleted'
  readonly step: string
  readonly next: string
  readonly holder: Holder
  readonly note: string | null
}

/** The competent agency received what was handed in at another desk: the due moment is counted anew from here. */
export interface ReceivedAsCompetent extends Happened {
  readonly type: 'ReceivedAsCompetent'
  readonly step: string
  readonly next: string
  readonly holder: Holder
  /** From when its time runs: now, or since it should have been received. */
  readonly runsFrom: Moment
  readonly lawfulDue: Moment | null
  readonly isDueProvisional: boolean
}

export interface StepSentBack extends Happened {
  readonly type: 'StepSentBack'
  readonly step: string
  readonly next: string
  readonly holder: Holder
  readonly comment: string
}

export interface ResultApproved extends Happened {
  readonly type: 'ResultApproved'
  readonly step: string
  readonly next: string
  readonly holder: Holder
  readonly mandate: string
  /** On whose behalf; not there for what was signed before that was recorded. */
  readonly capacity?: SigningCapacity
  readonly note: string | null
  /** Where it was signed as an electronic document: SHA-256 of what was reviewed and of what it became, hexadecimal. */
  readonly document?: { readonly reviewed: string; readonly sha256: string }
  /** The version of the draft that was approved, or the page to be signed by hand, and the hash of the bytes reviewed. */
  readonly draft?: ApprovedDraft
}

/** The approved result has a number of its book, and waits with it for the seal. */
export interface ResultNumbered extends Happened {
  readonly type: 'ResultNumbered'
  readonly step: string
  readonly number: DocumentNumber
}

/** The paper under a number was spoiled or abandoned: the number is void and never given again. */
export interface NumberVoided extends Happened {
  readonly type: 'NumberVoided'
  readonly step: string
  /** Id of the line in the book. */
  readonly number: string
  readonly reason: string
}

export interface ResultSealed extends Happened {
  readonly type: 'ResultSealed'
  readonly step: string
  readonly next: string
  readonly holder: Holder
  /** Number and year the seal keeper gave the document. */
  readonly documentNumber: string
  /** Where the signed document was sealed: SHA-256 of what it became, hexadecimal. */
  readonly document?: { readonly sha256: string }
}

/** The clock stops while the citizen must act: the working minutes not yet used are kept. */
export interface ClockStopped extends Happened {
  readonly type: 'ClockStopped'
  readonly step: string
  /** Negative when the dossier was late already, so that it stays late; null without a limit. */
  readonly minutesLeft: number | null
  /** The rule by which it stops; since the rules are data of the centre (2026). */
  readonly ground?: string
}

/** One thing that is missing or wrong: what, what to do about it, and by which rule. */
export interface SupplementItem {
  /** The paper it is about; null when it is about none that was asked for. */
  readonly component: string | null
  /** Name of the field of the form it is about, where it was filed online; not there, or null, for anything else. */
  readonly field?: string | null | undefined
  readonly wrong: string
  readonly todo: string
  readonly ground: string
}

/** The citizen is asked to supplement; the clock stops as it does for `ClockStopped`. */
export interface SupplementRequested extends Happened {
  readonly type: 'SupplementRequested'
  readonly step: string
  readonly items: readonly SupplementItem[]
  /** Why it is asked a second time; null at the first. */
  readonly whyAgain: string | null
  /** The last day on which an answer is waited for; not there where none was set. */
  readonly answerBy?: Day | undefined
  readonly minutesLeft: number | null
  /** The citizen, kept by who asked. */
  readonly holder: Holder
}

/** What was asked for has come; the clock goes on, with whoever asked. */
export interface SupplementReceived extends Happened {
  readonly type: 'SupplementReceived'
  readonly step: string
  readonly components: readonly ComponentGiven[]
  /** The way by which it came; not there in events written before it was asked. */
  readonly channel?: Channel | undefined
  /** What was sent online; not there for what was handed in otherwise. */
  readonly answer?: AnsweredOnline | undefined
  /** The parcel it came in, where the post brought it: the clock goes on from when that was signed for. */
  readonly sentIn?: SentIn | undefined
  readonly lawfulDue: Moment | null
  readonly isDueProvisional: boolean
  readonly holder: Holder
}

export interface ClockResumed extends Happened {
  readonly type: 'ClockResumed'
  readonly lawfulDue: Moment | null
  readonly isDueProvisional: boolean
}

/** The result lies ready: the agency's timeliness is fixed here, not at collection. */
export interface ResultReady extends Happened {
  readonly type: 'ResultReady'
  readonly step: string
  readonly result: ResultKind
  readonly timeliness: Timeliness
  readonly holder: Holder
}

export interface ResultHandedBack extends Happened {
  readonly type: 'ResultHandedBack'
  readonly step: string
  readonly way: ReturnWish['way']
  readonly receiver: {
    readonly name: string
    readonly idNumber: string | null
    readonly isAuthorised: boolean
    /** The paper that gives the authority, as it names itself; since the desk asks for it (2026). */
    readonly authority?: string | undefined
    readonly authorityKind?: AuthorityKind | undefined
    /** What a written authority allows. */
    readonly scope?: string | undefined
    /** The last day on which the authority holds, where it names one. */
    readonly authorityUntil?: Day | undefined
  }
  readonly proof?: HandOverProof
}

/** The step was given to a named person; it lies with nobody else until it is done, released or given on. */
export interface DossierAssigned extends Happened {
  readonly type: 'DossierAssigned'
  readonly step: string
  readonly holder: Holder
  readonly note: string | null
}

/** A person took the step from the list. */
export interface DossierClaimed extends Happened {
  readonly type: 'DossierClaimed'
  readonly step: string
  readonly holder: Holder
}

/** The step went back to the list of its post. */
export interface DossierReleased extends Happened {
  readonly type: 'DossierReleased'
  readonly step: string
  readonly holder: Holder
}

/** The request cannot be granted: the refusal goes to be approved. */
export interface RefusalProposed extends Happened {
  readonly type: 'RefusalProposed'
  readonly step: string
  readonly next: string
  readonly holder: Holder
  readonly reason: string
  readonly ground: string
  /** Where the citizen can go instead, or what can still be done. */
  readonly instead: string | null
}

/** Nothing more is done: asked for by the citizen, or not answered in time. */
export interface DossierStopped extends Happened {
  readonly type: 'DossierStopped'
  readonly step: string
  readonly why: StopReason
  readonly reason: string
  readonly ground: string
  /** The papers given back, as they are listed on the notice. */
  readonly papersReturned: string
  readonly money: StopMoney
  /** The citizen who did it online; not there where the centre did. */
  readonly online?: ActedOnline | undefined
  readonly timeliness: Timeliness
  /** Of the notice; not there where the centre gives its notices none. */
  readonly number?: DocumentNumber
}

export interface ApologyDrafted extends Happened {
  readonly type: 'ApologyDrafted'
  readonly step: string
  readonly cause: ApologyCause
  readonly reason: string
  readonly promised: Moment
}

export interface ApologyConsented extends Happened {
  readonly type: 'ApologyConsented'
  readonly step: string
}

export interface ApologySigned extends Happened {
  readonly type: 'ApologySigned'
  readonly step: string
  readonly mandate: string
  /** On whose behalf; not there for what was signed before that was recorded. */
  readonly capacity?: SigningCapacity
  /** Not there where the centre gives its letters none. */
  readonly number?: DocumentNumber
}

export interface ApologySent extends Happened {
  readonly type: 'ApologySent'
  readonly step: string
  readonly way: ApologyWay
  readonly promised: Moment
  /** Sent before the lawful due moment had passed. */
  readonly isInTime: boolean
}

export interface ApologyDropped extends Happened {
  readonly type: 'ApologyDropped'
  readonly step: string
  readonly comment: string
}

export interface OpinionAsked extends Happened {
  readonly type: 'OpinionAsked'
  readonly step: string
  /** By which the answer names what it answers. */
  readonly consultation: string
  readonly body: string
  readonly question: string
  /** The last day of the body's own deadline. */
  readonly answerBy: Day
}

export interface OpinionRecorded extends Happened {
  readonly type: 'OpinionRecorded'
  readonly step: string
  readonly consultation: string
  /** Null: no answer by the deadline. */
  readonly answer: string | null
}

/** The applicant was reminded of what is waited for; who was reached, or what went out, counts before a dossier lapses. */
export interface ApplicantPrompted extends Happened {
  readonly type: 'ApplicantPrompted'
  readonly step: string
  readonly of: WaitsFor
  /** The last day that was named; null where none was set. */
  readonly lastDay: Day | null
  readonly way: CallWay
  readonly outcome: CallOutcome
  readonly note: string | null
}

export interface FeeAssessed extends Happened {
  readonly type: 'FeeAssessed'
  readonly step: string
  readonly lines: readonly FeeLine[]
  readonly exemption: Exemption | null
  /** How many payments there had been, cancelled or given back: they pay nothing of what is asked anew; since 0031. */
  readonly paymentsBefore?: number
}

/** What the post is paid, taken with the rest: these lines instead of those not paid before. */
export interface PostageCharged extends Happened {
  readonly type: 'PostageCharged'
  readonly step: string
  readonly lines: readonly FeeLine[]
  /** The post collects it at the door. */
  readonly isCollected?: true
}

interface OfPayment extends Happened {
  readonly step: string
  /** By which it is cancelled or refunded. */
  readonly payment: string
  readonly way: MoneyWay
  readonly dong: number
}

export interface PaymentTaken extends OfPayment {
  readonly type: 'PaymentTaken'
  /** Year and number; one series a year and centre. */
  readonly receiptNumber: string
  /** Who paid, as it stands on the receipt; this and what follows since receipts bear it (0031). */
  readonly payer?: string
  /** What it paid for, charges and fees apart; not there where the catalogue gave one amount. */
  readonly lines?: readonly FeeLine[]
  /** Form and symbol of the receipt, as the rules of that day give them; not there where none are known. */
  readonly receiptForm?: ReceiptForm
  /** Of the transfer or the card payment; of what came through a provider, the provider's number. */
  readonly reference?: string
  /** Through whom it came, where it was not taken at the counter. */
  readonly through?: Through
  /** Whose till it went into: the cashier's; since only that one, or who leads, takes it out again (decision 0031). */
  readonly till?: string
}

/** "Mẫu số" and "Ký hiệu" of a receipt. */
export interface ReceiptForm {
  readonly form: string
  readonly symbol: string
}

export interface PaymentCancelled extends OfPayment {
  readonly type: 'PaymentCancelled'
  /** Whose till it comes out of, where that is not the till of who cancelled it. */
  readonly till?: string
  readonly reason: string
}

/** The cashier asks that money goes back; a second person agrees to it or not. */
export interface RefundAsked extends Happened {
  readonly type: 'RefundAsked'
  readonly step: string
  readonly payment: string
  readonly dong: number
  readonly reason: string
  readonly ground: string
}

export interface RefundDropped extends Happened {
  readonly type: 'RefundDropped'
  readonly step: string
  readonly comment: string
}

export interface PaymentRefunded extends OfPayment {
  readonly type: 'PaymentRefunded'
  /** What is left of the payment; not there in refunds of before, which ended it. */
  readonly leftDong?: number
  readonly reason: string
  readonly ground: string
  /** Whose till it comes out of, where that is not the till of who agreed: of the cashier who asked. */
  readonly till?: string
  /** The two people; not there in refunds at the counter of before, which one person made. */
  readonly agreed?: RefundAgreed
}

/** Telephone, address, the spelling of a name. */
export interface ContactCorrected extends Happened {
  readonly type: 'ContactCorrected'
  readonly step: string
  readonly parties: readonly PartyKey[]
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  /** How the applicant wants to be told from now on; not there where that stays. */
  readonly notices?: NoticeWish
  readonly why: string
}

/** The result comes back by another way. */
export interface ReturnWishChanged extends Happened {
  readonly type: 'ReturnWishChanged'
  readonly step: string
  readonly returnWish: ReturnWish
  /** The citizen who did it online; not there where the counter did. */
  readonly online?: ActedOnline | undefined
}

/** What two people put right. */
export type Corrected =
  | {
      readonly what: 'identity'
      readonly parties: readonly PartyKey[]
      readonly name: string
      readonly idNumber: string | null
    }
  | { readonly what: 'due'; readonly lawfulDue: Moment; readonly isDueProvisional: boolean }
  | { readonly what: 'result'; readonly wrong: string; readonly documentNumber: string }
  | {
      readonly what: 'hand-back'
      readonly mistake: HandBackMistake
      /** When and how it had been handed back. */
      readonly returnedAt: Moment
      readonly way: ReturnWish['way']
      /** Where the result lies again. */
      readonly holder: Holder
    }

export interface CorrectionProposed extends Happened {
  readonly type: 'CorrectionProposed'
  readonly step: string
  readonly corrected: Corrected
  readonly ground: string
}

export interface CorrectionConfirmed extends Happened {
  readonly type: 'CorrectionConfirmed'
  readonly step: string
  readonly corrected: Corrected
}

export interface CorrectionDropped extends Happened {
  readonly type: 'CorrectionDropped'
  readonly step: string
  readonly comment: string
}

interface OnSheet extends Happened {
  readonly step: string
  /** By which the hand-over sheet is found, and its number in the book of the year. */
  readonly sheet: string
  readonly number: string
  readonly from: string
  readonly to: string
  readonly papers: readonly PaperRef[]
}

/** Papers were put on a sheet and given to the unit that is to act. */
export interface PapersHandedOver extends OnSheet {
  readonly type: 'PapersHandedOver'
  /** By when they were to be brought; null where the rule set says nothing. */
  readonly due: Moment | null
  readonly isInTime: boolean
}

/** The receiver confirmed the sheet: the papers lie there, but for what was missing. */
export interface PapersAccepted extends OnSheet {
  readonly type: 'PapersAccepted'
  readonly missing: readonly PaperRef[]
  readonly note: string | null
}

/** The receiver did not take them: they lie with the giver. */
export interface PapersRefused extends OnSheet {
  readonly type: 'PapersRefused'
  readonly reason: string
}

/** The giver took the sheet back before it was confirmed. */
export interface PapersTakenBack extends OnSheet {
  readonly type: 'PapersTakenBack'
  readonly reason: string
}

/** How a missing paper came to be there after all. */
export const PAPER_FOUND = ['found', 'replaced'] as const
export type PaperFoundHow = (typeof PAPER_FOUND)[number]

export interface PaperFound extends Happened {
  readonly type: 'PaperFound'
  readonly step: string
  readonly paper: PaperRef
  readonly how: PaperFoundHow
  /** Where it had been missed, and lies now. */
  readonly unit: string
  readonly note: string
}

export interface ObligationNotified extends Happened {
  readonly type: 'ObligationNotified'
  readonly step: string
  /** By which it is met or withdrawn. */
  readonly obligation: string
  readonly body: string
  readonly number: string
  readonly issuedOn: Day
  readonly what: string
  readonly dong: number
  readonly payBy: Day
}

export interface ObligationWithdrawn extends Happened {
  readonly type: 'ObligationWithdrawn'
  readonly step: string
  readonly obligation: string
  readonly reason: string
}

export interface ObligationMet extends Happened {
  readonly type: 'ObligationMet'
  readonly step: string
  readonly obligation: string
  readonly paidOn: Day
  readonly dong: number
  readonly proof: string
  readonly channel: Channel
}

/** A part as it is given to its agency, with its own due moment in working time. */
export interface OpenedPart extends Pick<StepPart, 'key' | 'name' | 'unit' | 'post' | 'body' | 'procedure'> {
  readonly due: Moment | null
  readonly isDueProvisional: boolean
}

/** Other agencies begin their parts of a step, all at once. */
export interface PartsOpened extends Happened {
  readonly type: 'PartsOpened'
  readonly step: string
  readonly parts: readonly OpenedPart[]
}

interface OfPart extends Happened {
  readonly step: string
  readonly part: string
}

export interface PartCompleted extends OfPart {
  readonly type: 'PartCompleted'
  readonly documentNumber: string | null
  readonly result: string
  /** By the part's own due moment. */
  readonly timeliness: Timeliness
}

export interface PartSentBack extends OfPart {
  readonly type: 'PartSentBack'
  readonly reason: string
}

export interface PartAskedAgain extends OfPart {
  readonly type: 'PartAskedAgain'
  readonly comment: string
  readonly due: Moment | null
  readonly isDueProvisional: boolean
}

export interface PartGivenUp extends OfPart {
  readonly type: 'PartGivenUp'
  readonly reason: string
  readonly ground: string
}

/** Everything that can have happened to a dossier. A type is never renamed, removed or given a new meaning. */
export type DossierEvent =
  | DossierReceived
  | DossierTakenOver
  | StepCompleted
  | ReceivedAsCompetent
  | StepSentBack
  | ResultApproved
  | ResultNumbered
  | NumberVoided
  | ResultSealed
  | ClockStopped
  | ClockResumed
  | SupplementRequested
  | SupplementReceived
  | ResultReady
  | ResultHandedBack
  | DossierAssigned
  | DossierClaimed
  | DossierReleased
  | RefusalProposed
  | DossierStopped
  | ApologyDrafted
  | ApologyConsented
  | ApologySigned
  | ApologySent
  | ApologyDropped
  | OpinionAsked
  | OpinionRecorded
  | ApplicantPrompted
  | FeeAssessed
  | PostageCharged
  | PaymentTaken
  | PaymentCancelled
  | RefundAsked
  | RefundDropped
  | PaymentRefunded
  | ContactCorrected
  | ReturnWishChanged
  | CorrectionProposed
  | CorrectionConfirmed
  | CorrectionDropped
  | PapersHandedOver
  | PapersAccepted
  | PapersRefused
  | PapersTakenBack
  | PaperFound
  | ObligationNotified
  | ObligationWithdrawn
  | ObligationMet
  | PartsOpened
  | PartCompleted
  | PartSentBack
  | PartAskedAgain
  | PartGivenUp

export const EVENT_TYPES = [
  'DossierReceived',
  'DossierTakenOver',
  'StepCompleted',
  'ReceivedAsCompetent',
  'StepSentBack',
  'ResultApproved',
  'ResultNumbered',
  'NumberVoided',
  'ResultSealed',
  'ClockStopped',
  'ClockResumed',
  'SupplementRequested',
  'SupplementReceived',
  'ResultReady',
  'ResultHandedBack',
  'DossierAssigned',
  'DossierClaimed',
  'DossierReleased',
  'RefusalProposed',
  'DossierStopped',
  'ApologyDrafted',
  'ApologyConsented',
  'ApologySigned',
  'ApologySent',
  'ApologyDropped',
  'OpinionAsked',
  'OpinionRecorded',
  'ApplicantPrompted',
  'FeeAssessed',
  'PostageCharged',
  'PaymentTaken',
  'PaymentCancelled',
  'RefundAsked',
  'RefundDropped',
  'PaymentRefunded',
  'ContactCorrected',
  'ReturnWishChanged',
  'CorrectionProposed',
  'CorrectionConfirmed',
  'CorrectionDropped',
  'PapersHandedOver',
  'PapersAccepted',
  'PapersRefused',
  'PapersTakenBack',
  'PaperFound',
  'ObligationNotified',
  'ObligationWithdrawn',
  'ObligationMet',
  'PartsOpened',
  'PartCompleted',
  'PartSentBack',
  'PartAskedAgain',
  'PartGivenUp',
] as const satisfies readonly DossierEvent['type'][]
