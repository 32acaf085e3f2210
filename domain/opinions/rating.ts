import { type Day, dayOf, fromMoment, type Moment } from '../calendar/moment.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { type Outcome, refuse } from '../outcome.ts'
import type { Question, RatingForm } from './opinion-rules.ts'

export const LEVELS = ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied', 'very-dissatisfied'] as const
export type Level = (typeof LEVELS)[number]

/** How a rating came: from the account, by code and key, or at the counter on a machine handed to the person. */
export type RatingWay = 'account' | 'key' | 'counter'

/** What was asked and what was answered, kept together. */
export interface Answer extends Question {
  readonly level: Level
}

export interface Rating {
  readonly answers: readonly Answer[]
  readonly overall: Level
  /** Why somebody is dissatisfied. */
  readonly reason: string | null
}

/** A rating that stands, as far as it decides whether there may be another. */
export interface RatingGiven {
  readonly way: RatingWay
  /** When the dossier was first rated. */
  readonly at: Moment
}

/** Satisfied on the whole (index 11; the share that SIPAS publishes counts the same two). */
export function isSatisfied(level: Level): boolean {
  return level === 'very-satisfied' || level === 'satisfied'
}

export function isDissatisfied(level: Level): boolean {
  return level === 'dissatisfied' || level === 'very-dissatisfied'
}

type Levels = { readonly [question: string]: Level | undefined }

/** The questions that were left out. */
export function unanswered({ questions }: RatingForm, levels: Levels): readonly string[] {
  return questions.filter(({ key }) => levels[key] === undefined).map(({ key }) => key)
}

/** The answers as a rating: all questions, and a reason where one is answered as dissatisfied. */
export function ratingFrom(form: RatingForm, levels: Levels, reason: string | null): Outcome<Rating> {
  const answers = form.questions.flatMap((question): Answer[] => {
    const level = levels[question.key]
    return level === undefined ? [] : [{ ...question, level }]
  })
  const overall = levels[form.overall]
  if (answers.length < form.questions.length || overall === undefined)
    return refuse('question-unanswered', { questions: unanswered(form, levels) })
  // Only who is dissatisfied is asked why.
  const isSad = answers.some(({ level }) => isDissatisfied(level))
  if (isSad && reason === null) return refuse('reason-needed')
  return { answers, overall, reason: isSad ? reason : null }
}

/**
 * The last day on which a dossier may be rated, or the rating changed: one rating a dossier, once the result is there,
 * was handed back or refused, or the dossier was stopped. At the counter nothing can be overwritten: what was given there
 * or elsewhere is changed by the person's own account or key alone.
 */
export function rateUntil(
  dossier: Pick<Dossier, 'stage'> & { readonly readyAt?: Moment; readonly returnedAt?: Moment },
  { rateDays, changeDays }: Pick<RatingForm, 'rateDays' | 'changeDays'>,
  { given, way, on }: { readonly given: RatingGiven | null; readonly way: RatingWay; readonly on: Day },
): Outcome<Day> {
  const since = dossier.returnedAt ?? dossier.readyAt
  if (since === undefined || !['ready', 'returned', 'stopped'].includes(dossier.stage))
    return refuse('rated-too-early')
  const after = (moment: Moment, days: number) => dayOf(fromMoment(moment)).add({ days }).toString()
  const first = after(since, rateDays)
  if (given === null)
    return on <= first || dossier.stage === 'ready' ? first : refuse('rating-over', { until: first })
  if (way === 'counter') return refuse('rated-already', { until: null })
  const until = after(given.at, changeDays)
  return on <= until ? until : refuse('rated-already', { until })
}
