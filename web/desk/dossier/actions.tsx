import type { RefusalCode } from '#domain/outcome.ts'
import type { UnitTaker } from '#work/dividing/takers-of.ts'
import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import { refusalText } from '../form.ts'
import type { Answered } from './answered.ts'
import { CompetentForm, ApproveForm, CompleteForm, ReadyForm } from './main-forms.tsx'
import { NumberForm, SealForm, VoidNumberForm } from './number-forms.tsx'
import { RequestSupplementForm, TakeSupplementForm } from './supplement-forms.tsx'
import { AssignForm, ClaimForm, ReleaseForm, SendBackForm } from './other-forms.tsx'
import {
  AskOpinionForm,
  ConsentForm,
  DraftApologyForm,
  DropApologyForm,
  PromptForm,
  ProposeRefusalForm,
  RecordOpinionForm,
  SendApologyForm,
  SignApologyForm,
  StopForm,
} from './branch-forms.tsx'
import {
  ConfirmCorrectionForm,
  CorrectContactForm,
  ReturnWishForm,
  DropCorrectionForm,
  ProposeCorrectionForm,
} from './correction-forms.tsx'
import { AskPartAgainForm, CompletePartForm, GiveUpPartForm, SendPartBackForm } from './part-forms.tsx'
import { MeetObligationForm, NotifyObligationForm, WithdrawObligationForm } from './obligation-forms.tsx'
import {
  AgreeToRefundForm,
  AskRefundForm,
  AssessFeeForm,
  CancelPaymentForm,
  DropRefundForm,
  TakePaymentForm,
} from './money-forms.tsx'
import { FindPaperForm } from './find-paper-form.tsx'
import { Person } from './person.tsx'
import { Said } from './said.tsx'
import { PAGE_COMMANDS, type PageCommand } from './verbs.ts'

interface ActionsProps {
  readonly words: Words
  readonly seen: SeenDossier
  readonly takers: readonly UnitTaker[]
  readonly answered: Answered | undefined
}

/** The commands for the step itself; whatever else can be done stands folded behind them. */
const MAIN: readonly PageCommand[] = [
  'CompleteStep',
  'ReceiveAsCompetent',
  'ApproveResult',
  'SealResult',
  'MarkReady',
  'TakeSupplement',
  'TakePayment',
  'CompletePart',
  'MeetObligation',
]

/** A button and nothing else. */
const BARE: readonly PageCommand[] = ['ClaimDossier', 'ReleaseDossier']

/** What may be done now, as forms ready to be sent, and what may not be done, and why. */
export function Actions(props: ActionsProps) {
  const { words, seen, answered } = props
  const said = words.desk.dossier
  const allowed = PAGE_COMMANDS.filter((command) => isAllowed(seen, command))
  const main = allowed.filter((command) => MAIN.includes(command))
  const folded = allowed.filter((command) => !MAIN.includes(command) && !BARE.includes(command))
  const mayHandBack = seen.may.some((one) => one.command === 'HandBack' && one.isAllowed)
  return (
    <section aria-labelledby="dossier-now" class="dossier-now">
      <h2 id="dossier-now">{said.now}</h2>
      {allowed.length === 0 && !mayHandBack && <p>{said.nothingNow}</p>}
      {allowed.length > 0 && <CameWith words={words} seen={seen} />}
      {mayHandBack && (
        <p>
          <a
            class="ds-button"
            data-variant="primary"
            data-keys="Alt+Enter"
            aria-keyshortcuts="Alt+Enter"
            href={`/ban/tra/${seen.code}`}
          >
            {said.handBackLink}
            <kbd aria-hidden="true" class="keys">
              Alt+Enter
            </kbd>
          </a>
        </p>
      )}
      {[...main, ...allowed.filter((command) => BARE.includes(command))].map((command) => (
        <FormOf key={command} {...props} command={command} />
      ))}
      {folded.map((command) => (
        <details
          key={command}
          class="ds-details"
          open={answered?.form === command || isOnlyOne(command, main, folded)}
        >
          <summary>{summaryOf(said, command)}</summary>
          <FormOf {...props} command={command} />
        </details>
      ))}
      <WhyNot words={words} seen={seen} />
    </section>
  )
}

/** What is all there is to do lies open; what ends a dossier never does by itself. */
function isOnlyOne(
  command: PageCommand,
  main: readonly PageCommand[],
  folded: readonly PageCommand[],
): boolean {
  return main.length === 0 && folded.length === 1 && command !== 'StopDossier'
}

function summaryOf(said: Words['desk']['dossier'], command: PageCommand): string {
  if (command === 'RequestSupplement') return said.supplement
  if (command === 'SendBack') return said.sendBack
  return command === 'AssignDossier' ? said.assign : said.send[command]
}

/** What was said with it when it came to this step: what to change, what to heed. */
function CameWith({ words, seen }: { words: Words; seen: SeenDossier }) {
  const last = seen.history.findLast(({ to }) => to !== null)
  if (!last || last.note === null || last.type === 'ResultSealed') return null
  const said = words.desk.dossier
  return (
    <Notice
      kind={last.type === 'StepSentBack' ? 'warning' : 'info'}
      title={last.type === 'StepSentBack' ? said.toChange : said.cameWith}
    >
      <Said text={last.note} />
      <p class="dossier-by">
        <Person words={words} by={last.by} />
      </p>
    </Notice>
  )
}

/** Whether a command is offered: the very answer that decides it. */
export function isAllowed(seen: SeenDossier, command: PageCommand): boolean {
  return seen.may.some((one) => one.command === command && one.isAllowed)
}

function FormOf({ takers, ...props }: ActionsProps & { readonly command: PageCommand }) {
  switch (props.command) {
    case 'CompleteStep':
      return <CompleteForm {...props} />
    case 'ReceiveAsCompetent':
      return <CompetentForm {...props} />
    case 'ApproveResult':
      return <ApproveForm {...props} />
    case 'NumberResult':
      return <NumberForm {...props} />
    case 'VoidNumber':
      return <VoidNumberForm {...props} />
    case 'SealResult':
      return <SealForm {...props} />
    case 'MarkReady':
      return <ReadyForm {...props} />
    case 'SendBack':
      return <SendBackForm {...props} />
    case 'RequestSupplement':
      return <RequestSupplementForm {...props} />
    case 'TakeSupplement':
      return <TakeSupplementForm {...props} />
    case 'ClaimDossier':
      return <ClaimForm {...props} />
    case 'ReleaseDossier':
      return <ReleaseForm {...props} />
    case 'AssignDossier':
      return <AssignForm {...props} takers={takers} />
    case 'ProposeRefusal':
      return <ProposeRefusalForm {...props} />
    case 'StopDossier':
      return <StopForm {...props} />
    case 'DraftApology':
      return <DraftApologyForm {...props} />
    case 'ConsentToApology':
      return <ConsentForm {...props} />
    case 'SignApology':
      return <SignApologyForm {...props} />
    case 'SendApology':
      return <SendApologyForm {...props} />
    case 'DropApology':
      return <DropApologyForm {...props} />
    case 'AskOpinion':
      return <AskOpinionForm {...props} />
    case 'RecordOpinion':
      return <RecordOpinionForm {...props} />
    case 'PromptApplicant':
      return <PromptForm {...props} />
    case 'AssessFee':
      return <AssessFeeForm {...props} />
    case 'TakePayment':
      return <TakePaymentForm {...props} />
    case 'CancelPayment':
      return <CancelPaymentForm {...props} />
    case 'AskRefund':
      return <AskRefundForm {...props} />
    case 'AgreeToRefund':
      return <AgreeToRefundForm {...props} />
    case 'DropRefund':
      return <DropRefundForm {...props} />
    case 'ChangeReturnWish':
      return <ReturnWishForm {...props} />
    case 'CorrectContact':
      return <CorrectContactForm {...props} />
    case 'ProposeCorrection':
      return <ProposeCorrectionForm {...props} />
    case 'ConfirmCorrection':
      return <ConfirmCorrectionForm {...props} />
    case 'DropCorrection':
      return <DropCorrectionForm {...props} />
    case 'FindPaper':
      return <FindPaperForm {...props} />
    case 'NotifyObligation':
      return <NotifyObligationForm {...props} />
    case 'WithdrawObligation':
      return <WithdrawObligationForm {...props} />
    case 'MeetObligation':
      return <MeetObligationForm {...props} />
    case 'CompletePart':
      return <CompletePartForm {...props} />
    case 'SendPartBack':
      return <SendPartBackForm {...props} />
    case 'AskPartAgain':
      return <AskPartAgainForm {...props} />
    case 'GiveUpPart':
      return <GiveUpPartForm {...props} />
  }
}

/** What was never begun needs no reason: nobody looks for its end. */
const NOT_STARTED: readonly RefusalCode[] = [
  'no-apology',
  'not-numbered',
  'numbered-already',
  'numbered-outside',
  'apology-not-so-far',
  'no-opinion-awaited',
  'no-correction',
  'no-paper-missing',
  'nothing-owed',
  'nothing-paid',
  'no-refund-asked',
  'nobody-waited-for',
  'no-payment-step',
  'no-obligation-open',
  'no-part-open',
  'no-part-to-ask',
]

function WhyNot({ words, seen }: { words: Words; seen: SeenDossier }) {
  const said = words.desk.dossier
  const refused = seen.may.filter(({ refusal }) => refusal && !NOT_STARTED.includes(refusal.refused))
  if (refused.length === 0) return null
  return (
    <details class="ds-details dossier-why">
      <summary>{said.why}</summary>
      <dl>
        {refused.map(({ command, refusal }) => (
          <div key={command}>
            <dt>{said.send[command]}</dt>
            <dd>{refusal && refusalText(words, refusal)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
