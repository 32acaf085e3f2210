import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Step } from '#domain/procedure/process.ts'
import { mostApologies } from './apology-limits.ts'
import { feePaidDong, owedDong, owedNowDong } from './owed.ts'
import { unpaidHoldsUp } from './unpaid-fees.ts'
import type { ChangeCommand } from './commands.ts'
import { type Dossier, opinionsAwaited } from './dossier.ts'
import { openObligations } from './obligations.ts'
import { partsAwaited, partsOpen, partsToAsk } from './parts.ts'
import { waitsFor } from './waits-for.ts'

/** The step a dossier lies at. A dossier keeps the procedure version it was received under, so it is always found. */
export function currentStep(dossier: Dossier, steps: readonly Step[]): Step {
  const found = steps.find((step) => step.key === dossier.step)
  if (!found) throw new Error(`${dossier.code} lies at a step its process does not have: ${dossier.step}`)
  return found
}

/** The steps a dossier may be sent back to: earlier work of the house, nearest first. */
export function stepsBack(dossier: Dossier, steps: readonly Step[]): Step[] {
  const at = steps.indexOf(currentStep(dossier, steps))
  return steps
    .slice(0, at)
    .filter((step) => step.kind === 'work' || step.kind === 'approve' || step.kind === 'seal')
    .reverse()
}

/**
 * Whether a kind of command is possible on a dossier as it stands. What decides a command also decides whether its
 * button is offered, so that the two never disagree.
 */
export function isPossible(
  dossier: Dossier,
  steps: readonly Step[],
  command: ChangeCommand['type'],
): Outcome<true> {
  const step = currentStep(dossier, steps)
  const wrongStage = refuse('not-at-this-stage', { stage: dossier.stage, command })
  const wrongStep = refuse('not-this-step', { step: step.key, stepName: step.name, command })
  switch (command) {
    case 'CompleteStep':
      if (
        dossier.stage !== 'in-process' &&
        !(dossier.stage === 'awaiting-citizen' && step.kind === 'citizen')
      )
        return wrongStage
      if (step.kind === 'collect-fee' && isDue(dossier)) return unpaid(dossier)
      if (step.kind === 'work' && isDue(dossier) && unpaidHoldsUp(dossier.ruleSet)) return unpaid(dossier)
      if (partsAwaited(dossier).length > 0) return partOpen(dossier)
      if (step.kind === 'citizen' && openObligations(dossier).length > 0) return unmet(dossier)
      return step.kind === 'approve' ||
        step.kind === 'seal' ||
        step.kind === 'return' ||
        step.kind === 'competent-receipt'
        ? refuse('step-needs-own-command', { step: step.key, stepName: step.name })
        : true
    case 'ReceiveAsCompetent':
      if (dossier.stage !== 'in-process') return wrongStage
      return step.kind === 'competent-receipt' || wrongStep
    case 'SendBack':
      if (dossier.stage !== 'in-process') return wrongStage
      if (partsAwaited(dossier).length > 0) return partOpen(dossier)
      return stepsBack(dossier, steps).length > 0 || refuse('nothing-to-send-back-to', { step: step.key })
    case 'RequestSupplement':
      if (dossier.stage !== 'in-process') return wrongStage
      return step.kind === 'work' || wrongStep
    case 'TakeSupplement':
      // A step at which the citizen pays is ended by completing it.
      return (dossier.stage === 'awaiting-citizen' && step.kind !== 'citizen') || wrongStage
    case 'ApproveResult':
      if (dossier.stage !== 'in-process') return wrongStage
      if (step.kind !== 'approve') return wrongStep
      return opinionsAwaited(dossier).length === 0 || awaited(dossier)
    case 'NumberResult':
    case 'VoidNumber':
    case 'SealResult':
      if (dossier.stage !== 'in-process') return wrongStage
      // The seal keeper stamps only what the competent person has signed (Decree 30/2020/NĐ-CP, art. 32).
      if (dossier.approvedAt === null) return refuse('not-approved', { step: step.key })
      if (step.kind !== 'seal') return wrongStep
      if (command === 'NumberResult' && dossier.number)
        return refuse('numbered-already', { number: dossier.number.written })
      return command !== 'VoidNumber' || dossier.number !== undefined || refuse('not-numbered')
    case 'MarkReady':
      if (dossier.stage !== 'in-process') return wrongStage
      if (dossier.approvedAt === null) return refuse('not-approved', { step: step.key })
      return step.kind === 'return' || wrongStep
    case 'HandBack':
      if (dossier.stage !== 'ready') return wrongStage
      // A refusal is handed out whatever was to be paid for what was not granted.
      return dossier.result === 'refused' || !isOwed(dossier) || unpaid(dossier)
    case 'AssignDossier':
      return (dossier.stage === 'in-process' && dossier.holder.kind !== 'citizen') || wrongStage
    case 'ClaimDossier':
      if (dossier.stage !== 'in-process' || dossier.holder.kind === 'citizen') return wrongStage
      return dossier.holder.kind === 'list' || refuse('already-held', { staff: dossier.holder.staff })
    case 'ReleaseDossier':
      if (dossier.stage !== 'in-process') return wrongStage
      return dossier.holder.kind === 'person' || refuse('not-held', { step: step.key })
    case 'ProposeRefusal':
      if (dossier.stage !== 'in-process') return wrongStage
      if (step.kind !== 'work' || !isApprovalAhead(steps, step)) return wrongStep
      return partsAwaited(dossier).length === 0 || partOpen(dossier)
    case 'StopDossier':
      if (!isUnderWay(dossier)) return wrongStage
      // Only while nothing has been decided (form of 2025, Mẫu 05).
      return dossier.approvedAt === null || refuse('decided-already')
    case 'DraftApology':
      if (dossier.stage !== 'in-process') return wrongStage
      if (dossier.lawfulDue === null) return refuse('no-due-moment')
      if (dossier.apology) return refuse('apology-under-way')
      return (dossier.apologiesSent ?? 0) < mostApologies(dossier.ruleSet) || refuse('apologised-already')
    case 'ConsentToApology':
      return apologyAt(dossier, 'drafted')
    case 'SignApology':
      return apologyAt(dossier, 'consented')
    case 'SendApology':
      return apologyAt(dossier, 'signed')
    case 'DropApology':
      if (!isUnderWay(dossier)) return wrongStage
      return dossier.apology !== undefined || refuse('no-apology')
    case 'AskOpinion':
      if (dossier.stage !== 'in-process') return wrongStage
      return step.kind === 'work' || wrongStep
    case 'RecordOpinion':
      if (!isUnderWay(dossier)) return wrongStage
      return opinionsAwaited(dossier).length > 0 || refuse('no-opinion-awaited')
    case 'PromptApplicant':
      if (!isUnderWay(dossier)) return wrongStage
      return waitsFor(dossier) !== null || openObligations(dossier).length > 0 || refuse('nobody-waited-for')
    case 'AssessFee':
      if (!isUnderWay(dossier) && dossier.stage !== 'ready') return wrongStage
      return !hasPaidFee(dossier) || refuse('paid-already')
    case 'ChargePostage':
      if (!isUnderWay(dossier) && dossier.stage !== 'ready') return wrongStage
      return true
    case 'TakePayment':
      if (!isUnderWay(dossier) && dossier.stage !== 'ready') return wrongStage
      if (owedDong(dossier) === null) return refuse('fee-undetermined')
      return isOwed(dossier) || refuse('nothing-owed')
    case 'CancelPayment':
      if (dossier.stage === 'returned') return wrongStage
      return hasPaid(dossier) || refuse('nothing-paid')
    case 'AskRefund':
      if (dossier.refund) return refuse('refund-under-way')
      return hasPaid(dossier) || refuse('nothing-paid')
    case 'AgreeToRefund':
    case 'DropRefund':
      return dossier.refund !== undefined || refuse('no-refund-asked')
    case 'RefundPayment':
      return hasPaid(dossier) || refuse('nothing-paid')
    case 'CorrectContact':
      return true
    case 'ChangeReturnWish':
      if (!isUnderWay(dossier) && dossier.stage !== 'ready') return wrongStage
      // What is on its way goes that way.
      if (dossier.stage === 'ready' && dossier.returnWish.way !== 'counter')
        return refuse('return-under-way', { way: dossier.returnWish.way })
      return true
    case 'ProposeCorrection':
      return dossier.correction === undefined || refuse('correction-under-way')
    case 'FindPaper':
      return (dossier.missing ?? []).length > 0 || refuse('no-paper-missing')
    case 'ConfirmCorrection':
    case 'DropCorrection':
      return dossier.correction !== undefined || refuse('no-correction')
    case 'NotifyObligation':
      if (!isUnderWay(dossier)) return wrongStage
      return isPaymentAhead(steps, step) || refuse('no-payment-step')
    case 'WithdrawObligation':
    case 'MeetObligation':
      if (!isUnderWay(dossier)) return wrongStage
      return openObligations(dossier).length > 0 || refuse('no-obligation-open')
    case 'CompletePart':
    case 'SendPartBack':
      if (!isUnderWay(dossier)) return wrongStage
      return partsOpen(dossier).length > 0 || refuse('no-part-open')
    case 'AskPartAgain':
      if (!isUnderWay(dossier)) return wrongStage
      return partsToAsk(dossier).length > 0 || refuse('no-part-to-ask')
    case 'GiveUpPart':
      if (!isUnderWay(dossier)) return wrongStage
      return partsAwaited(dossier).length > 0 || refuse('no-part-open')
  }
}

function isOwed(dossier: Dossier): boolean {
  return (owedDong(dossier) ?? 0) > 0
}

/** Something is to be paid by now. */
function isDue(dossier: Dossier): boolean {
  return (owedNowDong(dossier) ?? 0) > 0
}

function hasPaid({ payments }: Dossier): boolean {
  return payments?.some(({ state }) => state === 'taken') ?? false
}

function hasPaidFee({ payments }: Dossier): boolean {
  return payments?.some((one) => one.state === 'taken' && feePaidDong(one) > 0) ?? false
}

function unpaid(dossier: Dossier): Outcome<true> {
  return refuse('fee-unpaid', { owed: owedDong(dossier) })
}

/** Neither settled nor stopped. */
function isUnderWay({ stage }: Dossier): boolean {
  return stage === 'in-process' || stage === 'awaiting-citizen'
}

function isPaymentAhead(steps: readonly Step[], step: Step): boolean {
  return steps.slice(steps.indexOf(step)).some(({ kind }) => kind === 'citizen')
}

function partOpen(dossier: Dossier): Outcome<true> {
  return refuse('part-open', { parts: partsAwaited(dossier).map(({ name }) => name) })
}

function unmet(dossier: Dossier): Outcome<true> {
  return refuse('obligation-unmet', { numbers: openObligations(dossier).map(({ number }) => number) })
}

function isApprovalAhead(steps: readonly Step[], step: Step): boolean {
  return steps.slice(steps.indexOf(step)).some(({ kind }) => kind === 'approve')
}

function awaited(dossier: Dossier): Outcome<true> {
  return refuse('opinion-awaited', { bodies: opinionsAwaited(dossier).map(({ body }) => body) })
}

function apologyAt(dossier: Dossier, state: 'drafted' | 'consented' | 'signed'): Outcome<true> {
  if (!isUnderWay(dossier)) return refuse('not-at-this-stage', { stage: dossier.stage })
  if (!dossier.apology) return refuse('no-apology')
  return dossier.apology.state === state || refuse('apology-not-so-far', { state: dossier.apology.state })
}
