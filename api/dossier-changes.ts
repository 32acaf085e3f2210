import type { z } from 'zod'
import { isRefusal, type Outcome, type RefusalCode } from '#domain/outcome.ts'
import type { Action } from '#domain/people/may.ts'
import {
  DossierToAssign,
  DossierToClaim,
  DossierToRelease,
  ResultToApprove,
  ReturnWishToChange,
  ResultToHandBack,
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
import type { Changed as HasChanged } from '#work/change-dossier.ts'
import type { Desk } from '#work/desk.ts'
import { assignDossier } from '#work/handling/assign-dossier.ts'
import { claimDossier } from '#work/handling/claim-dossier.ts'
import { releaseDossier } from '#work/handling/release-dossier.ts'
import { approveResult } from '#work/handling/approve-result.ts'
import { promptApplicant } from '#work/handling/prompt-applicant.ts'
import { completeStep } from '#work/handling/complete-step.ts'
import { requestSupplement } from '#work/handling/request-supplement.ts'
import { sendBack } from '#work/handling/send-back.ts'
import { takeSupplement } from '#work/intake/take-supplement.ts'
import { receiveAsCompetent } from '#work/intake/receive-as-competent.ts'
import { handBackResult } from '#work/returning/hand-back-result.ts'
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
import { numberResult } from '#work/numbering/number-result.ts'
import { voidNumber } from '#work/numbering/void-number.ts'
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
import { dropCorrection } from '#work/correcting/drop-correction.ts'
import { findPaper } from '#work/transferring/find-paper.ts'
import { notifyObligation } from '#work/owing/notify-obligation.ts'
import { withdrawObligation } from '#work/owing/withdraw-obligation.ts'
import { meetObligation } from '#work/owing/meet-obligation.ts'
import { completePart } from '#work/linking/complete-part.ts'
import { sendPartBack } from '#work/linking/send-part-back.ts'
import { askPartAgain } from '#work/linking/ask-part-again.ts'
import { giveUpPart } from '#work/linking/give-up-part.ts'
import { Changed } from './answers/dossier.ts'
import { namedDossier, OfDossier } from './dossier-code.ts'
import { NONE, route } from './route.ts'

const ON_STEP = { id: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35', version: 1, step: 'find' }
const ON_ANY_STEP: readonly RefusalCode[] = [
  'no-such-dossier',
  'not-permitted',
  'not-at-this-stage',
  'not-this-step',
  'before-last-event',
  'outside-calendar',
  'changed-meanwhile',
  'command-id-reused',
]

export const CHANGE_ROUTES = [
  change({
    verb: 'complete-step',
    name: 'completeStep',
    summary: { vi: 'Hoàn thành bước hiện tại', en: 'Complete the present step' },
    body: { name: 'StepToComplete', schema: StepToComplete, example: { ...ON_STEP, note: 'Đủ điều kiện' } },
    problems: ['step-needs-own-command', 'fee-unpaid', 'part-open', 'obligation-unmet'],
    carryOut: completeStep,
  }),
  change({
    verb: 'receive-as-competent',
    name: 'receiveAsCompetent',
    summary: {
      vi: 'Cơ quan có thẩm quyền tiếp nhận hồ sơ nộp ở nơi khác',
      en: 'The competent agency receives what was handed in elsewhere',
    },
    body: {
      name: 'DossierToReceiveAsCompetent',
      schema: DossierToReceiveAsCompetent,
      example: { ...ON_STEP, step: 'competent-receipt' },
    },
    problems: [],
    carryOut: receiveAsCompetent,
  }),
  change({
    verb: 'send-back',
    name: 'sendBack',
    summary: { vi: 'Chuyển trả về bước trước', en: 'Send back to an earlier step' },
    body: {
      name: 'StepToSendBack',
      schema: StepToSendBack,
      example: { ...ON_STEP, step: 'approve', to: 'find', comment: 'Cần ghi rõ căn cứ' },
    },
    problems: ['nothing-to-send-back-to', 'part-open'],
    carryOut: sendBack,
  }),
  change({
    verb: 'request-supplement',
    name: 'requestSupplement',
    summary: { vi: 'Yêu cầu bổ sung hồ sơ, dừng tính giờ', en: 'Ask for a supplement; the clock stops' },
    body: {
      name: 'SupplementToRequest',
      schema: SupplementToRequest,
      example: {
        ...ON_STEP,
        items: [
          {
            component: null,
            wrong: 'Bản sao bị mờ',
            todo: 'Nộp lại bản rõ nét',
            ground: 'Nghị định 61/2018/NĐ-CP, Điều 17',
          },
        ],
        whyAgain: null,
      },
    },
    problems: ['nothing-to-supplement', 'asked-once-already', 'days-past', 'no-such-field'],
    carryOut: requestSupplement,
  }),
  change({
    verb: 'take-supplement',
    name: 'takeSupplement',
    summary: { vi: 'Nhận hồ sơ bổ sung, tính giờ trở lại', en: 'Take the supplement; the clock goes on' },
    action: 'receive-dossier',
    body: { name: 'SupplementToTake', schema: SupplementToTake, example: { ...ON_STEP, components: [] } },
    problems: ['no-such-parcel', 'other-parcel', 'parcel-not-so-far', 'parcel-of-other-channel'],
    carryOut: takeSupplement,
  }),
  change({
    verb: 'approve',
    name: 'approveResult',
    summary: { vi: 'Phê duyệt, theo văn bản ủy quyền', en: 'Approve the result, by a mandate' },
    action: 'approve',
    body: { name: 'ResultToApprove', schema: ResultToApprove, example: { ...ON_STEP, step: 'approve' } },
    problems: [
      'no-mandate',
      'opinion-awaited',
      'no-draft-yet',
      'no-such-draft',
      'newer-draft',
      'draft-not-reviewed',
      'draft-incomplete',
      'reviewed-another-document',
      'letters-missing',
      'template-failed',
    ],
    carryOut: approveResult,
  }),
  change({
    verb: 'number',
    name: 'numberResult',
    summary: { vi: 'Cấp số cho kết quả đã duyệt', en: 'Number the approved result' },
    body: { name: 'ResultToNumber', schema: ResultToNumber, example: { ...ON_STEP, step: 'seal' } },
    problems: ['not-approved', 'numbered-already', 'numbered-outside'],
    carryOut: numberResult,
  }),
  change({
    verb: 'void-number',
    name: 'voidNumber',
    summary: { vi: 'Hủy số đã cấp, kèm lý do', en: 'Make the number void, with a reason' },
    body: {
      name: 'NumberToVoid',
      schema: NumberToVoid,
      example: { ...ON_STEP, step: 'seal', reason: 'In hỏng' },
    },
    problems: ['not-approved', 'not-numbered'],
    carryOut: voidNumber,
  }),
  change({
    verb: 'seal',
    name: 'sealResult',
    summary: {
      vi: 'Đóng dấu kết quả đã duyệt theo số đã cấp, hoặc số tiếp theo của sổ',
      en: 'Seal the approved result under its number, or the next of its book',
    },
    body: {
      name: 'ResultToSeal',
      schema: ResultToSeal,
      example: { ...ON_STEP, step: 'seal' },
    },
    problems: ['not-approved', 'number-from-the-book', 'number-needed'],
    carryOut: sealResult,
  }),
  change({
    verb: 'mark-ready',
    name: 'markReady',
    summary: { vi: 'Báo đã có kết quả', en: 'Report the result ready' },
    body: { name: 'ResultToMarkReady', schema: ResultToMarkReady, example: { ...ON_STEP, step: 'return' } },
    problems: ['not-approved'],
    carryOut: markReady,
  }),
  change({
    verb: 'hand-back',
    name: 'handBackResult',
    summary: { vi: 'Trả kết quả', en: 'Hand the result back' },
    body: {
      name: 'ResultToHandBack',
      schema: ResultToHandBack,
      example: {
        ...ON_STEP,
        step: 'return',
        way: 'counter',
        receiver: { name: 'Nguyễn Thị Hoà', idNumber: '022188001234' },
        proof: {
          identity: { paper: 'citizen-card', number: '022188001234', how: 'seen' },
          acknowledged: { how: 'signed-slip' },
        },
      },
    },
    problems: [
      'receiver-unknown',
      'authority-paper-needed',
      'authority-kind-needed',
      'authority-scope-needed',
      'authority-expired',
      'identity-not-checked',
      'identity-differs',
      'not-acknowledged',
      'signature-missing',
      'acknowledgment-incomplete',
      'slip-needed',
      'sent-where',
      'originals-not-withdrawn',
      'no-such-scan',
      'fee-unpaid',
    ],
    carryOut: handBackResult,
  }),
  change({
    verb: 'assign',
    name: 'assignDossier',
    summary: { vi: 'Giao việc cho một người', en: 'Give the step to a person' },
    action: 'assign-dossier',
    body: {
      name: 'DossierToAssign',
      schema: DossierToAssign,
      example: { ...ON_STEP, to: '01940a5c-7c1e-7c55-9f3a-0a4be2a51f10', note: null },
    },
    problems: ['no-such-staff', 'not-in-post', 'already-held'],
    carryOut: assignDossier,
  }),
  change({
    verb: 'claim',
    name: 'claimDossier',
    summary: { vi: 'Nhận việc từ danh sách chung', en: 'Take the step from the list' },
    body: { name: 'DossierToClaim', schema: DossierToClaim, example: ON_STEP },
    problems: ['already-held'],
    carryOut: claimDossier,
  }),
  change({
    verb: 'release',
    name: 'releaseDossier',
    summary: { vi: 'Trả việc về danh sách chung', en: 'Put the step back to the list' },
    action: 'release-dossier',
    body: { name: 'DossierToRelease', schema: DossierToRelease, example: ON_STEP },
    problems: ['not-held'],
    carryOut: releaseDossier,
  }),
  change({
    verb: 'propose-refusal',
    name: 'proposeRefusal',
    summary: { vi: 'Từ chối giải quyết, trình phê duyệt', en: 'Propose a refusal, to be approved' },
    body: {
      name: 'RefusalToPropose',
      schema: RefusalToPropose,
      example: {
        ...ON_STEP,
        reason: 'Thửa đất đang có tranh chấp',
        ground: 'Luật Đất đai 2013, Điều 188',
        instead: null,
      },
    },
    problems: ['part-open'],
    carryOut: proposeRefusal,
  }),
  change({
    verb: 'stop',
    name: 'stopDossier',
    summary: {
      vi: 'Dừng giải quyết theo yêu cầu hoặc quá hạn bổ sung',
      en: 'Stop: asked for, or not answered in time',
    },
    action: 'receive-dossier',
    body: {
      name: 'DossierToStop',
      schema: DossierToStop,
      example: {
        ...ON_STEP,
        why: 'asked-by-citizen',
        reason: 'Người nộp xin rút hồ sơ',
        ground: 'Đơn đề nghị ngày 05/3/2019',
        papersReturned: 'Tờ khai, 01 bản chính',
        money: 'nothing-paid',
      },
    },
    problems: [
      'decided-already',
      'no-answer-limit',
      'answer-limit-not-over',
      'not-prompted',
      'prompted-lately',
      'money-was-paid',
    ],
    carryOut: stopDossier,
  }),
  change({
    verb: 'prompt-applicant',
    name: 'promptApplicant',
    summary: {
      vi: 'Ghi đã nhắc người nộp bổ sung, nộp tiền',
      en: 'Record that the applicant was reminded of a supplement or a payment',
    },
    action: 'act-for-lists',
    body: {
      name: 'ApplicantToPrompt',
      schema: ApplicantToPrompt,
      example: { ...ON_STEP, way: 'telephone', outcome: 'told', note: 'Hẹn mang giấy đến sáng thứ Năm' },
    },
    problems: ['nobody-waited-for', 'call-is-not-sent'],
    carryOut: promptApplicant,
  }),
  change({
    verb: 'draft-apology',
    name: 'draftApology',
    summary: { vi: 'Soạn văn bản xin lỗi, hẹn lại', en: 'Write an apology with a new promise' },
    body: {
      name: 'ApologyToDraft',
      schema: ApologyToDraft,
      example: {
        ...ON_STEP,
        cause: 'site-check',
        reason: 'Mưa lớn, chưa đo đạc được',
        promisedOn: '2019-03-20',
      },
    },
    problems: ['no-due-moment', 'promise-too-early', 'apology-under-way', 'apologised-already'],
    carryOut: draftApology,
  }),
  change({
    verb: 'consent-to-apology',
    name: 'consentToApology',
    summary: { vi: 'Đồng ý văn bản xin lỗi', en: 'Consent to the apology' },
    action: 'consent-to-apology',
    body: { name: 'ApologyToConsent', schema: ApologyToConsent, example: { ...ON_STEP } },
    problems: ['no-apology', 'apology-not-so-far', 'second-person-needed'],
    carryOut: consentToApology,
  }),
  change({
    verb: 'sign-apology',
    name: 'signApology',
    summary: { vi: 'Ký văn bản xin lỗi', en: 'Sign the apology' },
    action: 'approve',
    body: { name: 'ApologyToSign', schema: ApologyToSign, example: { ...ON_STEP } },
    problems: ['no-apology', 'apology-not-so-far', 'no-mandate'],
    carryOut: signApology,
  }),
  change({
    verb: 'send-apology',
    name: 'sendApology',
    summary: { vi: 'Gửi văn bản xin lỗi, hẹn lại', en: 'Send the apology' },
    action: 'receive-dossier',
    body: { name: 'ApologyToSend', schema: ApologyToSend, example: { ...ON_STEP, way: 'counter' } },
    problems: ['no-apology', 'apology-not-so-far', 'promise-too-early'],
    carryOut: sendApology,
  }),
  change({
    verb: 'drop-apology',
    name: 'dropApology',
    summary: { vi: 'Bỏ văn bản xin lỗi', en: 'Drop the apology' },
    action: 'consent-to-apology',
    body: {
      name: 'ApologyToDrop',
      schema: ApologyToDrop,
      example: { ...ON_STEP, comment: 'Kịp có kết quả trong hạn' },
    },
    problems: ['no-apology'],
    carryOut: dropApology,
  }),
  change({
    verb: 'ask-opinion',
    name: 'askOpinion',
    summary: { vi: 'Lấy ý kiến cơ quan khác', en: 'Ask another body for its opinion' },
    body: {
      name: 'OpinionToAsk',
      schema: OpinionToAsk,
      example: {
        ...ON_STEP,
        body: 'Phòng Quản lý đô thị',
        question: 'Thửa đất có trong quy hoạch giao thông không?',
        answerBy: '2019-03-12',
      },
    },
    problems: ['days-past'],
    carryOut: askOpinion,
  }),
  change({
    verb: 'record-opinion',
    name: 'recordOpinion',
    summary: { vi: 'Ghi ý kiến trả lời, hoặc không trả lời', en: 'Record the opinion, or that none came' },
    body: {
      name: 'OpinionToRecord',
      schema: OpinionToRecord,
      example: {
        ...ON_STEP,
        consultation: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a36',
        answer: 'Không vướng quy hoạch',
      },
    },
    problems: ['no-opinion-awaited', 'no-such-consultation', 'answer-limit-not-over'],
    carryOut: recordOpinion,
  }),
  change({
    verb: 'assess-fee',
    name: 'assessFee',
    summary: { vi: 'Xác định phí, lệ phí, miễn giảm', en: 'Put down what is to be paid' },
    action: 'assess-fee',
    body: {
      name: 'FeeToAssess',
      schema: FeeToAssess,
      example: { ...ON_STEP, lines: [{ kind: 'fee', name: 'Lệ phí hộ tịch', dong: 8000 }], exemption: null },
    },
    problems: ['no-fee-line', 'paid-already'],
    carryOut: assessFee,
  }),
  change({
    verb: 'take-payment',
    name: 'takePayment',
    summary: { vi: 'Thu tiền, ghi biên lai', en: 'Take the payment, against a receipt' },
    action: 'take-money',
    body: { name: 'PaymentToTake', schema: PaymentToTake, example: { ...ON_STEP, way: 'cash', dong: 8000 } },
    problems: ['fee-undetermined', 'nothing-owed', 'other-amount', 'reference-needed', 'day-closed'],
    carryOut: takePayment,
  }),
  change({
    verb: 'cancel-payment',
    name: 'cancelPayment',
    summary: { vi: 'Hủy biên lai trong ngày', en: 'Cancel a receipt of the day' },
    action: 'cancel-payment',
    body: {
      name: 'PaymentToCancel',
      schema: PaymentToCancel,
      example: { ...ON_STEP, payment: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a36', reason: 'Ghi nhầm hình thức' },
    },
    problems: [
      'other-till',
      'nothing-paid',
      'no-such-payment',
      'payment-undone',
      'cancel-same-day',
      'day-closed',
    ],
    carryOut: cancelPayment,
  }),
  change({
    verb: 'ask-refund',
    name: 'askRefund',
    summary: { vi: 'Đề nghị hoàn tiền', en: 'Ask that money goes back, for a second person' },
    action: 'take-money',
    body: {
      name: 'RefundToAskAtCounter',
      schema: RefundToAskAtCounter,
      example: {
        ...ON_STEP,
        payment: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a36',
        dong: 8000,
        reason: 'Rút hồ sơ trước khi xử lý',
        ground: 'Luật Phí và lệ phí 2015',
      },
    },
    problems: [
      'nothing-paid',
      'no-such-payment',
      'payment-undone',
      'refund-by-two',
      'refund-under-way',
      'other-amount',
      'day-closed',
    ],
    carryOut: askRefundAtCounter,
  }),
  change({
    verb: 'agree-to-refund',
    name: 'agreeToRefund',
    summary: { vi: 'Đồng ý hoàn tiền', en: 'Agree that money goes back, as the second person' },
    action: 'agree-to-refund',
    body: { name: 'RefundAtCounter', schema: RefundAtCounter, example: { ...ON_STEP } },
    problems: ['no-refund-asked', 'second-person-needed', 'day-closed'],
    carryOut: agreeToRefundAtCounter,
  }),
  change({
    verb: 'drop-refund',
    name: 'dropRefund',
    summary: { vi: 'Không hoàn tiền', en: 'Drop a refund that was asked for' },
    action: 'agree-to-refund',
    body: {
      name: 'RefundToDropAtCounter',
      schema: RefundToDropAtCounter,
      example: { ...ON_STEP, comment: 'Không có căn cứ' },
    },
    problems: ['no-refund-asked'],
    carryOut: dropRefundAtCounter,
  }),
  change({
    verb: 'correct-contact',
    name: 'correctContact',
    summary: { vi: 'Sửa thông tin liên hệ, chính tả', en: 'Correct contact data and spelling' },
    action: 'receive-dossier',
    body: {
      name: 'ContactToCorrect',
      schema: ContactToCorrect,
      example: {
        ...ON_STEP,
        party: 'applicant',
        name: 'Nguyễn Thị Hoà',
        phone: '0912345678',
        address: null,
        why: 'Người nộp đổi số',
      },
    },
    problems: ['identity-needs-two', 'mailbox-needed', 'nothing-to-correct'],
    carryOut: correctContact,
  }),
  change({
    verb: 'change-return-wish',
    name: 'changeReturnWish',
    summary: { vi: 'Đổi cách nhận kết quả', en: 'Return the result by another way' },
    action: 'receive-dossier',
    body: {
      name: 'ReturnWishToChange',
      schema: ReturnWishToChange,
      example: { ...ON_STEP, way: 'post', address: 'Khu 3, phường Mạo Khê' },
    },
    problems: ['way-not-open', 'return-under-way', 'return-address-needed', 'nothing-to-correct'],
    carryOut: changeReturnWish,
  }),
  change({
    verb: 'propose-correction',
    name: 'proposeCorrection',
    summary: { vi: 'Đề nghị đính chính', en: 'Propose a correction, for a second person' },
    action: 'receive-dossier',
    body: {
      name: 'CorrectionToPropose',
      schema: CorrectionToPropose,
      example: {
        ...ON_STEP,
        what: 'identity',
        party: 'owner',
        name: 'Nguyễn Thị Hoà',
        idNumber: '022188001',
        ground: 'Căn cước công dân',
      },
    },
    problems: ['correction-under-way', 'nothing-to-correct', 'no-due-moment'],
    carryOut: proposeCorrection,
  }),
  change({
    verb: 'confirm-correction',
    name: 'confirmCorrection',
    summary: { vi: 'Đồng ý đính chính', en: 'Confirm the correction' },
    action: 'confirm-correction',
    body: { name: 'CorrectionToConfirm', schema: CorrectionToConfirm, example: { ...ON_STEP } },
    problems: ['no-correction', 'second-person-needed'],
    carryOut: confirmCorrection,
  }),
  change({
    verb: 'drop-correction',
    name: 'dropCorrection',
    summary: { vi: 'Không đồng ý đính chính', en: 'Drop the correction' },
    action: 'confirm-correction',
    body: {
      name: 'CorrectionToDrop',
      schema: CorrectionToDrop,
      example: { ...ON_STEP, comment: 'Không có căn cứ' },
    },
    problems: ['no-correction'],
    carryOut: dropCorrection,
  }),
  change({
    verb: 'find-paper',
    name: 'findPaper',
    summary: { vi: 'Ghi giấy tờ thiếu đã có', en: 'Record that a missing paper is there' },
    action: 'handle-papers',
    body: {
      name: 'PaperToFind',
      schema: PaperToFind,
      example: { ...ON_STEP, paper: '0', how: 'found', note: 'Kẹp nhầm hồ sơ bên cạnh' },
    },
    problems: ['no-paper-missing'],
    carryOut: findPaper,
  }),
  change({
    verb: 'notify-obligation',
    name: 'notifyObligation',
    summary: {
      vi: 'Ghi thông báo nghĩa vụ tài chính',
      en: 'Write down a notice of what the citizen owes the state',
    },
    action: 'act-for-lists',
    body: {
      name: 'ObligationToNotify',
      schema: ObligationToNotify,
      example: {
        ...ON_STEP,
        body: 'Chi cục Thuế thị xã Đông Triều',
        number: 'LTB 120/TB-CCT',
        issuedOn: '2019-03-05',
        what: 'Lệ phí trước bạ nhà, đất',
        dong: 5_000_000,
        payBy: '2019-04-04',
      },
    },
    problems: ['no-payment-step', 'days-in-wrong-order', 'pay-day-before-notice', 'notice-twice'],
    carryOut: notifyObligation,
  }),
  change({
    verb: 'withdraw-obligation',
    name: 'withdrawObligation',
    summary: { vi: 'Rút thông báo nghĩa vụ tài chính', en: 'Withdraw a notice' },
    action: 'act-for-lists',
    body: {
      name: 'ObligationToWithdraw',
      schema: ObligationToWithdraw,
      example: {
        ...ON_STEP,
        obligation: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a36',
        reason: 'Cơ quan thuế tính lại',
      },
    },
    problems: ['no-obligation-open', 'no-such-obligation'],
    carryOut: withdrawObligation,
  }),
  change({
    verb: 'meet-obligation',
    name: 'meetObligation',
    summary: {
      vi: 'Ghi chứng từ đã nộp nghĩa vụ tài chính',
      en: 'Record the proof of payment; with the last one the clock goes on',
    },
    action: 'act-for-lists',
    body: {
      name: 'ObligationToMeet',
      schema: ObligationToMeet,
      example: {
        ...ON_STEP,
        obligation: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a36',
        paidOn: '2019-03-11',
        dong: 5_000_000,
        proof: 'GNT 0045',
        channel: 'counter',
      },
    },
    problems: [
      'no-obligation-open',
      'no-such-obligation',
      'days-in-wrong-order',
      'pay-day-before-notice',
      'paid-too-little',
    ],
    carryOut: meetObligation,
  }),
  change({
    verb: 'complete-part',
    name: 'completePart',
    summary: { vi: 'Xong phần việc liên thông', en: 'Complete a part of a linked procedure' },
    action: 'act-for-lists',
    body: {
      name: 'PartToComplete',
      schema: PartToComplete,
      example: {
        ...ON_STEP,
        part: 'registration-fee',
        documentNumber: 'LTB 120/TB-CCT',
        result: 'Lệ phí trước bạ 5.000.000 đồng',
      },
    },
    problems: ['no-part-open', 'no-such-part', 'part-not-open'],
    carryOut: completePart,
  }),
  change({
    verb: 'send-part-back',
    name: 'sendPartBack',
    summary: { vi: 'Trả lại phần việc liên thông', en: 'Send a part back to whoever leads' },
    action: 'act-for-lists',
    body: {
      name: 'PartToSendBack',
      schema: PartToSendBack,
      example: { ...ON_STEP, part: 'registration-fee', reason: 'Phiếu chuyển thiếu diện tích' },
    },
    problems: ['no-part-open', 'no-such-part', 'part-not-open'],
    carryOut: sendPartBack,
  }),
  change({
    verb: 'ask-part-again',
    name: 'askPartAgain',
    summary: { vi: 'Yêu cầu lại phần việc liên thông', en: 'Ask for a part again' },
    action: 'act-on-step',
    body: {
      name: 'PartToAskAgain',
      schema: PartToAskAgain,
      example: { ...ON_STEP, part: 'registration-fee', comment: 'Đã ghi đủ diện tích' },
    },
    problems: ['no-part-to-ask', 'no-such-part', 'part-not-open'],
    carryOut: askPartAgain,
  }),
  change({
    verb: 'give-up-part',
    name: 'giveUpPart',
    summary: { vi: 'Bỏ qua phần việc liên thông, có căn cứ', en: 'Go on without a part, by a rule' },
    action: 'act-on-step',
    body: {
      name: 'PartToGiveUp',
      schema: PartToGiveUp,
      example: {
        ...ON_STEP,
        part: 'income-tax',
        reason: 'Tặng cho giữa cha mẹ và con',
        ground: 'Luật Thuế thu nhập cá nhân, Điều 4',
      },
    },
    problems: ['no-part-open', 'no-such-part', 'part-not-open'],
    carryOut: giveUpPart,
  }),
]

interface Change<Body extends z.ZodType> {
  /** Work on the step itself unless said. */
  readonly action?: Action['kind']
  readonly verb: string
  readonly name: string
  readonly summary: { readonly vi: string; readonly en: string }
  readonly body: { readonly name: string; readonly schema: Body; readonly example: z.input<Body> }
  readonly problems: readonly RefusalCode[]
  carryOut(desk: Desk, code: string, given: z.output<Body>): Promise<Outcome<HasChanged>>
}

/** A verb on a dossier: `POST /dossiers/{code}/…`, with the version and the step it is meant for. */
function change<Body extends z.ZodType>(given: Change<Body>) {
  const { verb, name, summary, action = 'act-on-step', body, problems, carryOut } = given
  return route({
    method: 'post',
    path: `/dossiers/{code}/${verb}`,
    name,
    group: 'dossiers',
    summary,
    who: 'staff',
    action,
    params: OfDossier,
    query: NONE,
    body,
    answer: { status: 200, name: 'Changed', schema: Changed, description: 'How the dossier stands now' },
    problems: [...ON_ANY_STEP, ...problems],
    async handle({ desk, params, body }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : carryOut(desk, code, body)
    },
  })
}
