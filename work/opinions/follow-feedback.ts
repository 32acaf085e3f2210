import { timingSafeEqual } from 'node:crypto'
import { type Day, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { readLookupKey } from '#domain/dossier/lookup-key.ts'
import { appealUntil, decideFeedback, evolveFeedback, type FeedbackStage } from '#domain/opinions/feedback.ts'
import { readFeedbackCode } from '#domain/opinions/feedback-code.ts'
import { type FeedbackKind, feedbackRuleOn } from '#domain/opinions/opinion-rules.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { AppealToSend } from '#shapes/feedback.ts'
import {
  feedbackByCode,
  type FeedbackLine,
  feedbackOfCitizen,
  feedbackOfCommand,
  type KeptFeedback,
  type PublishedAnswer,
  publishedAnswers,
  writeFeedback,
} from '#store/feedback.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import type { FeedbackSlip } from './send-feedback.ts'

/** What code and key show: how it stands and what was answered; of the sender nothing but what was written. */
export interface FollowedFeedback {
  readonly code: string
  readonly kind: FeedbackKind
  readonly stage: FeedbackStage
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  readonly unitName: string | null
  readonly body: string
  readonly answer: {
    readonly at: Moment
    readonly text: string
    readonly passedTo: string | null
    /** Whether data were put right; null where nobody asked that. */
    readonly isDone: boolean | null
  } | null
  readonly appeal: {
    readonly at: Moment
    readonly why: string
    readonly answer: { readonly at: Moment; readonly text: string } | null
  } | null
  /** The last day for an appeal; null where there can be none. */
  readonly appealUntil: Day | null
  readonly isDirectors: boolean
}

/** Follows feedback by code and key; a wrong key and an unknown code are answered alike. */
export async function followFeedback(desk: Desk, asked: FeedbackSlip): Promise<Outcome<FollowedFeedback>> {
  const kept = await opened(desk, asked)
  return isRefusal(kept) ? kept : shown(desk, kept)
}

/** One's own, which needs no key; anybody else's is as if there were none. */
export async function followOwnFeedback(desk: Desk, code: string): Promise<Outcome<FollowedFeedback>> {
  const kept = await openedOwn(desk, code)
  return isRefusal(kept) ? kept : shown(desk, kept)
}

const MOST_OWN = 50

/** What the citizen at the desk has written, the latest first. */
export async function seeOwnFeedback({ centre, actor }: Desk): Promise<readonly FeedbackLine[]> {
  return actor.kind === 'citizen' ? feedbackOfCitizen(centre, actor.id, MOST_OWN) : []
}

async function shown(desk: Desk, { code, state, body }: KeptFeedback): Promise<FollowedFeedback> {
  const { units } = await bookOf(desk.centre)
  const until = appealUntil(state, today(desk))
  const { kind, stage, receivedAt, due, isDueProvisional, unit, answer, appeal } = state
  return {
    code,
    kind,
    stage,
    receivedAt,
    due,
    isDueProvisional,
    unitName: unit === null ? null : (units.get(unit)?.name ?? unit),
    body,
    answer: answer && {
      at: answer.at,
      text: answer.text,
      passedTo: answer.passedTo,
      isDone: answer.isDone ?? null,
    },
    appeal: appeal && {
      at: appeal.at,
      why: appeal.why,
      answer: appeal.answer && { at: appeal.answer.at, text: appeal.answer.text },
    },
    appealUntil: isRefusal(until) ? null : until,
    isDirectors: answer?.isDirectors ?? false,
  }
}

/** Asks the director to look at the answer again. */
export async function appealFeedback(
  desk: Desk,
  asked: FeedbackSlip,
  appeal: AppealToSend,
): Promise<Outcome<true>> {
  const kept = await opened(desk, asked)
  return isRefusal(kept) ? kept : appealed(desk, kept, appeal)
}

/** The same of one's own. */
export async function appealOwnFeedback(
  desk: Desk,
  code: string,
  appeal: AppealToSend,
): Promise<Outcome<true>> {
  const kept = await openedOwn(desk, code)
  return isRefusal(kept) ? kept : appealed(desk, kept, appeal)
}

async function appealed(desk: Desk, kept: KeptFeedback, { id, why }: AppealToSend): Promise<Outcome<true>> {
  const { centre, now } = desk
  if ((await feedbackOfCommand(centre, id)) === kept.id) return true
  const { opinionRules, counting } = await bookOf(centre)
  const rule = feedbackRuleOn(opinionRules, today(desk))
  if (!rule) return refuse('no-feedback-here')
  const law = { rule, counting, at: toMoment(now), by: null }
  const event = decideFeedback(kept.state, { type: 'AppealFeedback', why }, law)
  if (isRefusal(event)) return event
  const state = evolveFeedback(kept.state, event)
  if (!(await writeFeedback(centre, { command: id, id: kept.id, state, event, tell: null })))
    return (await feedbackOfCommand(centre, id)) === kept.id ? true : refuse('changed-meanwhile')
  announceChange(centre, kept.code, [])
  return true
}

/** Published answers, the latest first. */
export async function seePublishedAnswers(
  { centre }: Desk,
  after: string | null,
): Promise<{ readonly answers: readonly PublishedAnswer[]; readonly next: string | null }> {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  const found = await publishedAnswers(centre, { after: at && id ? { at, id } : null, size: PAGE + 1 })
  const answers = found.slice(0, PAGE)
  const last = answers.at(-1)
  return { answers, next: found.length > PAGE && last ? `${last.published.at}~${last.id}` : null }
}

const PAGE = 20

async function openedOwn({ centre, actor }: Desk, code: string): Promise<Outcome<KeptFeedback>> {
  const kept = await feedbackByCode(centre, readFeedbackCode(code))
  const isOwn = kept !== undefined && actor.kind === 'citizen' && kept.citizen === actor.id
  return isOwn ? kept : refuse('no-such-feedback')
}

async function opened(desk: Desk, { code, key }: FeedbackSlip): Promise<Outcome<KeptFeedback>> {
  const allowed = may(desk.actor, { kind: 'say-opinion' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const kept = await feedbackByCode(desk.centre, readFeedbackCode(code))
  const isSame = timingSafeEqual(
    Buffer.from(seal(readLookupKey(key))),
    Buffer.from(kept?.keyHash ?? seal('')),
  )
  return kept && isSame ? kept : refuse('no-such-feedback')
}
