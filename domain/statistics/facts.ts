import { type Day, dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { type Dossier, evolve } from '#domain/dossier/dossier.ts'
import type { Corrected, DossierEvent, DossierTakenOver, ReturnWish } from '#domain/dossier/events.ts'
import type { Channel } from '#domain/procedure/procedure.ts'

/** What happens on a day and is counted there. */
export const FLOWS = [
  'received',
  'ready-early',
  'ready-on-time',
  'ready-late',
  'ready-no-limit',
  'returned',
  'returned-by-post',
  'supplement-asked',
  'refused',
  'stopped',
  'apologised',
  /** Dossiers from before the system, taken over from the registers of that time. */
  'earlier',
] as const
export type Flow = (typeof FLOWS)[number]

/**
 * What stands at a midnight: the sum of all days before it. A dossier enters `open` when it is received and leaves it
 * when its result is ready. It enters `overdue` on its due day, so that it is overdue at the following midnight, unless
 * it was settled or stopped by then; what is settled later leaves by `overdue-settled` on the day it is.
 */
export const STOCKS = ['open', 'overdue', 'overdue-settled'] as const
export type Stock = (typeof STOCKS)[number]

/** Every figure of the house is a sum of these. */
export const MEASURES = [...FLOWS, ...STOCKS] as const
export type Measure = Flow | Stock

/** Which dossiers a fact is about, as far as figures tell them apart. */
export interface Counted {
  readonly unit: string
  readonly field: string
  readonly channel: Channel
  /** The commune or ward (or other place) that helped with it; empty where nobody did. */
  readonly place: string
  /** The desk it was handed in at, where that is not the competent agency's own; empty where it is. */
  readonly desk: string
}

/** One thing to count, on a day in Vietnam. */
export interface CountedFact extends Counted {
  readonly on: Day
  readonly measure: Measure
  readonly count: 1 | -1
}

type Change = Pick<CountedFact, 'on' | 'measure' | 'count'>

/** What an event adds to the figures of a dossier as it stood before; most events add nothing. */
export function countedFacts(before: Dossier | null, event: DossierEvent): CountedFact[] {
  const changes = changesOf(before, event)
  if (changes.length === 0) return []
  const { unit, field, channel, placeOfSupport, placeOfReceipt, elsewhere } = evolve(before, event)
  const place = placeOfSupport ?? ''
  const desk = elsewhere ? placeOfReceipt : ''
  return changes.map((change) => ({ ...change, unit, field, channel, place, desk }))
}

/** What a whole history, or the next part of one, adds to the figures. */
export function factsOfHistory(before: Dossier | null, events: readonly DossierEvent[]): CountedFact[] {
  let dossier = before
  return events.flatMap((event) => {
    const facts = countedFacts(dossier, event)
    dossier = evolve(dossier, event)
    return facts
  })
}

function changesOf(before: Dossier | null, event: DossierEvent): Change[] {
  const on = dayIn(event.at)
  const one = (measure: Measure): Change => ({ on, measure, count: 1 })
  switch (event.type) {
    case 'DossierReceived':
      return [one('received'), one('open'), ...fallsDue(event.due)]
    case 'DossierTakenOver':
      return takenOver(event)
    case 'ReceivedAsCompetent':
      return before?.lawfulDue === event.lawfulDue ? [] : otherwiseDue(before, event.lawfulDue)
    case 'SupplementRequested':
      return [one('supplement-asked'), ...noLongerDue(before, event.minutesLeft)]
    case 'ClockStopped':
      return noLongerDue(before, event.minutesLeft)
    case 'ClockResumed':
    case 'SupplementReceived':
      return stayedLate(before) ? [] : fallsDue(event.lawfulDue)
    case 'ResultReady':
      return [
        one(`ready-${event.timeliness}`),
        ...(event.result === 'refused' ? [one('refused')] : []),
        { on, measure: 'open', count: -1 },
        ...settled(before, on),
      ]
    case 'DossierStopped':
      // Stopped is settled: counted once, on time unless it was late (decision 0024).
      return [
        one(`ready-${event.timeliness}`),
        one('stopped'),
        { on, measure: 'open', count: -1 },
        ...(before?.stage === 'awaiting-citizen' && !stayedLate(before) ? [] : settled(before, on)),
      ]
    case 'CorrectionConfirmed':
      return putRight(before, event.corrected)
    case 'ApologySent':
      return [one('apologised')]
    case 'ResultHandedBack':
      return handedBack(on, event.way)
    default:
      return []
  }
}

function handedBack(on: Day, way: ReturnWish['way'], count: 1 | -1 = 1): Change[] {
  const returned: Change = { on, measure: 'returned', count }
  return way === 'post' ? [returned, { on, measure: 'returned-by-post', count }] : [returned]
}

/** Due on another day than was known. */
function otherwiseDue(before: Dossier | null, due: Moment | null): Change[] {
  return [...fallsDue(before?.lawfulDue ?? null, -1), ...fallsDue(due)]
}

/** What is put right counts as if it had always been so: figures of days gone by follow. */
function putRight(before: Dossier | null, corrected: Corrected): Change[] {
  if (corrected.what === 'due') return otherwiseDue(before, corrected.lawfulDue)
  return corrected.what === 'hand-back' ? handedBack(dayIn(corrected.returnedAt), corrected.way, -1) : []
}

/**
 * Received, due and settled on the days of the register of before, not on the day of the take-over: so the report of
 * the first period carries it over, and what was received is what is settled and what is in progress.
 */
function takenOver({ receivedAt, lawfulDue, stopped, ready }: DossierTakenOver): Change[] {
  const received = dayIn(receivedAt)
  const entered: Change[] = [
    { on: received, measure: 'received', count: 1 },
    { on: received, measure: 'open', count: 1 },
  ]
  if (stopped !== null && (stopped.minutesLeft ?? 0) >= 0) return entered
  if (ready === null) return [...entered, ...fallsDue(lawfulDue)]
  const on = dayIn(ready.at)
  const isAfterItsDay = lawfulDue !== null && dayIn(lawfulDue) < on
  return [
    ...entered,
    { on, measure: `ready-${ready.timeliness}`, count: 1 },
    ...(ready.result === 'refused' ? [{ on, measure: 'refused', count: 1 } as const] : []),
    { on, measure: 'open', count: -1 },
    ...(isAfterItsDay
      ? [...fallsDue(lawfulDue), { on, measure: 'overdue-settled', count: -1 } as const]
      : []),
  ]
}

function fallsDue(due: Moment | null, count: 1 | -1 = 1): Change[] {
  return due === null ? [] : [{ on: dayIn(due), measure: 'overdue', count }]
}

/** The clock stops: what was in time will not be overdue on its due day; what is late already stays so. */
function noLongerDue(before: Dossier | null, minutesLeft: number | null): Change[] {
  const due = before?.lawfulDue ?? null
  if (due === null || minutesLeft === null || minutesLeft < 0) return []
  return [{ on: dayIn(due), measure: 'overdue', count: -1 }]
}

function stayedLate(before: Dossier | null): boolean {
  return before?.stage === 'awaiting-citizen' && before.minutesLeft !== null && before.minutesLeft < 0
}

/** Settled before its due day is over, a dossier is never overdue; settled later, it is so until then. */
function settled(before: Dossier | null, on: Day): Change[] {
  if (!before?.lawfulDue) return []
  const due = dayIn(before.lawfulDue)
  return due >= on
    ? [{ on: due, measure: 'overdue', count: -1 }]
    : [{ on, measure: 'overdue-settled', count: -1 }]
}

function dayIn(moment: Moment): Day {
  return dayOf(fromMoment(moment)).toString()
}
