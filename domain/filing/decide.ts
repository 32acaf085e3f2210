import { type Day, dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { WorkingCalendar } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { mayFileAlone } from '#domain/procedure/age-rule.ts'
import { firstDayOf } from '#domain/outreach/home-rules.ts'
import type { Place } from '#domain/procedure/address.ts'
import { type Answer, type Answers, isGroup } from '#domain/procedure/answer.ts'
import { readAnswers } from '#domain/procedure/answers.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import { type Form, fieldAt, walked } from '#domain/procedure/form.ts'
import { type Case, caseOf, isOffered, type Procedure } from '#domain/procedure/procedure.ts'
import { type AcceptanceRule, acceptBy, isInTime } from './acceptance.ts'
import type {
  AcceptFiling,
  AnswerFiling,
  AskFiling,
  FilingCommand,
  RefuseFiling,
  SubmitFiling,
  WithdrawFiling,
} from './commands.ts'
import { AUTHORITY, type FiledContent, type FilingEvent } from './events.ts'
import { type Filing, isWaiting } from './filing.ts'
import { checkedPapers, papersAsked } from './papers-filed.ts'

/** What a decision on a filing needs and the filing does not hold, as of the day of the command. */
export interface FilingLaw {
  readonly procedure: Procedure
  readonly form: Form
  readonly places: readonly Place[]
  readonly dataSources: readonly DataSource[]
  readonly counting: WorkingCalendar
  readonly acceptance: AcceptanceRule
  readonly ruleSet: string
  /** SHA-256 of a content, hexadecimal. */
  readonly seal: (content: unknown) => string
}

/** Whether a kind of command is possible on a filing as it stands; a page asks the same for its buttons. */
export function mayFollow(
  filing: Pick<Filing, 'stage'>,
  command: Exclude<FilingCommand['type'], 'SubmitFiling'>,
): Outcome<true> {
  const { stage } = filing
  const no = refuse('filing-at-another-stage', { stage })
  switch (command) {
    case 'AcceptFiling':
    case 'AskFiling':
      return isWaiting(filing) || no
    case 'RefuseFiling':
    case 'WithdrawFiling':
      return isWaiting(filing) || stage === 'asked' || no
    case 'AnswerFiling':
      return stage === 'asked' || no
  }
}

/** What is filed is whole, possible and the person's to file; from now on the centre has its hours to answer. */
export function submitFiling(command: SubmitFiling, law: FilingLaw): Outcome<FilingEvent> {
  const { procedure, form } = law
  if (!isOffered(procedure, 'online'))
    return refuse('channel-not-offered', { channel: 'online', procedure: procedure.key })
  const chosen = caseOf(procedure, command.case)
  if (isRefusal(chosen)) return chosen
  const on = dayOf(fromMoment(command.at)).toString()
  const { needsAuthority } = command
  const content = contentOf(command, { law, chosen, needsAuthority })
  const bornOn = command.bornOn ?? (isRefusal(content) ? null : bornSaid(command, form, content.answers))
  const isOldEnough = bornOn === null || mayFileAlone(procedure, bornOn, on)
  if (isRefusal(isOldEnough)) return isOldEnough
  if (isRefusal(content)) return content
  const { way, address } = command.returnWish
  if ((way === 'post' || way === 'home') && !address) return refuse('return-address-needed', { way })
  const deadline = acceptBy(law.counting, law.acceptance, command.at)
  if (isRefusal(deadline)) return deadline
  const { at, by, code, lookupKey, applicant, owner, contact } = command
  const { copiesWanted, returnWish, placeOfSupport } = command
  return {
    type: 'FilingSubmitted',
    at,
    by,
    code,
    lookupKey,
    ruleSet: law.ruleSet,
    procedure: procedure.key,
    procedureVersion: procedure.version,
    case: chosen.key,
    unit: procedure.unit,
    field: procedure.field,
    form: { key: form.key, version: form.version, sha256: law.seal(form) },
    ...content,
    applicant,
    owner,
    contact,
    copiesWanted: copiesIn(content.answers) ?? copiesWanted,
    returnWish,
    placeOfSupport,
    acceptBy: deadline.at,
    isAcceptByProvisional: deadline.isProvisional,
  }
}

/**
 * When whoever files for himself was born, as the form has it: of who has no account, or is helped at the centre. Of a
 * year alone its first day, in his favour.
 */
function bornSaid(
  { applicant, owner, needsAuthority }: Pick<SubmitFiling, 'applicant' | 'owner' | 'needsAuthority'>,
  { fields }: Pick<Form, 'fields'>,
  answers: Answers,
): Day | null {
  if (needsAuthority || owner !== applicant) return null
  const asked = [...walked(fields)].find(({ field }) => field.from === 'born')
  const said = asked?.path.reduce<Answer | undefined>(
    (at, name) => (isGroup(at) ? at[name] : undefined),
    answers,
  )
  return typeof said === 'string' ? firstDayOf(said) : null
}

/** A form that asks how many copies are wanted says it once for all. */
function copiesIn({ copies }: Answers): number | null {
  return typeof copies === 'number' ? copies : null
}

interface ContentAsked {
  readonly law: FilingLaw
  readonly chosen: Case
  readonly needsAuthority: boolean
}

function contentOf(
  { typed, papers, at }: Pick<SubmitFiling, 'typed' | 'papers' | 'at'>,
  { law, chosen, needsAuthority }: ContentAsked,
): Outcome<FiledContent> {
  const { form, places, procedure, dataSources } = law
  const on = dayOf(fromMoment(at)).toString()
  const { answers, faults } = readAnswers(form.fields, { typed, today: on, places })
  if (faults.length > 0)
    return refuse('answers-incomplete', { fields: [...new Set(faults.map(({ field }) => field.label))] })
  const complete = checkedPapers(papersAsked({ chosen, procedure, dataSources, on }), papers, needsAuthority)
  if (isRefusal(complete)) return complete
  return { answers, papers, sha256: law.seal([form.key, form.version, answers, papers]) }
}

/** What was asked for has come, and the centre has its hours again. */
export function answerFiling(filing: Filing, command: AnswerFiling, law: FilingLaw): Outcome<FilingEvent> {
  const possible = mayFollow(filing, 'AnswerFiling')
  if (isRefusal(possible)) return possible
  const chosen = caseOf(law.procedure, filing.case)
  if (isRefusal(chosen)) return chosen
  const needsAuthority = filing.content.papers.some(({ component }) => component === AUTHORITY)
  const content = contentOf(command, { law, chosen, needsAuthority })
  if (isRefusal(content)) return content
  const deadline = acceptBy(law.counting, law.acceptance, command.at)
  if (isRefusal(deadline)) return deadline
  return {
    type: 'FilingAnswered',
    at: command.at,
    by: command.by,
    ...content,
    acceptBy: deadline.at,
    isAcceptByProvisional: deadline.isProvisional,
  }
}

export function withdrawFiling(filing: Filing, { at, by }: WithdrawFiling): Outcome<FilingEvent> {
  const possible = mayFollow(filing, 'WithdrawFiling')
  return isRefusal(possible) ? possible : { type: 'FilingWithdrawn', at, by }
}

/** While the citizen is waited for, no time of the centre runs. */
const inTime = ({ acceptBy: deadline }: Filing, at: string) => deadline === null || isInTime(at, deadline)

export function acceptFiling(filing: Filing, { at, by, placeOfReceipt }: AcceptFiling): Outcome<FilingEvent> {
  const possible = mayFollow(filing, 'AcceptFiling')
  if (isRefusal(possible)) return possible
  return { type: 'FilingAccepted', at, by, isInTime: inTime(filing, at), placeOfReceipt }
}

/** Everything is said at once and once (Decree 61/2018/NĐ-CP art. 17); to ask again needs a reason. */
export function askFiling(
  filing: Filing,
  { at, by, items, whyAgain }: AskFiling,
  form: Pick<Form, 'fields'>,
): Outcome<FilingEvent> {
  const possible = mayFollow(filing, 'AskFiling')
  if (isRefusal(possible)) return possible
  if (items.length === 0) return refuse('nothing-to-supplement')
  if (filing.timesAsked > 0 && whyAgain === null)
    return refuse('asked-once-already', { asked: filing.timesAsked })
  const unknown = items.find(({ field }) => field !== null && !fieldAt(form.fields, field.split('.')))
  if (unknown) return refuse('no-such-field', { field: unknown.field })
  return { type: 'FilingAsked', at, by, isInTime: inTime(filing, at), items, whyAgain }
}

export function refuseFiling(
  filing: Filing,
  { at, by, reason, ground, instead }: RefuseFiling,
): Outcome<FilingEvent> {
  const possible = mayFollow(filing, 'RefuseFiling')
  if (isRefusal(possible)) return possible
  return { type: 'FilingRefused', at, by, isInTime: inTime(filing, at), reason, ground, instead }
}
