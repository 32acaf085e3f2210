import type { Outcome } from '#domain/outcome.ts'
import { consentToApology, draftApology, dropApology, sendApology, signApology } from './apology.ts'
import type { ChangeCommand, ReceiveDossier, SheetCommand, TakeOverDossier } from './commands.ts'
import { askOpinion, recordOpinion } from './consultation.ts'
import { confirmCorrection, correctContact, dropCorrection, proposeCorrection } from './correction.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { receiveAsCompetent } from './elsewhere.ts'
import { assignDossier, claimDossier, releaseDossier } from './holding.ts'
import { approveResult, completeStep, sendBack } from './handling.ts'
import { numberResult, sealResult, voidNumber } from './numbering.ts'
import { receiveDossier } from './intake.ts'
import type { Law } from './law.ts'
import { acceptPapers, findPaper, handOverPapers, refusePapers, takeBackPapers } from './handing-over.ts'
import {
  agreeToRefund,
  askRefund,
  assessFee,
  cancelPayment,
  chargePostage,
  dropRefund,
  refundPayment,
  takePayment,
} from './money.ts'
import { meetObligation, notifyObligation, withdrawObligation } from './notices.ts'
import { askPartAgain, completePart, giveUpPart, sendPartBack } from './linked.ts'
import { promptApplicant } from './prompting.ts'
import { proposeRefusal } from './refusal.ts'
import { stopDossier } from './stopping.ts'
import { requestSupplement, takeSupplement } from './supplement.ts'
import { changeReturnWish } from './return-wish.ts'
import { takeOverDossier, type TakenOver } from './taking-over.ts'
import { handBack, markReady } from './settling.ts'

/** The heart: what a command comes to under a law. It reads no clock and writes nothing. */
export function under(law: Law) {
  return {
    receive: (command: ReceiveDossier): Outcome<DossierEvent[]> => receiveDossier(command, law),
    takeOver: (command: TakeOverDossier): TakenOver => takeOverDossier(command, law),
    decide: (dossier: Dossier, command: ChangeCommand): Outcome<DossierEvent[]> => {
      switch (command.type) {
        case 'CompleteStep':
          return completeStep(dossier, command, law)
        case 'ReceiveAsCompetent':
          return receiveAsCompetent(dossier, command, law)
        case 'SendBack':
          return sendBack(dossier, command, law)
        case 'RequestSupplement':
          return requestSupplement(dossier, command, law)
        case 'TakeSupplement':
          return takeSupplement(dossier, command, law)
        case 'ApproveResult':
          return approveResult(dossier, command, law)
        case 'NumberResult':
          return numberResult(dossier, command, law)
        case 'VoidNumber':
          return voidNumber(dossier, command, law)
        case 'SealResult':
          return sealResult(dossier, command, law)
        case 'MarkReady':
          return markReady(dossier, command, law)
        case 'HandBack':
          return handBack(dossier, command, law)
        case 'AssignDossier':
          return assignDossier(dossier, command, law)
        case 'ClaimDossier':
          return claimDossier(dossier, command, law)
        case 'ReleaseDossier':
          return releaseDossier(dossier, command, law)
        case 'ProposeRefusal':
          return proposeRefusal(dossier, command, law)
        case 'StopDossier':
          return stopDossier(dossier, command, law)
        case 'DraftApology':
          return draftApology(dossier, command, law)
        case 'ConsentToApology':
          return consentToApology(dossier, command, law)
        case 'SignApology':
          return signApology(dossier, command, law)
        case 'SendApology':
          return sendApology(dossier, command, law)
        case 'DropApology':
          return dropApology(dossier, command, law)
        case 'AskOpinion':
          return askOpinion(dossier, command, law)
        case 'RecordOpinion':
          return recordOpinion(dossier, command, law)
        case 'PromptApplicant':
          return promptApplicant(dossier, command, law)
        case 'ChargePostage':
          return chargePostage(dossier, command, law)
        case 'AssessFee':
          return assessFee(dossier, command, law)
        case 'TakePayment':
          return takePayment(dossier, command, law)
        case 'CancelPayment':
          return cancelPayment(dossier, command, law)
        case 'AskRefund':
          return askRefund(dossier, command, law)
        case 'AgreeToRefund':
          return agreeToRefund(dossier, command, law)
        case 'DropRefund':
          return dropRefund(dossier, command, law)
        case 'RefundPayment':
          return refundPayment(dossier, command, law)
        case 'CorrectContact':
          return correctContact(dossier, command, law)
        case 'ChangeReturnWish':
          return changeReturnWish(dossier, command, law)
        case 'ProposeCorrection':
          return proposeCorrection(dossier, command, law)
        case 'ConfirmCorrection':
          return confirmCorrection(dossier, command, law)
        case 'DropCorrection':
          return dropCorrection(dossier, command, law)
        case 'FindPaper':
          return findPaper(dossier, command, law)
        case 'NotifyObligation':
          return notifyObligation(dossier, command, law)
        case 'WithdrawObligation':
          return withdrawObligation(dossier, command, law)
        case 'MeetObligation':
          return meetObligation(dossier, command, law)
        case 'CompletePart':
          return completePart(dossier, command, law)
        case 'SendPartBack':
          return sendPartBack(dossier, command, law)
        case 'AskPartAgain':
          return askPartAgain(dossier, command, law)
        case 'GiveUpPart':
          return giveUpPart(dossier, command, law)
      }
    },
    carry: (dossier: Dossier, command: SheetCommand): Outcome<DossierEvent[]> => {
      switch (command.type) {
        case 'HandOverPapers':
          return handOverPapers(dossier, command, law)
        case 'AcceptPapers':
          return acceptPapers(dossier, command)
        case 'RefusePapers':
          return refusePapers(dossier, command)
        case 'TakeBackPapers':
          return takeBackPapers(dossier, command)
      }
    },
  }
}
