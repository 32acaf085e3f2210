import { type Day, dayOf, fromMoment, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { HOUSE_ACCEPTANCE, nearUntil } from '#domain/filing/acceptance.ts'
import type { Filing } from '#domain/filing/filing.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { countAnswered, countWaiting, type WaitingCount, waitingFilings } from '#store/filings.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** One filing in the list, as much as an officer needs to choose. */
export interface FilingLine {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly stage: Filing['stage']
  readonly procedureName: string
  readonly applicantName: string
  readonly submittedAt: Moment
  readonly acceptBy: Moment
  readonly isProvisional: boolean
  /** Working minutes; negative when overdue. */
  readonly minutesLeft: number
  /** Between 0 and 1: how much of the time is used. */
  readonly used: number
  readonly isHelped: boolean
}

export interface SeenFilings extends WaitingCount {
  readonly lines: readonly FilingLine[]
  /** This month: how often the centre answered, and how often too late. */
  readonly month: { readonly answered: number; readonly late: number }
  /** Working hours the rule gives. */
  readonly hours: number
  readonly ground: string
  /** For the next page; null on the last. */
  readonly next: string | null
}

const PAGE = 50

/** What was filed online and waits for an answer, the most urgent first; told to the officers of the counters, recorded. */
export async function seeFilings(desk: Desk, after: string | null = null): Promise<Outcome<SeenFilings>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'see-filings' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-filings' })
  const at = toMoment(now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-filings', code: null })
  const book = await bookOf(centre)
  const rule = book.ruleSets.findLast(({ from }) => from <= today(desk))?.acceptance ?? null
  const month = toMoment(instantAt(dayOf(now).with({ day: 1 }), 0))
  const [held, counts, answered] = await Promise.all([
    waitingFilings(centre, { after: cursorOf(after), size: PAGE + 1 }),
    countWaitingAt(desk),
    countAnswered(centre, month, at),
  ])
  const lines = held.slice(0, PAGE).flatMap(({ id, filing }) => {
    if (filing.acceptBy === null) return []
    const minutesLeft = minutes(workingMinutesBetween(book.counting, now, fromMoment(filing.acceptBy)))
    const all = minutes(
      workingMinutesBetween(book.counting, fromMoment(filing.lastEventAt), fromMoment(filing.acceptBy)),
    )
    const { code, version, stage, submittedAt, acceptBy, isAcceptByProvisional: isProvisional } = filing
    return [
      {
        id,
        code,
        version,
        stage,
        submittedAt,
        acceptBy,
        isProvisional,
        minutesLeft,
        used: all <= 0 ? 1 : Math.min(1, Math.max(0, 1 - minutesLeft / all)),
        procedureName: book.procedures.get(filing.procedure)?.at(-1)?.name ?? filing.procedure,
        applicantName: filing.applicant.name,
        isHelped: filing.by.helper !== null,
      },
    ]
  })
  const last = lines.at(-1)
  return {
    lines,
    ...counts,
    month: answered,
    hours: rule?.hours ?? 0,
    ground: rule?.ground ?? '',
    next: held.length > PAGE && last ? `${last.acceptBy} ${last.id}` : null,
  }
}

/** How many wait, for the ways of the desk and the reminders; null for those who see none. */
export async function countFilings(desk: Desk): Promise<WaitingCount | null> {
  const allowed = may(desk.actor, { kind: 'see-filings' }, today(desk))
  return isRefusal(allowed) ? null : countWaitingAt(desk)
}

async function countWaitingAt({ centre, now }: Desk): Promise<WaitingCount> {
  const { counting } = await bookOf(centre)
  const at = toMoment(now)
  return countWaiting(centre, { now: at, near: nearUntil(counting, at) ?? at })
}

/** How the centre keeps to the time in which it answers what is filed online. */
export interface AcceptanceFigures extends WaitingCount {
  /** Working hours the rule gives. */
  readonly hours: number
  /** Answered on the day asked for, and how often too late. */
  readonly day: Answered
  /** The same from the first of its month to the end of that day. */
  readonly month: Answered
}

interface Answered {
  readonly answered: number
  readonly late: number
}

/** The figures of a day; null for those who see no filings. */
export async function seeAcceptance(desk: Desk, on: Day): Promise<AcceptanceFigures | null> {
  const counts = await countFilings(desk)
  if (counts === null) return null
  const { centre } = desk
  const { ruleSets } = await bookOf(centre)
  const day = Temporal.PlainDate.from(on)
  const begins = (of: Temporal.PlainDate) => toMoment(instantAt(of, 0))
  const end = begins(day.add({ days: 1 }))
  const [ofDay, ofMonth] = await Promise.all([
    countAnswered(centre, begins(day), end),
    countAnswered(centre, begins(day.with({ day: 1 })), end),
  ])
  const { hours } = ruleSets.findLast(({ from }) => from <= on)?.acceptance ?? HOUSE_ACCEPTANCE
  return { ...counts, hours, day: ofDay, month: ofMonth }
}

const minutes = (counted: Outcome<number>) => (isRefusal(counted) ? 0 : counted)

function cursorOf(after: string | null) {
  const [, acceptBy, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) ([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  return acceptBy !== undefined && id !== undefined ? { acceptBy, id } : null
}
