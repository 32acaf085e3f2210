import { dayOf, fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { isTakenOutRight } from '#domain/outreach/taken-out.ts'
import { checkedComponents } from '#domain/procedure/checklist.ts'
import { checkedData } from '#domain/procedure/data-for-paper.ts'
import { feeDue } from '#domain/procedure/fee.ts'
import {
  type ExemptionRule,
  exemptionsOn,
  type FeeReckoned,
  linesDue,
  reckoned,
} from '#domain/procedure/fee-lines.ts'
import {
  byPost,
  type Case,
  caseOf,
  forChannel,
  isForPages,
  isOffered,
  type Procedure,
} from '#domain/procedure/procedure.ts'
import type { ReceiveDossier } from './commands.ts'
import { dueMoment } from './due.ts'
import { competence } from './elsewhere.ts'
import type { DossierEvent } from './events.ts'
import type { Law } from './law.ts'
import { lacksMailbox } from './notice-wish.ts'
import type { FeeLine } from './owed.ts'
import { isReturnedThere } from './return-wish.ts'
import { enter, stepAfter } from './steps.ts'

/**
 * Receives a complete dossier: the official receipt that starts the clock (Decree 61/2018/NĐ-CP art. 17; since 2026
 * Decree 309/2026/NĐ-CP art. 17.3). The receipt is the first step of the process; the dossier goes on to the next.
 */
export function receiveDossier(command: ReceiveDossier, unplaced: Law): Outcome<DossierEvent[]> {
  const competent = competence(command, unplaced)
  if (isRefusal(competent)) return competent
  const { procedure, elsewhere } = competent
  const law = { ...unplaced, procedure }
  const chosen = caseOf(procedure, command.case)
  if (isRefusal(chosen)) return chosen
  if (!isOffered(procedure, command.channel))
    return refuse('channel-not-offered', { channel: command.channel, procedure: procedure.key })
  const { pages, subject, visit, takenOut, filedBy, filing, sentIn, notices } = command
  if (pages !== undefined && !isForPages(chosen, pages))
    return refuse('case-of-other-pages', { case: chosen.name, pages })
  const components = checkedComponents(chosen.components, command.components)
  if (isRefusal(components)) return components
  const data = checkedData(law.dataSources, components, dayOf(fromMoment(command.at)).toString())
  if (isRefusal(data)) return data
  const { way, address } = command.returnWish
  if ((way === 'post' || way === 'home') && !address) return refuse('return-address-needed', { way })
  if (elsewhere && !isReturnedThere(way)) return refuse('returned-at-the-desk', { way })
  if (way === 'post' && !byPost(procedure, 'return'))
    return refuse('not-returned-by-post', { procedure: procedure.key })
  const receivedAt = submittedBy(command)
  if (isRefusal(receivedAt)) return receivedAt

  const isRight = takenOut ? isTakenOutRight(takenOut, command.channel) : true
  if (isRefusal(isRight)) return isRight
  if (lacksMailbox(notices)) return refuse('mailbox-needed')

  const fee = feeAtReceipt(command, chosen, procedure)
  if (isRefusal(fee)) return fee

  const limit = forChannel(chosen.limit, command.channel)
  // Handed in elsewhere, the slip promises what holds at the latest: its time runs when the agency receives it.
  const due = dueMoment(law.counting, limit, fromMoment(elsewhere?.by ?? receivedAt))
  if (isRefusal(due)) return due

  const next = stepAfter(procedure.steps, procedure.steps[0]?.key ?? '')
  const dueAt = due.due && toMoment(due.due)
  const entered = enter(next, { lawfulDue: dueAt, receivedAt, at: command.at, by: command.by }, law)
  if (isRefusal(entered)) return entered
  return [
    {
      type: 'DossierReceived',
      at: command.at,
      by: command.by,
      code: command.code,
      lookupKey: command.lookupKey,
      ruleSet: law.ruleSet,
      procedure: procedure.key,
      procedureVersion: procedure.version,
      case: chosen.key,
      channel: command.channel,
      unit: procedure.unit,
      field: procedure.field,
      receivedAt,
      placeOfReceipt: command.placeOfReceipt,
      placeOfSupport: command.placeOfSupport,
      ...(elsewhere && { elsewhere }),
      applicant: command.applicant,
      owner: command.owner,
      components,
      copiesWanted: command.copiesWanted,
      ...(pages !== undefined && { pages }),
      ...(subject !== undefined && { subject }),
      ...(visit !== undefined && { visit }),
      ...(takenOut !== undefined && { takenOut }),
      ...(filedBy !== undefined && { filedBy }),
      ...(filing && { filing }),
      ...(sentIn && { sentIn }),
      ...(notices !== undefined && { notices }),
      returnWish: command.returnWish,
      feeDong: feeDue(forChannel(chosen.fee, command.channel), command.copiesWanted, pages ?? null),
      ...(fee && { fee }),
      limit: limit.kind,
      due: dueAt,
      isDueProvisional: due.isProvisional,
      holder: entered.holder,
      step: next.key,
    },
    ...entered.besides,
  ]
}

/**
 * What the post brought counts as submitted when both sides signed for it at the counter, and its time runs from then on,
 * whenever it is entered (Decision 45/2016/QĐ-TTg); everything else from when it is received.
 */
function submittedBy({ at, channel, sentIn }: ReceiveDossier): Outcome<Moment> {
  if (!sentIn) return at
  if (channel !== 'post') return refuse('parcel-of-other-channel', { channel })
  return sentIn.submittedAt <= at
    ? sentIn.submittedAt
    : refuse('before-last-event', { at, last: sentIn.submittedAt })
}

type AskedAtReceipt = Pick<ReceiveDossier, 'channel' | 'copiesWanted' | 'pages' | 'exemption' | 'at'>

/** The lines of the case and channel after the exemption that was chosen; null where the rules name none. */
export function feeAtReceipt(
  { channel, copiesWanted, pages, exemption = null, at }: AskedAtReceipt,
  chosen: Case,
  procedure: Procedure,
): Outcome<FeeReckoned | null> {
  const on = dayOf(fromMoment(at)).toString()
  const rule = exemptionsOn(procedure, channel, on).find(({ key }) => key === exemption?.rule) ?? null
  if (exemption && !rule) return refuse('no-such-exemption', { exemption: exemption.rule })
  const named = linesDue(chosen.feeLines ? forChannel(chosen.feeLines, channel) : [], copiesWanted)
  const lines =
    named ?? (rule && wholeFee(feeDue(forChannel(chosen.fee, channel), copiesWanted, pages ?? null), rule))
  return reckoned(lines, rule, exemption?.evidence ?? null)
}

/** Where the rules name one amount and no lines, an exemption is taken off that amount. */
function wholeFee(dong: number | null, { kind, name }: ExemptionRule): readonly FeeLine[] | null {
  return dong === null ? null : [{ kind: kind === 'both' ? 'fee' : kind, name, dong }]
}
