import { z } from 'zod'
import { APOLOGY_CAUSES, APOLOGY_WAYS } from '#domain/dossier/apology.ts'
import { CALL_OUTCOMES, CALL_WAYS } from '#domain/dossier/collection.ts'
import { HAND_BACK_MISTAKES, PARTIES } from '#domain/dossier/correction-parts.ts'
import { PAPER_FOUND } from '#domain/dossier/events.ts'
import { AUTHORITY_KINDS } from '#domain/dossier/hand-over.ts'
import { NOTICE_WISHES } from '#domain/dossier/notice-wish.ts'
import { DUE_TIMES, EXEMPT, FEE_KINDS, PAYMENT_WAYS } from '#domain/dossier/owed.ts'
import { STOP_MONEY, STOP_REASONS } from '#domain/dossier/stopping.ts'
import { MAILBOX } from '#domain/people/contact.ts'
import { DESPITE_REASONS } from '#domain/procedure/data-for-paper.ts'
import { CONSENTS } from '#domain/outreach/home-visit.ts'
import { CHANNELS } from '#domain/procedure/procedure.ts'
import { HandOverProof, NO_PROOF } from './hand-over-proof.ts'
import { PaperOfSheet } from './hand-over-sheets.ts'
import { PlaceTyped } from './place-typed.ts'
import { lines, text } from './text.ts'

/** What is sent to change a dossier, one schema a verb: used by the API, pages and use cases alike. */

/** Made by the sender; the same id again is the same command and has one effect. */
const commandId = z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely')
/** A hall takes no more of one paper than this; anything above is a slip of the finger. */
const count = z.int().min(0).max(999)
const key = text(120)

const idNumber = text(20)
  .regex(/^[0-9A-Z-]+$/)
  .nullable()
  .default(null)
const contact = {
  name: text(200),
  phone: z
    .string()
    .regex(/^0\d{9,10}$/)
    .nullable()
    .default(null),
  address: text(300).nullable().default(null),
}

/** How the applicant wants to be told what becomes of the dossier. */
const noticeWish = z
  .strictObject({
    way: z.enum(NOTICE_WISHES).describe('By the telephone of the applicant, by e-mail, or not at all'),
    email: text(200)
      .overwrite((value) => value.toLowerCase())
      .regex(MAILBOX)
      .nullable()
      .default(null),
  })
  .optional()

const PartyShape = z.strictObject({ kind: z.enum(['citizen', 'organisation']), idNumber, ...contact })

const componentGiven = z.strictObject({
  component: key,
  original: count.default(0),
  certified: count.default(0),
  copy: count.default(0),
  insteadOfPaper: text(300).nullable().default(null),
  fromData: z
    .strictObject({ source: key, purpose: text(300), reference: text(120), day: z.iso.date() })
    .optional()
    .describe('Data fetched in place of the paper'),
  paperDespiteData: z
    .strictObject({ reason: z.enum(DESPITE_REASONS), note: text(300) })
    .optional()
    .describe('Why the paper was asked for although data should do'),
})
const componentsGiven = z.array(componentGiven).max(60)

/** Before a dossier is received, copies the centre holds of the owner's papers can stand for them. */
const componentsToReceive = z
  .array(
    componentGiven.extend({
      heldCopy: z
        .uuid()
        .optional()
        .describe('Id of a certified copy of an earlier dossier of the owner’s, in place of the paper'),
    }),
  )
  .max(60)

/** How a result can go back to the citizen. */
export const RETURN_WAYS = ['counter', 'post', 'home', 'electronic'] as const

export const DossierToReceive = z.strictObject({
  id: commandId,
  procedure: key,
  case: key.default('default'),
  channel: z.enum(CHANNELS),
  placeOfReceipt: key.describe('Code of the unit that receives'),
  placeOfSupport: key
    .nullable()
    .default(null)
    .describe('Code of the unit that helped, where that is another'),
  commune: key
    .optional()
    .describe('Code of the commune that is competent, where every commune is for its own people'),
  applicant: PartyShape,
  owner: PartyShape.nullable().default(null).describe('Null when the applicant is the owner'),
  components: componentsToReceive,
  copiesWanted: z.int().min(1).max(999).default(1),
  pages: z
    .int()
    .min(1)
    .max(9999)
    .optional()
    .describe('Pages of the document, where a fee or a case hangs on them'),
  subject: text(300).optional().describe('What it is about besides the procedure'),
  visit: z
    .uuid({ version: 'v7' })
    .optional()
    .describe('The same for all dossiers one person hands in at one counter on one day'),
  takenOut: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('session'), id: z.uuid() }),
      z.strictObject({
        kind: z.literal('home-visit'),
        id: z.uuid(),
        consent: z.enum(CONSENTS),
        witness: text(200).nullable().default(null),
      }),
    ])
    .optional()
    .describe('The session of the mobile team, or the visit at home, it is taken in'),
  returnWish: z
    .strictObject({
      way: z.enum(RETURN_WAYS),
      address: text(300).nullable().default(null),
      to: PlaceTyped.optional().describe('By its parts, for the post; stands in place of the one line'),
    })
    .default({ way: 'counter', address: null }),
  parcel: z
    .uuid({ version: 'v7' })
    .optional()
    .describe('Id of the parcel the post brought it in: it counts as submitted when that was signed for'),
  notices: noticeWish,
  exemption: z
    .strictObject({ rule: key, evidence: text(300) })
    .nullable()
    .optional()
    .describe('One of the procedure’s exemptions, with the paper that proves it'),
})
export type DossierToReceive = z.infer<typeof DossierToReceive>

const onDossier = {
  id: commandId,
  version: z.int().min(1).max(1_000_000).describe('The version of the dossier the command was made on'),
  step: key.describe('The step it is meant for'),
}

export const StepToComplete = z.strictObject({ ...onDossier, note: lines(2000).nullable().default(null) })
export type StepToComplete = z.infer<typeof StepToComplete>

export const StepToSendBack = z.strictObject({ ...onDossier, to: key, comment: lines(2000) })
export type StepToSendBack = z.infer<typeof StepToSendBack>

const items = z
  .array(
    z.strictObject({
      component: key.nullable().default(null).describe('The paper it is about, where it is about one'),
      field: key
        .optional()
        .describe('The field of the form it is about, by its path, where it was filed online'),
      wrong: lines(1000).describe('What is missing or wrong'),
      todo: lines(1000).describe('What the citizen is to do'),
      ground: text(300).describe('The rule it follows from'),
    }),
  )
  .min(1)
  .max(30)

const turningAway = { id: commandId, procedure: key, placeOfReceipt: key, applicant: PartyShape }
export const ApplicantToTurnAway = z.discriminatedUnion('kind', [
  z.strictObject({
    ...turningAway,
    kind: z.literal('supplement'),
    items,
    whyAgain: lines(1000).nullable().default(null).describe('Needed to send the same person away again'),
  }),
  z.strictObject({
    ...turningAway,
    kind: z.literal('refusal'),
    reason: lines(2000),
    ground: text(300),
    instead: lines(1000).describe('Where to go instead'),
  }),
])
export type ApplicantToTurnAway = z.infer<typeof ApplicantToTurnAway>

export const SupplementToRequest = z.strictObject({
  ...onDossier,
  items,
  whyAgain: lines(1000).nullable().default(null).describe('Needed to ask a second time'),
  answerBy: z.iso.date().nullable().default(null).describe('The last day for the answer; null sets none'),
})
export type SupplementToRequest = z.infer<typeof SupplementToRequest>

export const SupplementToTake = z.strictObject({
  ...onDossier,
  components: componentsGiven.default([]),
  channel: z.enum(CHANNELS).default('counter').describe('The way by which the answer came'),
  parcel: text(40)
    .nullable()
    .default(null)
    .describe('Label of the parcel the post brought it in: the clock goes on from when that was signed for'),
})
export type SupplementToTake = z.infer<typeof SupplementToTake>

export const ResultToApprove = z.strictObject({
  ...onDossier,
  note: lines(2000).nullable().default(null),
  reviewed: z
    .string()
    .regex(/^[\da-f]{64}$/)
    .nullable()
    .default(null)
    .describe('SHA-256 of the document that was looked at and is signed; null where none was drafted'),
  draft: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe('The version of the draft it is of; null where none was written'),
})
export type ResultToApprove = z.infer<typeof ResultToApprove>

export const ResultToNumber = z.strictObject({ ...onDossier })
export type ResultToNumber = z.infer<typeof ResultToNumber>

export const NumberToVoid = z.strictObject({ ...onDossier, reason: lines(500) })
export type NumberToVoid = z.infer<typeof NumberToVoid>

/** A number is given only where another body numbers the document. */
export const ResultToSeal = z.strictObject({ ...onDossier, documentNumber: text(60).optional() })
export type ResultToSeal = z.infer<typeof ResultToSeal>

export const DossierToAssign = z.strictObject({
  ...onDossier,
  to: z.uuid().describe('The person of the post who is to do the step'),
  note: lines(2000).nullable().default(null),
})
export type DossierToAssign = z.infer<typeof DossierToAssign>

export const RefusalToPropose = z.strictObject({
  ...onDossier,
  reason: lines(2000),
  ground: text(300).describe('The rule it follows from'),
  instead: lines(1000).nullable().default(null).describe('Where to go or what to do instead'),
})
export type RefusalToPropose = z.infer<typeof RefusalToPropose>

export const DossierToStop = z.strictObject({
  ...onDossier,
  why: z.enum(STOP_REASONS),
  reason: lines(2000),
  ground: text(300),
  papersReturned: lines(2000).describe('The papers given back, as listed on the notice'),
  money: z.enum(STOP_MONEY).describe('What becomes of what was paid'),
})
export type DossierToStop = z.infer<typeof DossierToStop>

export const ApologyToDraft = z.strictObject({
  ...onDossier,
  cause: z.enum(APOLOGY_CAUSES),
  reason: lines(2000),
  promisedOn: z.iso.date().describe('Promised by closing of this day, or of the next working day'),
})
export type ApologyToDraft = z.infer<typeof ApologyToDraft>

export const ApologyToConsent = z.strictObject(onDossier)
export type ApologyToConsent = z.infer<typeof ApologyToConsent>

export const ApologyToSign = z.strictObject(onDossier)
export type ApologyToSign = z.infer<typeof ApologyToSign>

export const ApologyToSend = z.strictObject({ ...onDossier, way: z.enum(APOLOGY_WAYS) })
export type ApologyToSend = z.infer<typeof ApologyToSend>

export const ApologyToDrop = z.strictObject({ ...onDossier, comment: lines(2000) })
export type ApologyToDrop = z.infer<typeof ApologyToDrop>

export const OpinionToAsk = z.strictObject({
  ...onDossier,
  body: text(200).describe('The body that is asked'),
  question: lines(2000),
  answerBy: z.iso.date().describe('The last day of its own deadline'),
})
export type OpinionToAsk = z.infer<typeof OpinionToAsk>

export const OpinionToRecord = z.strictObject({
  ...onDossier,
  consultation: z.uuid().describe('The id of the command that asked'),
  answer: lines(4000).nullable().default(null).describe('Null: no answer by the deadline'),
})
export type OpinionToRecord = z.infer<typeof OpinionToRecord>

export const ApplicantToPrompt = z.strictObject({
  ...onDossier,
  way: z.enum(CALL_WAYS),
  outcome: z.enum(CALL_OUTCOMES).describe('Whether somebody was told, nobody was reached, or it was sent'),
  note: lines(500).nullable().default(null).describe('Who was spoken to, what was said'),
})
export type ApplicantToPrompt = z.infer<typeof ApplicantToPrompt>

/** No fee of a hall comes near a billion đồng: anything above is a slip of the finger. */
const dong = z.int().min(1).max(1_000_000_000)

export const FeeToAssess = z.strictObject({
  ...onDossier,
  lines: z
    .array(
      z.strictObject({
        kind: z.enum(FEE_KINDS),
        name: text(200),
        dong,
        due: z.enum(DUE_TIMES).optional(),
        ground: text(300).optional(),
      }),
    )
    .max(20)
    .default([]),
  exemption: z
    .strictObject({ who: z.enum(EXEMPT), ground: text(300) })
    .nullable()
    .default(null)
    .describe('Why less or nothing is asked, and by which rule'),
})
export type FeeToAssess = z.infer<typeof FeeToAssess>

export const PaymentToTake = z.strictObject({
  ...onDossier,
  way: z.enum(PAYMENT_WAYS),
  dong: dong.describe('What was taken: all that is owed'),
  payer: text(200).nullable().default(null).describe('Who pays; null is the applicant'),
  reference: text(100).nullable().default(null).describe('Of a transfer or card payment, which need one'),
})
export type PaymentToTake = z.infer<typeof PaymentToTake>

export const PaymentToCancel = z.strictObject({
  ...onDossier,
  payment: z.uuid().describe('The id of the command that took it'),
  reason: lines(1000),
})
export type PaymentToCancel = z.infer<typeof PaymentToCancel>

export const RefundToAskAtCounter = z.strictObject({
  ...onDossier,
  payment: z.uuid(),
  dong,
  reason: lines(1000),
  ground: text(300),
})
export type RefundToAskAtCounter = z.infer<typeof RefundToAskAtCounter>

export const RefundAtCounter = z.strictObject(onDossier)
export type RefundAtCounter = z.infer<typeof RefundAtCounter>

export const RefundToDropAtCounter = z.strictObject({ ...onDossier, comment: lines(1000) })
export type RefundToDropAtCounter = z.infer<typeof RefundToDropAtCounter>

export const ContactToCorrect = z.strictObject({
  ...onDossier,
  party: z.enum(PARTIES),
  ...contact,
  notices: noticeWish,
  why: lines(1000),
})
export type ContactToCorrect = z.infer<typeof ContactToCorrect>

export const ReturnWishToChange = z.strictObject({
  ...onDossier,
  way: z.enum(RETURN_WAYS),
  address: text(300).nullable().default(null).describe('Needed for post and home'),
  to: PlaceTyped.optional().describe('By its parts, for the post; stands in place of the one line'),
})
export type ReturnWishToChange = z.infer<typeof ReturnWishToChange>

const proposing = { ...onDossier, ground: lines(1000).describe('The paper it follows from') }
export const CorrectionToPropose = z.discriminatedUnion('what', [
  z.strictObject({
    ...proposing,
    what: z.literal('identity'),
    party: z.enum(PARTIES),
    name: text(200),
    idNumber,
  }),
  z.strictObject({ ...proposing, what: z.literal('due'), dueOn: z.iso.date() }),
  z.strictObject({ ...proposing, what: z.literal('result'), wrong: lines(2000), documentNumber: text(60) }),
  z.strictObject({ ...proposing, what: z.literal('hand-back'), mistake: z.enum(HAND_BACK_MISTAKES) }),
])
export type CorrectionToPropose = z.infer<typeof CorrectionToPropose>

export const CorrectionToConfirm = z.strictObject(onDossier)
export type CorrectionToConfirm = z.infer<typeof CorrectionToConfirm>

export const CorrectionToDrop = z.strictObject({ ...onDossier, comment: lines(1000) })
export type CorrectionToDrop = z.infer<typeof CorrectionToDrop>

export const PaperToFind = z.strictObject({
  ...onDossier,
  paper: PaperOfSheet.describe('Its place among the components handed in, or `result`'),
  how: z.enum(PAPER_FOUND),
  note: lines(1000),
})
export type PaperToFind = z.infer<typeof PaperToFind>
export const ObligationToNotify = z.strictObject({
  ...onDossier,
  body: text(200).describe('Who issued the notice'),
  number: text(60).describe('As it stands on the notice'),
  issuedOn: z.iso.date(),
  what: text(300).describe('What is to be paid'),
  dong: z.int().min(1).max(1_000_000_000_000),
  payBy: z.iso.date().describe('The last day to pay'),
})
export type ObligationToNotify = z.infer<typeof ObligationToNotify>

const obligation = z.uuid().describe('The id of the command that wrote the notice down')
export const ObligationToWithdraw = z.strictObject({ ...onDossier, obligation, reason: lines(1000) })
export type ObligationToWithdraw = z.infer<typeof ObligationToWithdraw>

export const ObligationToMeet = z.strictObject({
  ...onDossier,
  obligation,
  paidOn: z.iso.date().describe('As the proof says'),
  dong: z.int().min(1).max(1_000_000_000_000),
  proof: text(100).describe('Number of the payment slip'),
  channel: z.enum(CHANNELS).describe('How the proof came'),
})
export type ObligationToMeet = z.infer<typeof ObligationToMeet>

const onPart = { ...onDossier, part: key.describe('Key of the part') }
export const PartToComplete = z.strictObject({
  ...onPart,
  documentNumber: text(60).nullable().default(null),
  result: lines(2000).describe('What came of it'),
})
export type PartToComplete = z.infer<typeof PartToComplete>

export const PartToSendBack = z.strictObject({ ...onPart, reason: lines(2000) })
export type PartToSendBack = z.infer<typeof PartToSendBack>

export const PartToAskAgain = z.strictObject({ ...onPart, comment: lines(2000) })
export type PartToAskAgain = z.infer<typeof PartToAskAgain>

export const PartToGiveUp = z.strictObject({ ...onPart, reason: lines(2000), ground: text(300) })
export type PartToGiveUp = z.infer<typeof PartToGiveUp>

export const DossierToClaim = z.strictObject(onDossier)
export type DossierToClaim = z.infer<typeof DossierToClaim>

export const DossierToRelease = z.strictObject(onDossier)
export type DossierToRelease = z.infer<typeof DossierToRelease>

export const DossierToReceiveAsCompetent = z.strictObject(onDossier)
export type DossierToReceiveAsCompetent = z.infer<typeof DossierToReceiveAsCompetent>

export const ResultToMarkReady = z.strictObject(onDossier)
export type ResultToMarkReady = z.infer<typeof ResultToMarkReady>

export const ResultToHandBack = z.strictObject({
  ...onDossier,
  way: z.enum(RETURN_WAYS),
  receiver: z.strictObject({
    name: text(200),
    idNumber: text(20)
      .regex(/^[0-9A-Z-]+$/)
      .nullable()
      .default(null),
    isAuthorised: z.boolean().default(false),
    authority: text(300).optional().describe('The paper that authorises the receiver, where one is needed'),
    authorityKind: z.enum(AUTHORITY_KINDS).optional(),
    scope: text(300).optional().describe('What a written authority allows'),
    authorityUntil: z.iso.date().optional().describe('The last day on which the authority holds'),
  }),
  proof: HandOverProof.default(NO_PROOF),
})
export type ResultToHandBack = z.infer<typeof ResultToHandBack>
