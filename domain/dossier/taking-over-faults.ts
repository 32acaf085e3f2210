import type { Moment } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type Case, caseOf, forChannel } from '#domain/procedure/procedure.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { TakeOverDossier } from './commands.ts'
import type { Law } from './law.ts'
import { passesRefused } from './steps.ts'

export type TakeOverFaultCode =
  | 'no-such-case'
  | 'no-such-step'
  | 'no-such-paper'
  | 'due-needed'
  | 'due-before-receipt'
  | 'received-in-future'
  | 'moment-outside'
  | 'approval-needed'
  | 'approval-too-early'
  | 'clock-must-stand'
  | 'clock-cannot-stand'
  | 'nothing-asked-for'
  | 'since-or-minutes-needed'
  | 'minutes-without-due'
  | 'minutes-contradict'
  | 'outside-calendar'
  | 'ready-not-at-return'
  | 'ready-before-approval'
  | 'ready-is-held'
  | 'refusal-not-here'
  | 'promise-and-apology'
  | 'promise-before-due'
  | 'fee-needed'
  | 'paid-too-much'
  | 'address-needed'

/** Why a dossier of before cannot be taken over as it is written down. */
export interface TakeOverFault {
  readonly code: TakeOverFaultCode
  /** The column of the register it is about. */
  readonly column: string
  readonly facts: { readonly [name: string]: string | number }
}

const fault = (
  code: TakeOverFaultCode,
  column: string,
  facts: TakeOverFault['facts'] = {},
): TakeOverFault => ({
  code,
  column,
  facts,
})

/** Everything that stands in the way of taking over a dossier. */
export function takeOverFaults(command: TakeOverDossier, law: Law): TakeOverFault[] {
  const chosen = caseOf(law.procedure, command.case)
  const { steps, cases } = law.procedure
  const step = steps.find(({ key, kind }) => key === command.step && kind !== 'receive')
  const { way, address } = command.returnWish
  const inWords = (keys: readonly { readonly key: string }[]) => keys.map(({ key }) => key).join(', ')
  return [
    ...(isRefusal(chosen)
      ? [fault('no-such-case', 'case', { value: command.case, known: inWords(cases) })]
      : [...dueFaults(command, chosen), ...paperFaults(command, chosen)]),
    ...momentFaults(command),
    ...(step
      ? [
          ...approvalFaults(command, step, steps),
          ...stoppedFaults(command, step),
          ...endFaults(command, step),
        ]
      : [fault('no-such-step', 'step', { value: command.step, known: inWords(steps.slice(1)) })]),
    ...apologyFaults(command),
    ...moneyFaults(command),
    ...((way === 'post' || way === 'home') && !address ? [fault('address-needed', 'return_address')] : []),
  ]
}

/** What has no time limit prints none; everything else was promised for a moment, and that moment is on the slip. */
function dueFaults({ due, receivedAt, lawfulDue, channel }: TakeOverDossier, chosen: Case): TakeOverFault[] {
  const isLimited = forChannel(chosen.limit, channel).kind !== 'not-set'
  if (due === null || lawfulDue === null)
    return isLimited || due !== lawfulDue ? [fault('due-needed', 'due')] : []
  return [
    ...(due < receivedAt ? [fault('due-before-receipt', 'due', { due, receivedAt })] : []),
    ...(lawfulDue < receivedAt
      ? [fault('due-before-receipt', 'moved_due', { due: lawfulDue, receivedAt })]
      : []),
  ]
}

/** The papers are those of the case; whether all of them are there was for the counter of before to say. */
function paperFaults({ components }: TakeOverDossier, chosen: Case): TakeOverFault[] {
  const asked = chosen.components.map(({ key }) => key)
  return components
    .filter(({ component }) => !asked.includes(component))
    .map(({ component }) => fault('no-such-paper', 'papers', { value: component, known: asked.join(', ') }))
}

/** Everything has happened between receipt and take-over. */
function momentFaults({ receivedAt, at, ...of }: TakeOverDossier): TakeOverFault[] {
  if (receivedAt > at) return [fault('received-in-future', 'received_at', { receivedAt })]
  const moments: readonly [column: string, moment: Moment | null | undefined][] = [
    ['approved_at', of.approvedAt],
    ['ready_at', of.readyAt],
    ['stopped_since', of.stopped?.since],
    ...of.payments.map((one): [string, Moment] => ['paid_at', one.at]),
  ]
  return moments.flatMap(([column, moment]) =>
    moment && (moment < receivedAt || moment > at) ? [fault('moment-outside', column, { moment })] : [],
  )
}

/** Nothing is approved before its step, and nothing goes on to the seal or the citizen without (Decree 30/2020 art. 32). */
function approvalFaults(
  { approvedAt }: TakeOverDossier,
  step: Step,
  steps: readonly Step[],
): TakeOverFault[] {
  const place = steps.indexOf(step)
  const isApproval = ({ kind }: Step) => kind === 'approve'
  if (approvedAt === null)
    return steps.slice(place).some(isApproval) ? [] : [fault('approval-needed', 'approved_at')]
  return steps.slice(0, place).some(isApproval) ? [] : [fault('approval-too-early', 'approved_at')]
}

/**
 * The citizen is waited for at a step of work, with what was asked for, or at the citizen's own step. Minutes left
 * are below nothing when it was late before the clock was stopped, so that it stays late.
 */
function stoppedFaults({ stopped, lawfulDue, at, readyAt }: TakeOverDossier, step: Step): TakeOverFault[] {
  const isOwnStep = step.kind === 'citizen'
  if (stopped === null) return isOwnStep ? [fault('clock-must-stand', 'stopped_since')] : []
  if ((step.kind !== 'work' && !isOwnStep) || readyAt !== null)
    return [fault('clock-cannot-stand', 'stopped_since', { step: step.name })]
  const { since, minutesLeft, items } = stopped
  if (!isOwnStep && items.length === 0) return [fault('nothing-asked-for', 'asked_for')]
  if (lawfulDue === null) return minutesLeft === null ? [] : [fault('minutes-without-due', 'minutes_left')]
  if (minutesLeft === null) return since === null ? [fault('since-or-minutes-needed', 'stopped_since')] : []
  const minute = (moment: Moment) => moment.slice(0, 16)
  // Without the moment it was stopped at, it was stopped at some moment before now.
  const couldBeLate = minute(since ?? at) > minute(lawfulDue)
  const isRight = minutesLeft < 0 ? couldBeLate : since === null || !couldBeLate
  return isRight ? [] : [fault('minutes-contradict', 'minutes_left', { minutesLeft, due: lawfulDue })]
}

/** A result lies ready at the last step; what is refused passes only what a refusal passes. */
function endFaults({ readyAt, refusal, approvedAt, heldBy }: TakeOverDossier, step: Step): TakeOverFault[] {
  return [
    ...(readyAt !== null && step.kind !== 'return' ? [fault('ready-not-at-return', 'step')] : []),
    ...(readyAt !== null && heldBy !== null ? [fault('ready-is-held', 'holder')] : []),
    ...(readyAt !== null && approvedAt !== null && readyAt < approvedAt
      ? [fault('ready-before-approval', 'ready_at')]
      : []),
    ...(refusal && !passesRefused(step.kind)
      ? [fault('refusal-not-here', 'refusal', { step: step.name })]
      : []),
  ]
}

function apologyFaults({ promisedDue, apologiesSent, lawfulDue }: TakeOverDossier): TakeOverFault[] {
  if ((promisedDue !== null) !== apologiesSent > 0) return [fault('promise-and-apology', 'promised')]
  if (promisedDue === null || (lawfulDue !== null && promisedDue > lawfulDue)) return []
  return [fault('promise-before-due', 'promised')]
}

function moneyFaults({ payments, feeDong }: TakeOverDossier): TakeOverFault[] {
  const paid = payments.reduce((sum, { dong }) => sum + dong, 0)
  if (paid === 0) return []
  if (feeDong === null) return [fault('fee-needed', 'fee')]
  return paid > feeDong ? [fault('paid-too-much', 'paid', { dong: paid, owed: feeDong })] : []
}
