import type { z } from 'zod'
import type { GivenByPeople } from '#domain/dossier/commands.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Action } from '#domain/people/may.ts'
import {
  DossierToAssign,
  DossierToClaim,
  DossierToRelease,
  ResultToApprove,
  ReturnWishToChange,
  DossierToReceiveAsCompetent,
  ResultToMarkReady,
  NumberToVoid,
  ResultToNumber,
  ResultToSeal,
  StepToComplete,
  StepToSendBack,
  SupplementToRequest,
  SupplementToTake,
  ContactToCorrect,
  CorrectionToPropose,
  CorrectionToConfirm,
  CorrectionToDrop,
  FeeToAssess,
  PaymentToTake,
  PaymentToCancel,
  RefundAtCounter,
  RefundToAskAtCounter,
  RefundToDropAtCounter,
  RefusalToPropose,
  DossierToStop,
  ApologyToDraft,
  ApologyToConsent,
  ApologyToSign,
  ApologyToSend,
  ApologyToDrop,
  OpinionToAsk,
  OpinionToRecord,
  ApplicantToPrompt,
  PaperToFind,
  ObligationToNotify,
  ObligationToWithdraw,
  ObligationToMeet,
  PartToComplete,
  PartToSendBack,
  PartToAskAgain,
  PartToGiveUp,
} from '#shapes/dossier-commands.ts'
import type { Changed } from '#work/change-dossier.ts'
import type { Desk } from '#work/desk.ts'
import { approveResult } from '#work/handling/approve-result.ts'
import { assignDossier } from '#work/handling/assign-dossier.ts'
import { claimDossier } from '#work/handling/claim-dossier.ts'
import { completeStep } from '#work/handling/complete-step.ts'
import { promptApplicant } from '#work/handling/prompt-applicant.ts'
import { releaseDossier } from '#work/handling/release-dossier.ts'
import { requestSupplement } from '#work/handling/request-supplement.ts'
import { sendBack } from '#work/handling/send-back.ts'
import { takeSupplement } from '#work/intake/take-supplement.ts'
import { numberResult } from '#work/numbering/number-result.ts'
import { voidNumber } from '#work/numbering/void-number.ts'
import { receiveAsCompetent } from '#work/intake/receive-as-competent.ts'
import { markReady } from '#work/returning/mark-ready.ts'
import { sealResult } from '#work/returning/seal-result.ts'
import { proposeRefusal } from '#work/handling/propose-refusal.ts'
import { stopDossier } from '#work/handling/stop-dossier.ts'
import { draftApology } from '#work/apologising/draft-apology.ts'
import { consentToApology } from '#work/apologising/consent-to-apology.ts'
import { signApology } from '#work/apologising/sign-apology.ts'
import { sendApology } from '#work/apologising/send-apology.ts'
import { dropApology } from '#work/apologising/drop-apology.ts'
import { askOpinion } from '#work/consulting/ask-opinion.ts'
import { recordOpinion } from '#work/consulting/record-opinion.ts'
import { assessFee } from '#work/money/assess-fee.ts'
import { takePayment } from '#work/money/take-payment.ts'
import { cancelPayment } from '#work/money/cancel-payment.ts'
import { agreeToRefundAtCounter } from '#work/money/agree-to-refund.ts'
import { askRefundAtCounter } from '#work/money/ask-refund.ts'
import { dropRefundAtCounter } from '#work/money/drop-refund.ts'
import { changeReturnWish } from '#work/correcting/change-return-wish.ts'
import { correctContact } from '#work/correcting/correct-contact.ts'
import { proposeCorrection } from '#work/correcting/propose-correction.ts'
import { confirmCorrection } from '#work/correcting/confirm-correction.ts'
import { findPaper } from '#work/transferring/find-paper.ts'
import { dropCorrection } from '#work/correcting/drop-correction.ts'
import { notifyObligation } from '#work/owing/notify-obligation.ts'
import { withdrawObligation } from '#work/owing/withdraw-obligation.ts'
import { meetObligation } from '#work/owing/meet-obligation.ts'
import { completePart } from '#work/linking/complete-part.ts'
import { sendPartBack } from '#work/linking/send-part-back.ts'
import { askPartAgain } from '#work/linking/ask-part-again.ts'
import { giveUpPart } from '#work/linking/give-up-part.ts'
import type { Fault } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { type Read, readForm, type Typed } from '../form.ts'
import { wishIn } from '../receive/typed-dossier.ts'
import { papersGiven } from '../receive/papers-given.ts'

/** The commands with a form on the page of a dossier; the result is handed back at the counter's own page. */
export type PageCommand = Exclude<GivenByPeople, 'HandBack' | 'ChargePostage'>

export interface Verb {
  /** The end of its address. */
  readonly at: string
  readonly action: Action['kind']
  /** Whether the person goes on to the next piece of work; otherwise the dossier is shown again. */
  readonly leaves: boolean
  submit(desk: Desk, code: string, typed: Typed, words: Words): Promise<Submitted>
}

/** Faults of the form, or what the use case made of it. */
export type Submitted =
  | { readonly faults: readonly Fault[] }
  | { readonly faults?: undefined; readonly outcome: Outcome<Changed> }

interface Described<Shape extends z.ZodType> extends Omit<Verb, 'submit'> {
  readonly shape: Shape
  carryOut(desk: Desk, code: string, given: z.output<Shape>): Promise<Outcome<Changed>>
  /** The fields of the form that are meant, where one of them decides about the others. */
  readonly meant?: (fields: Typed['fields']) => Typed['fields']
  /** What the form asks beyond the command. */
  readonly asks?: (typed: Typed, words: Words) => readonly Fault[]
}

export const VERBS: Readonly<Record<PageCommand, Verb>> = {
  CompleteStep: verb({
    at: 'xong-buoc',
    action: 'act-on-step',
    leaves: true,
    shape: StepToComplete,
    carryOut: completeStep,
  }),
  ReceiveAsCompetent: verb({
    at: 'tiep-nhan-ve',
    action: 'act-on-step',
    leaves: true,
    shape: DossierToReceiveAsCompetent,
    carryOut: receiveAsCompetent,
  }),
  ApproveResult: verb({
    at: 'phe-duyet',
    action: 'approve',
    leaves: true,
    shape: ResultToApprove,
    carryOut: approveResult,
  }),
  NumberResult: verb({
    at: 'cap-so',
    action: 'act-on-step',
    leaves: false,
    shape: ResultToNumber,
    carryOut: numberResult,
  }),
  VoidNumber: verb({
    at: 'huy-so',
    action: 'act-on-step',
    leaves: false,
    shape: NumberToVoid,
    carryOut: voidNumber,
  }),
  SealResult: verb({
    at: 'dong-dau',
    action: 'act-on-step',
    leaves: true,
    shape: ResultToSeal,
    carryOut: sealResult,
    asks: ({ fields }, words) =>
      fields[SURE]?.[0] === 'true' ? [] : [{ field: SURE, text: words.desk.dossier.notSure }],
  }),
  MarkReady: verb({
    at: 'co-ket-qua',
    action: 'act-on-step',
    leaves: true,
    shape: ResultToMarkReady,
    carryOut: markReady,
  }),
  SendBack: verb({
    at: 'tra-lai',
    action: 'act-on-step',
    leaves: true,
    shape: StepToSendBack,
    carryOut: sendBack,
  }),
  RequestSupplement: verb({
    at: 'yeu-cau-bo-sung',
    action: 'act-on-step',
    leaves: true,
    shape: SupplementToRequest,
    carryOut: requestSupplement,
  }),
  TakeSupplement: verb({
    at: 'nhan-bo-sung',
    action: 'receive-dossier',
    leaves: false,
    shape: SupplementToTake,
    meant: ofPapers,
    carryOut: takeSupplement,
  }),
  ClaimDossier: verb({
    at: 'nhan-viec',
    action: 'act-on-step',
    leaves: false,
    shape: DossierToClaim,
    carryOut: claimDossier,
  }),
  ReleaseDossier: verb({
    at: 'tra-viec',
    action: 'release-dossier',
    leaves: true,
    shape: DossierToRelease,
    carryOut: releaseDossier,
  }),
  AssignDossier: verb({
    at: 'giao-viec',
    action: 'assign-dossier',
    leaves: false,
    shape: DossierToAssign,
    carryOut: assignDossier,
  }),
  ProposeRefusal: verb({
    at: 'tu-choi',
    action: 'act-on-step',
    leaves: true,
    shape: RefusalToPropose,
    carryOut: proposeRefusal,
  }),
  StopDossier: verb({
    at: 'dung',
    action: 'receive-dossier',
    leaves: true,
    shape: DossierToStop,
    carryOut: stopDossier,
  }),
  DraftApology: verb({
    at: 'xin-loi',
    action: 'act-on-step',
    leaves: false,
    shape: ApologyToDraft,
    carryOut: draftApology,
  }),
  ConsentToApology: verb({
    at: 'dong-y-xin-loi',
    action: 'consent-to-apology',
    leaves: false,
    shape: ApologyToConsent,
    carryOut: consentToApology,
  }),
  SignApology: verb({
    at: 'ky-xin-loi',
    action: 'approve',
    leaves: false,
    shape: ApologyToSign,
    carryOut: signApology,
  }),
  SendApology: verb({
    at: 'gui-xin-loi',
    action: 'receive-dossier',
    leaves: false,
    shape: ApologyToSend,
    carryOut: sendApology,
  }),
  DropApology: verb({
    at: 'bo-xin-loi',
    action: 'consent-to-apology',
    leaves: false,
    shape: ApologyToDrop,
    carryOut: dropApology,
  }),
  AskOpinion: verb({
    at: 'lay-y-kien',
    action: 'act-on-step',
    leaves: false,
    shape: OpinionToAsk,
    carryOut: askOpinion,
  }),
  RecordOpinion: verb({
    at: 'y-kien-tra-loi',
    action: 'act-on-step',
    leaves: false,
    shape: OpinionToRecord,
    carryOut: recordOpinion,
  }),
  PromptApplicant: verb({
    at: 'nhac-nguoi-nop',
    action: 'act-for-lists',
    leaves: false,
    shape: ApplicantToPrompt,
    carryOut: promptApplicant,
  }),
  AssessFee: verb({
    at: 'phi',
    action: 'assess-fee',
    leaves: false,
    shape: FeeToAssess,
    carryOut: assessFee,
  }),
  TakePayment: verb({
    at: 'thu-tien',
    action: 'take-money',
    leaves: true,
    shape: PaymentToTake,
    carryOut: takePayment,
  }),
  CancelPayment: verb({
    at: 'huy-bien-lai',
    action: 'cancel-payment',
    leaves: false,
    shape: PaymentToCancel,
    carryOut: cancelPayment,
  }),
  AskRefund: verb({
    at: 'de-nghi-hoan-tien',
    action: 'take-money',
    leaves: false,
    shape: RefundToAskAtCounter,
    carryOut: askRefundAtCounter,
  }),
  AgreeToRefund: verb({
    at: 'dong-y-hoan-tien',
    action: 'agree-to-refund',
    leaves: false,
    shape: RefundAtCounter,
    carryOut: agreeToRefundAtCounter,
  }),
  DropRefund: verb({
    at: 'khong-hoan-tien',
    action: 'agree-to-refund',
    leaves: false,
    shape: RefundToDropAtCounter,
    carryOut: dropRefundAtCounter,
  }),
  CorrectContact: verb({
    at: 'sua-lien-he',
    action: 'receive-dossier',
    leaves: false,
    shape: ContactToCorrect,
    meant: ofContact,
    carryOut: correctContact,
  }),
  ChangeReturnWish: verb({
    at: 'doi-cach-nhan',
    action: 'receive-dossier',
    leaves: false,
    shape: ReturnWishToChange,
    carryOut: changeReturnWish,
  }),
  ProposeCorrection: verb({
    at: 'de-nghi-sua',
    action: 'receive-dossier',
    leaves: false,
    shape: CorrectionToPropose,
    meant: ofCorrection,
    carryOut: proposeCorrection,
  }),
  ConfirmCorrection: verb({
    at: 'dong-y-sua',
    action: 'confirm-correction',
    leaves: false,
    shape: CorrectionToConfirm,
    carryOut: confirmCorrection,
  }),
  DropCorrection: verb({
    at: 'bo-sua',
    action: 'confirm-correction',
    leaves: false,
    shape: CorrectionToDrop,
    carryOut: dropCorrection,
  }),
  FindPaper: verb({
    at: 'giay-da-co',
    action: 'handle-papers',
    leaves: false,
    shape: PaperToFind,
    carryOut: findPaper,
  }),
  NotifyObligation: verb({
    at: 'thong-bao-nop',
    action: 'act-for-lists',
    leaves: false,
    shape: ObligationToNotify,
    carryOut: notifyObligation,
  }),
  WithdrawObligation: verb({
    at: 'rut-thong-bao',
    action: 'act-for-lists',
    leaves: false,
    shape: ObligationToWithdraw,
    carryOut: withdrawObligation,
  }),
  MeetObligation: verb({
    at: 'chung-tu-nop',
    action: 'act-for-lists',
    leaves: false,
    shape: ObligationToMeet,
    carryOut: meetObligation,
  }),
  CompletePart: verb({
    at: 'xong-phan-viec',
    action: 'act-for-lists',
    leaves: true,
    shape: PartToComplete,
    carryOut: completePart,
  }),
  SendPartBack: verb({
    at: 'tra-phan-viec',
    action: 'act-for-lists',
    leaves: false,
    shape: PartToSendBack,
    carryOut: sendPartBack,
  }),
  AskPartAgain: verb({
    at: 'yeu-cau-lai',
    action: 'act-on-step',
    leaves: false,
    shape: PartToAskAgain,
    carryOut: askPartAgain,
  }),
  GiveUpPart: verb({
    at: 'bo-phan-viec',
    action: 'act-on-step',
    leaves: false,
    shape: PartToGiveUp,
    carryOut: giveUpPart,
  }),
}

/** The box that confirms what cannot be taken back. */
export const SURE = 'sure'

export const PAGE_COMMANDS: readonly PageCommand[] = [
  'CompleteStep',
  'ReceiveAsCompetent',
  'ApproveResult',
  'SealResult',
  'NumberResult',
  'VoidNumber',
  'MarkReady',
  'TakePayment',
  'CompletePart',
  'MeetObligation',
  'TakeSupplement',
  'PromptApplicant',
  'RequestSupplement',
  'SendBack',
  'ClaimDossier',
  'ReleaseDossier',
  'AssignDossier',
  'AskOpinion',
  'RecordOpinion',
  'SendPartBack',
  'AskPartAgain',
  'GiveUpPart',
  'NotifyObligation',
  'WithdrawObligation',
  'DraftApology',
  'ConsentToApology',
  'SignApology',
  'SendApology',
  'DropApology',
  'ProposeRefusal',
  'StopDossier',
  'AssessFee',
  'CancelPayment',
  'AskRefund',
  'AgreeToRefund',
  'DropRefund',
  'CorrectContact',
  'ChangeReturnWish',
  'ProposeCorrection',
  'ConfirmCorrection',
  'DropCorrection',
  'FindPaper',
]

/** Names of fields bear the verb, as one page has several forms: `tra-lai.comment`. */
export const fieldOf = (command: PageCommand, name: string) => `${VERBS[command].at}.${name}`

function verb<Shape extends z.ZodType>({ shape, carryOut, asks, meant, ...rest }: Described<Shape>): Verb {
  const prefix = `${rest.at}.`
  return {
    ...rest,
    async submit(desk, code, typed, words) {
      const bare = withoutPrefix(typed, prefix)
      const { [SURE]: _, ...typedFields } = bare.fields
      const fields = meant ? meant(typedFields) : typedFields
      const read: Read<z.output<Shape>> = readForm({ ...bare, fields }, shape, words)
      const faults = [...named(read.faults ?? [], bare, words), ...(asks?.(bare, words) ?? [])]
      if (faults.length > 0 || read.value === undefined)
        return { faults: faults.map((one) => ({ ...one, field: `${prefix}${one.field}` })) }
      return { outcome: await carryOut(desk, code, read.value) }
    },
  }
}

/** Of a supplement: the papers that were handed in or fetched; an empty row is none. */
function ofPapers(fields: Typed['fields']): Typed['fields'] {
  const { components, ...rest } = Object.groupBy(Object.entries(fields), ([name]) =>
    name.startsWith('components.') ? 'components' : 'others',
  )
  const given = papersGiven({ fields: Object.fromEntries(components ?? []), files: [] })
  return { ...Object.fromEntries(rest.others ?? []), ...given }
}

/** Of a proposed correction: the fields of what is to be put right. */
/** Of contact data: how the applicant wants to be told, where the form asks; by telephone where neither was said. */
function ofContact(fields: Typed['fields']): Typed['fields'] {
  const { 'notices.way': _, 'notices.email': asked, ...rest } = fields
  if (asked === undefined) return rest
  return { ...rest, 'notices.way': ['telephone'], ...wishIn({ fields, files: [] }) }
}

function ofCorrection(fields: Typed['fields']): Typed['fields'] {
  const own = CORRECTION_FIELDS[fields['what']?.[0] ?? ''] ?? []
  const always = ['id', 'version', 'step', 'what', 'ground']
  return Object.fromEntries(Object.entries(fields).filter(([name]) => [...always, ...own].includes(name)))
}

const CORRECTION_FIELDS: { readonly [what: string]: readonly string[] } = {
  identity: ['party', 'name', 'idNumber'],
  due: ['dueOn'],
  result: ['wrong', 'documentNumber'],
  'hand-back': ['mistake'],
}

/** What was left empty is asked for by its name, as several forms stand on one page. */
export function named(faults: readonly Fault[], { fields }: Typed, { desk }: Words): readonly Fault[] {
  const missing: { readonly [field: string]: string } = desk.dossier.missing
  return faults.map((fault) => {
    const isEmpty = (fields[fault.field]?.[0] ?? '').trim() === ''
    const asked = Object.hasOwn(missing, fault.field) ? missing[fault.field] : undefined
    return isEmpty && asked !== undefined ? { ...fault, text: asked } : fault
  })
}

function withoutPrefix(typed: Typed, prefix: string): Typed {
  const fields = Object.entries(typed.fields).map(([name, values]) => [
    name.startsWith(prefix) ? name.slice(prefix.length) : name,
    values,
  ])
  return { ...typed, fields: Object.fromEntries(fields) }
}
