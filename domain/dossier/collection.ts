import { type Day, dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'

/**
 * Days after which a result that nobody has fetched is pointed out, counted from the day the citizen was told to come
 * or, where the result came later, from that day. The house's own measure; no law sets one.
 */
export const UNCOLLECTED_DAYS = 7

export interface Waiting {
  /** Whole days since the result lies there. */
  readonly days: number
  readonly isOverdue: boolean
}

interface Lying {
  readonly readyAt: Moment
  readonly dueAtReceipt: Moment | null
}

/** How long a ready result has been waiting to be fetched. */
export function waiting(lying: Lying, now: Temporal.Instant): Waiting {
  const today = dayOf(now)
  const days = dayOf(fromMoment(lying.readyAt)).until(today).days
  return { days, isOverdue: calledFor(lying).until(today).days > UNCOLLECTED_DAYS }
}

/** The day the citizen was told to come, or on which the result came if that is later. */
function calledFor({ readyAt, dueAtReceipt }: Lying): Temporal.PlainDate {
  const cameOn = dayOf(fromMoment(readyAt))
  if (dueAtReceipt === null) return cameOn
  const toldFor = dayOf(fromMoment(dueAtReceipt))
  return Temporal.PlainDate.compare(toldFor, cameOn) > 0 ? toldFor : cameOn
}

/** How a citizen is called to fetch a result. */
export const CALL_WAYS = ['telephone', 'sms', 'letter', 'commune'] as const
export type CallWay = (typeof CALL_WAYS)[number]

/** The same, and by a notice of the centre's own, to wherever the citizen is told of the dossier. */
export const COLLECTION_WAYS = [...CALL_WAYS, 'notice'] as const
export type CollectionWay = (typeof COLLECTION_WAYS)[number]

/** What came of a call: told in person, nobody was reached, or sent and not known. */
export const CALL_OUTCOMES = ['told', 'not-reached', 'sent'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** How often a centre calls before the director decides. The centre's own measure: no law sets one. */
export interface CallRule {
  /** Days from one call to the next, and from the last to the director. */
  readonly everyDays: number
  readonly most: number
  readonly ground: string
}

/** Where a centre has entered no measure of its own. The house's; no law sets one. */
export const HOUSE_CALLS: CallRule = { everyDays: 15, most: 3, ground: '' }

/** The calls since the result lies ready. */
export interface CallsMade {
  readonly count: number
  readonly lastAt: Moment | null
}

export interface NextCall {
  /** Whose it is next: the counter's, to call; after the last call the director's, to say what becomes of it. */
  readonly before: 'counter' | 'director'
  readonly on: Day
}

/** When a result that lies there is to be called for next. Nothing is ever destroyed by it. */
export function nextCall(lying: Lying, { count, lastAt }: CallsMade, rule: CallRule): NextCall {
  if (lastAt === null)
    return { before: 'counter', on: `${calledFor(lying).add({ days: UNCOLLECTED_DAYS + 1 })}` }
  const on = dayOf(fromMoment(lastAt)).add({ days: rule.everyDays }).toString()
  return { before: count < rule.most ? 'counter' : 'director', on }
}
