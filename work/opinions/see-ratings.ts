import { type Day, instantAt, toMoment } from '#domain/calendar/moment.ts'
import { ratingFormOn } from '#domain/opinions/opinion-rules.ts'
import { lastMonthShown, publishedRatings, type Satisfaction } from '#domain/opinions/published-ratings.ts'
import { isSatisfied, type Level, LEVELS, type RatingWay } from '#domain/opinions/rating.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { Window } from '#domain/statistics/window.ts'
import { recordAccess } from '#store/access-records.ts'
import {
  countAnswers,
  type CountedAnswer,
  type CountedRating,
  countRatings,
  reasonsGiven,
} from '#store/ratings.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** What everybody may know of the ratings of whole months. */
export interface SeenSatisfaction {
  /** The last month that is counted. */
  readonly until: string
  readonly all: Satisfaction
  readonly units: readonly (Satisfaction & { readonly unit: string; readonly name: string })[]
}

/** How satisfied people were, as far as it can be said without pointing at anybody; null where nothing is asked. */
export async function seeSatisfaction(desk: Desk, window: Window): Promise<SeenSatisfaction | null> {
  const book = await bookOf(desk.centre)
  const form = ratingFormOn(book.opinionRules, today(desk))
  if (!form) return null
  const until = lastMonthShown(today(desk), form.changeDays)
  const last = Temporal.PlainYearMonth.from(until)
  const end = last.toPlainDate({ day: last.daysInMonth }).toString()
  const to = end < window.to ? end : window.to
  const rows = to < window.from ? [] : await countRatings(desk.centre, spanOf(window.from, to))
  const { all, units } = publishedRatings(cellsOf(rows))
  return {
    until,
    all,
    units: [...units]
      .map(([unit, count]) => ({ ...count, unit, name: nameOf(book, unit) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
  }
}

/** One unit as its ratings are told to the director. */
export interface UnitRatings extends Satisfaction {
  readonly unit: string
  readonly name: string
  readonly byWay: { readonly [way in RatingWay]: number }
  readonly questions: readonly QuestionCounts[]
  /** Why people were dissatisfied; neither who nor when. */
  readonly reasons: readonly string[]
}

export interface QuestionCounts {
  readonly key: string
  readonly vi: string
  readonly en: string
  readonly levels: { readonly [level in Level]: number }
}

const MOST_REASONS = 300

/** All ratings of some days by unit, for the director: every count, every reason, and nobody's name or dossier. */
export async function seeRatings(
  desk: Desk,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<Outcome<readonly UnitRatings[]>> {
  const { actor, centre, now } = desk
  const allowed = may(actor, { kind: 'see-ratings' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-ratings' })
  if (from > to) return refuse('days-in-wrong-order', { from, until: to })
  // People write of themselves and of others.
  await recordAccess(centre, {
    id: newId(),
    at: toMoment(now),
    staff: actor.id,
    what: 'see-ratings',
    code: null,
  })
  const span = spanOf(from, to)
  const [book, rows, answers, reasons] = await Promise.all([
    bookOf(centre),
    countRatings(centre, span),
    countAnswers(centre, span),
    reasonsGiven(centre, span, MOST_REASONS),
  ])
  const byUnit = Map.groupBy(rows, ({ unit }) => unit)
  return [...byUnit]
    .map(([unit, own]) => ({
      unit,
      name: nameOf(book, unit),
      ...satisfactionOf(own),
      byWay: { account: countOf(own, 'account'), key: countOf(own, 'key'), counter: countOf(own, 'counter') },
      questions: questionsOf(answers.filter((one) => one.unit === unit)),
      reasons: reasons.filter((one) => one.unit === unit).map(({ reason }) => reason),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

function spanOf(from: Day, to: Day) {
  const midnight = (day: Temporal.PlainDate) => toMoment(instantAt(day, 0))
  return {
    from: midnight(Temporal.PlainDate.from(from)),
    before: midnight(Temporal.PlainDate.from(to).add({ days: 1 })),
  }
}

function cellsOf(rows: readonly CountedRating[]) {
  return [...Map.groupBy(rows, ({ month, unit }) => `${month} ${unit}`).values()].flatMap((own) => {
    const [first] = own
    return first ? [{ month: first.month, unit: first.unit, ...satisfactionOf(own) }] : []
  })
}

function satisfactionOf(rows: readonly CountedRating[]): Satisfaction {
  const total = (some: readonly CountedRating[]) => some.reduce((all, { count }) => all + count, 0)
  return { ratings: total(rows), satisfied: total(rows.filter(({ overall }) => isSatisfied(overall))) }
}

function countOf(rows: readonly CountedRating[], way: RatingWay): number {
  return rows.filter((one) => one.way === way).reduce((all, { count }) => all + count, 0)
}

/** A question that was worded otherwise is another one. */
function questionsOf(answers: readonly CountedAnswer[]): QuestionCounts[] {
  return [...Map.groupBy(answers, ({ key, vi }) => `${key} ${vi}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const levels = Object.fromEntries(
      LEVELS.map((level) => [
        level,
        own.filter((one) => one.level === level).reduce((all, { count }) => all + count, 0),
      ]),
    ) as QuestionCounts['levels']
    return [{ key: first.key, vi: first.vi, en: first.en, levels }]
  })
}

function nameOf(book: CentreBook, unit: string): string {
  return book.units.get(unit)?.name ?? unit
}
