import type { WorkingCalendar } from '../calendar/working-time.ts'
import { type Day, dayOf, fromMoment, type Moment, toMoment } from '../calendar/moment.ts'
import { dueMoment } from '../dossier/due.ts'
import { isRefusal, type Outcome, refuse } from '../outcome.ts'
import type { Limit } from '../procedure/limit.ts'
import {
  DATA_CORRECTION,
  type FeedbackKind,
  type FeedbackRule,
  type FeedbackTimes,
  type WrittenKind,
} from './opinion-rules.ts'

/** Waiting for the answer, answered, waiting for the director, answered for the last time here. */
export const FEEDBACK_STAGES = ['open', 'answered', 'appealed', 'closed'] as const
export type FeedbackStage = (typeof FEEDBACK_STAGES)[number]

/** What a citizen wrote, as it stands: not the words themselves and not who wrote them. */
export interface Feedback {
  readonly version: number
  readonly kind: FeedbackKind
  readonly stage: FeedbackStage
  readonly receivedAt: Moment
  /** By when the next answer is due; null when none is. */
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  /** The centre's times as they stood at receipt. */
  readonly times: FeedbackTimes
  /** Who answers it: a unit, and of it a person or anybody. Null until the director has said. */
  readonly unit: string | null
  readonly staff: string | null
  readonly answer: FeedbackAnswer | null
  readonly appeal: {
    readonly at: Moment
    readonly why: string
    readonly answer: FeedbackAnswer | null
  } | null
  /** What everybody may read of it. */
  readonly published: { readonly at: Moment; readonly question: string; readonly answer: string } | null
}

export interface FeedbackAnswer {
  readonly at: Moment
  readonly by: string
  /** Whether the director answered. */
  readonly isDirectors: boolean
  readonly text: string
  /** The body it was passed on to, where it is not this centre's. */
  readonly passedTo: string | null
  /** Whether data were put right as it was asked; not there where nobody asked that. */
  readonly isDone?: boolean
}

interface Did {
  readonly at: Moment
  readonly by: string
}

export type FeedbackEvent =
  | ({ readonly type: 'FeedbackReceived'; readonly at: Moment } & Pick<
      Feedback,
      'kind' | 'due' | 'isDueProvisional' | 'times'
    >)
  | ({ readonly type: 'FeedbackAssigned'; readonly unit: string; readonly staff: string | null } & Did)
  | ({ readonly type: 'FeedbackReclassified'; readonly why: string } & Did &
      Pick<Feedback, 'kind' | 'due' | 'isDueProvisional' | 'times'>)
  | ({ readonly type: 'FeedbackAnswered' } & FeedbackAnswer)
  | ({ readonly type: 'FeedbackAppealed'; readonly at: Moment; readonly why: string } & Pick<
      Feedback,
      'due' | 'isDueProvisional'
    >)
  | ({ readonly type: 'AppealAnswered' } & FeedbackAnswer)
  | ({ readonly type: 'AnswerPublished'; readonly question: string; readonly answer: string } & Did)

export type FeedbackCommand =
  | { readonly type: 'AssignFeedback'; readonly unit: string; readonly staff: string | null }
  | { readonly type: 'ReclassifyFeedback'; readonly kind: WrittenKind; readonly why: string }
  | {
      readonly type: 'AnswerFeedback'
      readonly text: string
      readonly passedTo: string | null
      /** Needed where data are to be put right: whether they were. */
      readonly isDone?: boolean | null | undefined
    }
  | { readonly type: 'AppealFeedback'; readonly why: string }
  | { readonly type: 'AnswerAppeal'; readonly text: string }
  | { readonly type: 'PublishAnswer'; readonly question: string; readonly answer: string }

/** What a decision needs besides. */
export interface FeedbackLaw {
  readonly rule: FeedbackRule
  readonly counting: WorkingCalendar
  readonly at: Moment
  /** Who does it; null for the citizen. */
  readonly by: { readonly id: string; readonly isDirector: boolean; readonly workedOnIt: boolean } | null
}

/** Takes in what a citizen wrote. */
export function received(kind: FeedbackKind, law: Omit<FeedbackLaw, 'by'>): Outcome<FeedbackEvent> {
  const times = law.rule[kind]
  if (!times) return refuse(kind === DATA_CORRECTION ? 'no-corrections-here' : 'kind-not-taken', { kind })
  const timed = due(times.answer, law, law.at)
  return isRefusal(timed) ? timed : { type: 'FeedbackReceived', at: law.at, kind, times, ...timed }
}

/** What comes of a command; refused where it is not its time, or not for this person. */
export function decideFeedback(
  feedback: Feedback,
  command: FeedbackCommand,
  law: FeedbackLaw,
): Outcome<FeedbackEvent> {
  const { at, by } = law
  const { stage } = feedback
  const only = (...stages: FeedbackStage[]) =>
    stages.includes(stage) ? null : refuse('feedback-not-so-far', { stage })
  if (command.type === 'AppealFeedback') {
    const until = appealUntil(feedback, dayOf(fromMoment(at)).toString())
    if (isRefusal(until)) return until
    const timed = due(feedback.times.appealAnswer, law, at)
    return isRefusal(timed) ? timed : { type: 'FeedbackAppealed', at, why: command.why, ...timed }
  }
  if (by === null) return refuse('not-permitted', { action: 'answer-feedback' })
  const did = { at, by: by.id }
  const answer = { ...did, isDirectors: by.isDirector }
  switch (command.type) {
    case 'AssignFeedback':
      return only('open') ?? { type: 'FeedbackAssigned', ...did, unit: command.unit, staff: command.staff }
    case 'ReclassifyFeedback': {
      const { kind, why } = command
      const times = law.rule[kind]
      if (!times) return refuse('kind-not-taken', { kind })
      const timed = due(times.answer, law, feedback.receivedAt)
      if (isRefusal(timed)) return timed
      return only('open') ?? { type: 'FeedbackReclassified', ...did, kind, why, times, ...timed }
    }
    case 'AnswerFeedback':
      // A proposal is about nobody's work.
      if (by.workedOnIt && !by.isDirector && feedback.kind !== 'proposal') return refuse('answers-own-work')
      return only('open') ?? answered(feedback, command, answer)
    case 'AnswerAppeal':
      return only('appealed') ?? { type: 'AppealAnswered', ...answer, text: command.text, passedTo: null }
    case 'PublishAnswer':
      // What was put right of somebody's data concerns nobody else.
      if (feedback.kind === DATA_CORRECTION) return refuse('of-one-person')
      if (feedback.published) return refuse('published-already')
      return (
        only('answered', 'closed') ?? {
          type: 'AnswerPublished',
          ...did,
          question: command.question,
          answer: command.answer,
        }
      )
  }
}

function answered(
  { kind }: Feedback,
  { text, passedTo, isDone = null }: Extract<FeedbackCommand, { readonly type: 'AnswerFeedback' }>,
  answer: Pick<FeedbackAnswer, 'at' | 'by' | 'isDirectors'>,
): Outcome<FeedbackEvent> {
  const said = { type: 'FeedbackAnswered' as const, ...answer, text, passedTo }
  if (kind !== DATA_CORRECTION) return said
  return isDone === null ? refuse('done-or-refused') : { ...said, isDone }
}

/** What feedback comes to after one more event. */
export function evolveFeedback(feedback: Feedback | null, event: FeedbackEvent): Feedback {
  if (event.type === 'FeedbackReceived') {
    const { kind, due: on, isDueProvisional, times, at } = event
    const open = { unit: null, staff: null, answer: null, appeal: null, published: null }
    return { version: 1, kind, stage: 'open', receivedAt: at, due: on, isDueProvisional, times, ...open }
  }
  if (!feedback) throw new Error(`${event.type} before anything was received`)
  const next = { ...feedback, version: feedback.version + 1 }
  const nothingDue = { due: null, isDueProvisional: false }
  switch (event.type) {
    case 'FeedbackAssigned':
      return { ...next, unit: event.unit, staff: event.staff }
    case 'FeedbackReclassified': {
      const { kind, due: on, isDueProvisional, times } = event
      return { ...next, kind, due: on, isDueProvisional, times }
    }
    case 'FeedbackAnswered':
      return { ...next, stage: 'answered', ...nothingDue, answer: answerIn(event) }
    case 'FeedbackAppealed': {
      const { due: on, isDueProvisional, at, why } = event
      return { ...next, stage: 'appealed', due: on, isDueProvisional, appeal: { at, why, answer: null } }
    }
    case 'AppealAnswered':
      return {
        ...next,
        stage: 'closed',
        ...nothingDue,
        appeal: feedback.appeal && { ...feedback.appeal, answer: answerIn(event) },
      }
    case 'AnswerPublished':
      return { ...next, published: { at: event.at, question: event.question, answer: event.answer } }
  }
}

/**
 * The last day on which the citizen may ask the director to look at the answer again: once, and only where somebody
 * else answered. Beyond the director lies the body above, or the court.
 */
export function appealUntil({ stage, answer, times }: Feedback, on: Day): Outcome<Day> {
  if (stage !== 'answered' || answer === null) return refuse('feedback-not-so-far', { stage })
  if (answer.isDirectors) return refuse('answered-by-director')
  const until = dayOf(fromMoment(answer.at)).add({ days: times.appealDays }).toString()
  return on <= until ? until : refuse('appeal-over', { until })
}

function answerIn({ at, by, isDirectors, text, passedTo, isDone }: FeedbackAnswer): FeedbackAnswer {
  return { at, by, isDirectors, text, passedTo, ...(isDone !== undefined && { isDone }) }
}

function due(limit: Limit, { counting }: Pick<FeedbackLaw, 'counting'>, from: Moment) {
  const reckoned = dueMoment(counting, limit, fromMoment(from))
  if (isRefusal(reckoned)) return reckoned
  return { due: reckoned.due && toMoment(reckoned.due), isDueProvisional: reckoned.isProvisional }
}
