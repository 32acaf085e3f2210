import { type Day, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import type { ApologyCause } from './apology.ts'
import type { DocumentNumber, StandingNumber } from './document-number.ts'
import type { PartyKey } from './correction-parts.ts'
import { lastDayToPay, type Obligation } from './obligations.ts'
import type { Part } from './parts.ts'
import type {
  ApologySigned,
  Corrected,
  Doer,
  DossierEvent,
  DossierReceived,
  DossierStopped,
  Holder,
  Party,
  PaymentRefunded,
  RefundAsked,
  ResultKind,
  ReturnWish,
  TakenFrom,
} from './events.ts'
import {
  accepted,
  backWithGiver,
  found,
  putOnSheet,
  signed,
  supplemented,
  withItsPapers,
  withoutResult,
} from './carried.ts'
import { type Exemption, type FeeLine, type MoneyWay, paidPostage } from './owed.ts'
import type { Lot, MissingPaper } from './papers.ts'
import { prompted } from './prompts.ts'
import type { ApprovedDraft } from './result-draft.ts'
import { takenOver } from './taken-over.ts'
import type { StopReason } from './stopping.ts'
import type { Through } from './through.ts'
import type { Timeliness } from './timeliness.ts'
import { waitsFor } from './waits-for.ts'

export const STAGES = ['in-process', 'awaiting-citizen', 'ready', 'returned', 'stopped'] as const
export type Stage = (typeof STAGES)[number]

/** What the receipt sets. Of it, only the step and whether the due moment is provisional move with later events. */
type AsReceived = Omit<DossierReceived, 'type' | 'at' | 'by' | 'due' | 'holder'>

/** An apology that has been written: how far it has come and what it promises. */
export interface Apology {
  readonly state: 'drafted' | 'consented' | 'signed'
  readonly draftedBy: string
  readonly cause: ApologyCause
  readonly reason: string
  readonly promised: Moment
  /** Under which it was signed, where the centre numbers its letters. */
  readonly number?: DocumentNumber
}

/** Another body asked for its opinion. */
export interface Consultation {
  readonly key: string
  readonly body: string
  readonly answerBy: Day
  readonly isClosed: boolean
}

/** What is to be paid, line by line. */
interface FeePutDown {
  readonly lines: readonly FeeLine[]
  readonly exemption: Exemption | null
  /** Payments before it, all cancelled or given back: they pay nothing of it. */
  readonly paymentsBefore?: number
}

/** Money taken against a numbered receipt. */
export interface Payment {
  readonly key: string
  readonly at: Moment
  readonly way: MoneyWay
  readonly dong: number
  readonly receiptNumber: string
  readonly state: 'taken' | 'cancelled' | 'refunded'
  /** What it paid for, where that was put down line by line. */
  readonly lines?: readonly FeeLine[]
  /** Given back so far, where a part was. */
  readonly refundedDong?: number
  readonly through?: Through
  /** Whose till it is in; not there for what was taken before that was recorded. */
  readonly till?: string
}

/** What every dossier has from receipt on. */
interface Received extends AsReceived {
  /** Number of events so far; a command names the version it was made on. */
  readonly version: number
  /** As printed on the receipt; never changes. */
  readonly dueAtReceipt: Moment | null
  /** Moves only by pause and resume and by a two-person correction; lateness is judged by it. */
  readonly lawfulDue: Moment | null
  /** After an apology; never makes late work timely. */
  readonly promisedDue: Moment | null
  /** Since when it lies there. */
  readonly stepSince: Moment
  /** Since when it lies with the unit of the step, where an earlier step of it was done there too. */
  readonly unitSince?: Moment
  /** Who did each step, and each part of one, last. */
  readonly doneBy: { readonly [step: string]: Doer }
  /** When the competent agency received what was handed in at another desk; not there until it did. */
  readonly competentAt?: Moment
  readonly approvedAt: Moment | null
  /** The result as it was last signed or sealed (SHA-256, hexadecimal); absent where it is on paper. */
  readonly document?: string
  /** The number the result has, taken from its book and not void. */
  readonly number?: StandingNumber
  /** How many numbers of its documents are void. */
  readonly numbersVoid?: number
  /** What its result was approved from; absent where that was nothing of this house. */
  readonly draft?: ApprovedDraft
  /** How often the citizen was asked for a supplement; not there until it was. */
  readonly supplementsAsked?: number
  /** A refusal that was proposed and not taken back. */
  readonly refusal?: { readonly reason: string; readonly ground: string }
  /** An apology on its way, until it is sent or dropped. */
  readonly apology?: Apology
  readonly apologiesSent?: number
  /** The other bodies that were asked, oldest first. */
  readonly consultations?: readonly Consultation[]
  /** What is to be paid, where that was put down after the receipt; it takes the place of `feeDong`. */
  readonly fee?: FeePutDown
  readonly payments?: readonly Payment[]
  /** What is taken for the post, paid or not. */
  readonly postage?: readonly FeeLine[]
  /** What the citizen was told to pay to the state, oldest first. */
  readonly obligations?: readonly Obligation[]
  /** The first day by which a notice is to be paid that was not met; not there when none waits. */
  readonly payBy?: Day
  /** The days on which the citizen was reminded of what is waited for now, as far as it really went out. */
  readonly prompts?: readonly Day[]
  /** The citizen is waited for to pay to the state, and not for a supplement. */
  readonly isToPay?: true
  /** What other agencies do or did of it. */
  readonly parts?: readonly Part[]
  /** Proposed by one person, waiting for a second. */
  /** What is to go back of a payment once a second person agrees. */
  readonly refund?: Pick<RefundAsked, 'payment' | 'dong' | 'reason' | 'ground'> & { readonly askedBy: string }
  readonly correction?: {
    readonly proposedBy: string
    readonly ground: string
    readonly corrected: Corrected
  }
  /** Where it was taken over from; not there for what was received here. */
  readonly takenOver?: TakenFrom & { readonly at: Moment }
  /** Where the papers lie, since the first of them were handed over (`papers.ts`). */
  readonly lots?: readonly Lot[]
  /** Papers missed at a hand-over, neither found nor replaced. */
  readonly missing?: readonly MissingPaper[]
  readonly lastEventAt: Moment
}

export interface InProcess extends Received {
  readonly stage: 'in-process'
  readonly holder: Holder
}

export interface AwaitingCitizen extends Received {
  readonly stage: 'awaiting-citizen'
  readonly holder: Holder
  readonly minutesLeft: number | null
  /** The last day on which an answer is waited for; not there where none was set. */
  readonly answerBy?: Day
}

export interface Ready extends Received {
  readonly stage: 'ready'
  readonly holder: Holder
  readonly readyAt: Moment
  readonly result: ResultKind
  readonly timeliness: Timeliness
}

export interface Returned extends Received {
  readonly stage: 'returned'
  /** Nobody has to act any more. */
  readonly holder: null
  readonly readyAt: Moment
  readonly result: ResultKind
  readonly timeliness: Timeliness
  readonly returnedAt: Moment
  /** Not there for what was handed back before its proof was kept. */
  readonly returnedBy?: ReturnWish['way']
}

export interface Stopped extends Received {
  readonly stage: 'stopped'
  /** Nobody has to act any more. */
  readonly holder: null
  /** When it was settled by being stopped. */
  readonly readyAt: Moment
  readonly why: StopReason
  readonly timeliness: Timeliness
}

export type Dossier = InProcess | AwaitingCitizen | Ready | Returned | Stopped

/** A history that cannot have been decided: a fault of the program or of the records, never of a person. */
export class ImpossibleHistory extends Error {
  override readonly name = 'ImpossibleHistory'
}

/** What a dossier comes to after one more event. Total over histories that `decide` made; throws on any other. */
export function evolve(dossier: Dossier | null, event: DossierEvent): Dossier {
  if (dossier === null) {
    if (event.type === 'DossierTakenOver') return withItsPapers(takenOver(event), event)
    if (event.type !== 'DossierReceived') throw new ImpossibleHistory(`${event.type} before DossierReceived`)
    const { type: _, at, by, due, holder, ...received } = event
    return {
      ...received,
      stage: 'in-process',
      version: 1,
      dueAtReceipt: due,
      lawfulDue: due,
      promisedDue: null,
      holder,
      ...payingIn(holder),
      stepSince: at,
      doneBy: { receive: by },
      approvedAt: null,
      lastEventAt: at,
    }
  }
  const next = { ...dossier, version: dossier.version + 1, lastEventAt: event.at }
  switch (event.type) {
    case 'DossierReceived':
    case 'DossierTakenOver':
      throw new ImpossibleHistory(`${dossier.code} received twice`)
    case 'StepCompleted':
      return moved(next, event, next.approvedAt)
    case 'ReceivedAsCompetent': {
      const { at: competentAt, lawfulDue, isDueProvisional } = event
      return { ...moved(next, event, next.approvedAt), competentAt, lawfulDue, isDueProvisional }
    }
    case 'ResultNumbered':
      return { ...next, number: event.number }
    case 'NumberVoided':
      return withoutNumber(next)
    case 'ResultSealed':
      return withDocument(
        sealedAt(moved(next, event, next.approvedAt), event.at),
        event.document?.sha256 ?? next.document,
        next.draft,
      )
    case 'ResultApproved':
      // Approved anew on paper, what was signed before is no longer the result.
      return withDocument(
        { ...moved(next, event, event.at), ...signed(dossier, event) },
        event.document?.sha256,
        event.draft,
      )
    case 'StepSentBack': {
      // What was approved is work to be done again: it must be approved anew, and a refusal proposed anew.
      const { refusal: _, ...reopened } = withoutNumber(moved(next, event, null))
      const without = { ...withDocument(reopened, undefined, undefined), ...withoutResult(dossier) }
      return { ...without, doneBy: dossier.doneBy }
    }
    case 'RefusalProposed':
      // What was signed before it was found wanting is no longer the result.
      return {
        ...withDocument(withoutNumber(moved(next, event, null)), undefined, undefined),
        ...withoutResult(dossier),
        refusal: { reason: event.reason, ground: event.ground },
      }
    case 'ClockStopped':
      if (next.stage !== 'in-process')
        throw new ImpossibleHistory(`${dossier.code}: clock stopped at ${next.stage}`)
      return { ...next, stage: 'awaiting-citizen', minutesLeft: event.minutesLeft }
    case 'ClockResumed': {
      if (next.stage !== 'awaiting-citizen')
        throw new ImpossibleHistory(`${dossier.code}: clock resumed at ${next.stage}`)
      const { minutesLeft: _, ...running } = next
      return {
        ...running,
        stage: 'in-process',
        lawfulDue: event.lawfulDue,
        isDueProvisional: event.isDueProvisional,
      }
    }
    case 'SupplementRequested':
      if (next.stage !== 'in-process')
        throw new ImpossibleHistory(`${dossier.code}: supplement asked for at ${next.stage}`)
      return {
        ...withoutPrompts(next),
        stage: 'awaiting-citizen',
        minutesLeft: event.minutesLeft,
        holder: event.holder,
        supplementsAsked: (dossier.supplementsAsked ?? 0) + 1,
        ...(event.answerBy !== undefined && { answerBy: event.answerBy }),
      }
    case 'SupplementReceived': {
      if (next.stage !== 'awaiting-citizen')
        throw new ImpossibleHistory(`${dossier.code}: supplement received at ${next.stage}`)
      const { minutesLeft: _, answerBy: __, ...running } = withoutPrompts(next)
      return {
        ...running,
        stage: 'in-process',
        lawfulDue: event.lawfulDue,
        isDueProvisional: event.isDueProvisional,
        holder: event.holder,
        components: [...dossier.components, ...event.components],
        ...supplemented(dossier, event),
      }
    }
    case 'ResultReady':
      return {
        ...next,
        stage: 'ready',
        readyAt: event.at,
        result: event.result,
        timeliness: event.timeliness,
        holder: event.holder,
      }
    case 'DossierAssigned':
    case 'DossierClaimed':
    case 'DossierReleased':
      if (next.stage !== 'in-process')
        throw new ImpossibleHistory(`${dossier.code}: another holder at ${next.stage}`)
      return { ...next, holder: event.holder }
    case 'ResultHandedBack': {
      if (next.stage !== 'ready') throw new ImpossibleHistory(`${dossier.code}: handed back at ${next.stage}`)
      // At its end no unit waits for papers.
      const { unitSince: _, ...rest } = next
      return {
        ...rest,
        stage: 'returned',
        returnedAt: event.at,
        holder: null,
        doneBy: { ...dossier.doneBy, [event.step]: event.by },
        ...(event.proof !== undefined && { returnedBy: event.way }),
      }
    }
    case 'DossierStopped':
      return stopped(next, event)
    case 'ApologyDrafted': {
      const { cause, reason, promised, by } = event
      return { ...next, apology: { state: 'drafted', draftedBy: by.staff, cause, reason, promised } }
    }
    case 'ApologyConsented':
      return { ...next, apology: { ...apologyOf(next), state: 'consented' } }
    case 'ApologySigned':
      return { ...next, apology: signedApology(next, event) }
    case 'ApologySent': {
      const { apology: _, ...rest } = next
      return { ...rest, promisedDue: event.promised, apologiesSent: (dossier.apologiesSent ?? 0) + 1 }
    }
    case 'ApologyDropped': {
      const { apology, ...rest } = next
      return apology?.number ? { ...rest, ...oneMoreVoid(dossier) } : rest
    }
    case 'FeeAssessed': {
      const { lines, exemption, paymentsBefore } = event
      const fee = { lines, exemption, ...(paymentsBefore !== undefined && { paymentsBefore }) }
      return { ...next, fee }
    }
    case 'PostageCharged':
      return { ...next, postage: [...paidPostage(dossier), ...event.lines] }
    case 'PaymentTaken': {
      const { payment: key, at, way, dong, receiptNumber, lines, through, till } = event
      const taken: Payment = {
        key,
        at,
        way,
        dong,
        receiptNumber,
        state: 'taken',
        ...(lines && { lines }),
        ...(through && { through }),
        ...(till !== undefined && { till }),
      }
      return { ...next, payments: [...(dossier.payments ?? []), taken] }
    }
    case 'ContactCorrected': {
      const { name, phone, address, notices } = event
      return {
        ...withParties(next, event.parties, { name, phone, address }),
        ...(notices && { notices }),
      }
    }
    case 'ReturnWishChanged':
      return { ...next, returnWish: event.returnWish }
    case 'CorrectionProposed': {
      const { by, ground, corrected } = event
      return { ...next, correction: { proposedBy: by.staff, ground, corrected } }
    }
    case 'CorrectionDropped':
      return withoutCorrection(next)
    case 'CorrectionConfirmed':
      return putRight(withoutCorrection(next), event.corrected)
    case 'PaymentCancelled':
      return { ...next, payments: undone(dossier, event.payment, 'cancelled') }
    case 'RefundAsked': {
      const { by, payment, dong, reason, ground } = event
      return { ...next, refund: { payment, dong, reason, ground, askedBy: by.staff } }
    }
    case 'RefundDropped':
      return withoutRefund(next)
    case 'PaymentRefunded': {
      const isAsked = dossier.refund?.payment === event.payment
      return { ...(isAsked ? withoutRefund(next) : next), payments: refunded(dossier, event) }
    }
    case 'PapersHandedOver':
      return { ...next, ...putOnSheet(dossier, event) }
    case 'PapersAccepted':
      return { ...next, ...accepted(dossier, event) }
    case 'PapersRefused':
    case 'PapersTakenBack':
      return { ...next, ...backWithGiver(dossier, event) }
    case 'PaperFound':
      return { ...next, ...found(dossier, event) }
    case 'ObligationNotified': {
      const { obligation: key, body, number, issuedOn, what, dong, payBy } = event
      const notice: Obligation = { key, body, number, issuedOn, what, dong, payBy, state: 'open' }
      return withObligations(next, [...(dossier.obligations ?? []), notice])
    }
    case 'ObligationWithdrawn':
      return withObligations(next, settled(dossier, event.obligation, { state: 'withdrawn' }))
    case 'ObligationMet': {
      const { obligation: key, paidOn, proof } = event
      return withObligations(next, settled(dossier, key, { state: 'met', paidOn, proof }))
    }
    case 'ApplicantPrompted':
      return { ...next, ...prompted(dossier, event) }
    case 'PartsOpened': {
      const { step, at: since } = event
      const opened = event.parts.map((part): Part => ({ ...part, step, state: 'open', since }))
      return { ...next, parts: [...(dossier.parts ?? []), ...opened] }
    }
    case 'PartCompleted': {
      const { at: since, documentNumber, result, timeliness } = event
      const done = withPart(next, event.part, { state: 'done', since, documentNumber, result, timeliness })
      return { ...done, doneBy: { ...dossier.doneBy, [event.part]: event.by } }
    }
    case 'PartSentBack':
      return withPart(next, event.part, { state: 'sent-back', since: event.at })
    case 'PartAskedAgain': {
      const { at: since, due, isDueProvisional } = event
      return withPart(next, event.part, { state: 'open', since, due, isDueProvisional })
    }
    case 'PartGivenUp':
      return withPart(next, event.part, { state: 'given-up', since: event.at })
    case 'OpinionAsked': {
      const { consultation: key, body, answerBy } = event
      return {
        ...next,
        consultations: [...(dossier.consultations ?? []), { key, body, answerBy, isClosed: false }],
      }
    }
    case 'OpinionRecorded':
      return {
        ...next,
        consultations: (dossier.consultations ?? []).map((one) =>
          one.key === event.consultation ? { ...one, isClosed: true } : one,
        ),
      }
  }
}

function stopped(dossier: Dossier, event: DossierStopped): Stopped {
  if (dossier.stage !== 'in-process' && dossier.stage !== 'awaiting-citizen')
    throw new ImpossibleHistory(`${dossier.code}: stopped at ${dossier.stage}`)
  // What was on its way goes nowhere any more.
  const {
    apology: _,
    refusal: __,
    payBy: ___,
    isToPay: ____,
    unitSince: _____,
    ...before
  } = withoutPrompts(dossier)
  const rest = withoutOpenParts(before, event.at)
  if (rest.stage === 'in-process') return { ...rest, ...endOf(event) }
  const { minutesLeft: ______, answerBy: _______, ...running } = rest
  return { ...running, ...endOf(event) }
}

function withoutOpenParts<Kind extends Pick<Dossier, 'parts'>>(dossier: Kind, since: Moment): Kind {
  if (!dossier.parts) return dossier
  const isOver = ({ state }: Part) => state === 'done' || state === 'given-up'
  return {
    ...dossier,
    parts: dossier.parts.map((one) => (isOver(one) ? one : { ...one, state: 'given-up', since })),
  }
}

function withPart(dossier: Dossier, key: string, over: Partial<Part>): Dossier {
  return {
    ...dossier,
    parts: (dossier.parts ?? []).map((one) => (one.key === key ? { ...one, ...over } : one)),
  }
}

function settled({ obligations }: Dossier, key: string, over: Partial<Obligation>): readonly Obligation[] {
  return (obligations ?? []).map((one) => (one.key === key ? { ...one, ...over } : one))
}

function withObligations(dossier: Dossier, obligations: readonly Obligation[]): Dossier {
  // Of other notices nobody was reminded.
  const { payBy: _, ...rest } = waitsFor(dossier) === 'supplement' ? dossier : withoutPrompts(dossier)
  const payBy = lastDayToPay(obligations)
  return { ...rest, obligations, ...(payBy !== null && { payBy }) }
}

function endOf({ at, why, timeliness }: DossierStopped) {
  return { stage: 'stopped', holder: null, readyAt: at, why, timeliness } as const
}

function undone({ payments }: Dossier, key: string, state: Payment['state']): readonly Payment[] {
  return (payments ?? []).map((one) => (one.key === key ? { ...one, state } : one))
}

function refunded(
  { payments }: Dossier,
  { payment, leftDong = 0, dong }: PaymentRefunded,
): readonly Payment[] {
  return (payments ?? []).map((one) => {
    if (one.key !== payment) return one
    if (leftDong === 0 && one.refundedDong === undefined) return { ...one, state: 'refunded' }
    const refundedDong = (one.refundedDong ?? 0) + dong
    return { ...one, refundedDong, state: leftDong === 0 ? 'refunded' : one.state }
  })
}

function withParties(dossier: Dossier, parties: readonly PartyKey[], over: Partial<Party>): Dossier {
  const put = (key: PartyKey) => (parties.includes(key) ? { ...dossier[key], ...over } : dossier[key])
  return { ...dossier, applicant: put('applicant'), owner: put('owner') }
}

/** What is waited for is another thing, or nothing. */
function withoutPrompts<Kind extends Dossier>(before: Kind): Kind {
  const { prompts: _, ...dossier } = before
  return dossier as Kind
}

function withoutRefund(dossier: Dossier): Dossier {
  const { refund: _, ...rest } = dossier
  return rest
}

function withoutCorrection(dossier: Dossier): Dossier {
  const { correction: _, ...rest } = dossier
  return rest
}

function putRight(dossier: Dossier, corrected: Corrected): Dossier {
  switch (corrected.what) {
    case 'identity':
      return withParties(dossier, corrected.parties, { name: corrected.name, idNumber: corrected.idNumber })
    case 'due':
      return { ...dossier, lawfulDue: corrected.lawfulDue, isDueProvisional: corrected.isDueProvisional }
    case 'result':
      return dossier
    case 'hand-back': {
      if (dossier.stage !== 'returned')
        throw new ImpossibleHistory(`${dossier.code}: hand-back undone at ${dossier.stage}`)
      const { returnedAt: _, returnedBy: __, ...rest } = dossier
      return { ...rest, stage: 'ready', holder: corrected.holder }
    }
  }
}

function withoutNumber<Numbered extends Dossier>(before: Numbered): Numbered {
  if (before.number === undefined) return before
  const { number: _, ...dossier } = before
  return { ...(dossier as Numbered), ...oneMoreVoid(before) }
}

function oneMoreVoid({ numbersVoid = 0 }: Dossier) {
  return { numbersVoid: numbersVoid + 1 }
}

function sealedAt(dossier: InProcess, at: Moment): InProcess {
  return dossier.number ? { ...dossier, number: { ...dossier.number, sealedAt: at } } : dossier
}

function signedApology(dossier: Dossier, { number }: ApologySigned): Apology {
  const signed = { ...apologyOf(dossier), state: 'signed' } as const
  return number ? { ...signed, number } : signed
}

function apologyOf({ code, apology }: Dossier): Apology {
  if (!apology) throw new ImpossibleHistory(`${code}: no apology was drafted`)
  return apology
}

/** A step that comes into the citizen's hands waits for a payment; a supplement is asked for by an event of its own. */
function payingIn({ kind }: Holder): Pick<Received, 'isToPay'> {
  return kind === 'citizen' ? { isToPay: true } : {}
}

function moved(
  dossier: Dossier,
  event: { step: string; next: string; holder: Holder; by: Doer; at: Moment },
  approvedAt: Moment | null,
): InProcess {
  if (dossier.stage !== 'in-process')
    throw new ImpossibleHistory(`${dossier.code}: a step at ${dossier.stage}`)
  const { unitSince = dossier.stepSince, isToPay: _, ...elsewhere } = dossier
  return {
    ...elsewhere,
    ...payingIn(event.holder),
    ...(event.holder.unit === dossier.holder.unit && { unitSince }),
    step: event.next,
    stepSince: event.at,
    holder: event.holder,
    approvedAt,
    doneBy: { ...dossier.doneBy, [event.step]: event.by },
  }
}

function withDocument(
  before: InProcess,
  document: string | undefined,
  draft: ApprovedDraft | undefined,
): InProcess {
  const { document: _, draft: __, ...dossier } = before
  return { ...dossier, ...(document !== undefined && { document }), ...(draft && { draft }) }
}

/** Folds a whole history. */
export function fold(events: readonly DossierEvent[]): Dossier {
  const dossier = events.reduce<Dossier | null>(evolve, null)
  if (dossier === null) throw new ImpossibleHistory('no events')
  return dossier
}

/** The moment lateness is judged by, to calculate with; null without a limit. */
export function lawfulDueOf(dossier: Pick<Dossier, 'lawfulDue'>): Temporal.Instant | null {
  return dossier.lawfulDue === null ? null : fromMoment(dossier.lawfulDue)
}

/** The opinions that have been asked for and neither came nor were given up. */
export function opinionsAwaited({ consultations }: Pick<Dossier, 'consultations'>): Consultation[] {
  return (consultations ?? []).filter(({ isClosed }) => !isClosed)
}
