import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import type { Doer, DossierEvent, DossierReceived, Holder, ResultKind } from './events.ts'
import type { Timeliness } from './timeliness.ts'

export const STAGES = ['in-process', 'awaiting-citizen', 'ready', 'returned'] as const
export type Stage = (typeof STAGES)[number]

/** What the receipt sets. Of it, only the step and whether the due moment is provisional move with later events. */
type AsReceived = Omit<DossierReceived, 'type' | 'at' | 'by' | 'due' | 'holder'>

/** What every dossier has from receipt on. */
interface Received extends AsReceived {
  /** Number of events so far; a command names the version it was made on. */
  readonly version: number
  /** As printed on the receipt; never changes. */
  readonly dueAtReceipt: Moment | null
  /** Moves only by pause and resume and by a two-person correction; lateness is judged by it. */
  readonly lawfulDue: Moment | null
  /** After an apology; never makes late work timely. */
  readonly promisedDue: Moment | null
  /** Since when it lies there. */
  readonly stepSince: Moment
  /** Who did each step last. */
  readonly doneBy: { readonly [step: string]: Doer }
  readonly approvedAt: Moment | null
  /** How often the citizen was asked for a supplement; not there until it was. */
  readonly supplementsAsked?: number
  readonly lastEventAt: Moment
}

export interface InProcess extends Received {
  readonly stage: 'in-process'
  readonly holder: Holder
}

export interface AwaitingCitizen extends Received {
  readonly stage: 'awaiting-citizen'
  readonly holder: Holder
  readonly minutesLeft: number | null
}

export interface Ready extends Received {
  readonly stage: 'ready'
  readonly holder: Holder
  readonly readyAt: Moment
  readonly result: ResultKind
  readonly timeliness: Timeliness
}

export interface Returned extends Received {
  readonly stage: 'returned'
  /** Nobody has to act any more. */
  readonly holder: null
  readonly readyAt: Moment
  readonly result: ResultKind
  readonly timeliness: Timeliness
  readonly returnedAt: Moment
}

export type Dossier = InProcess | AwaitingCitizen | Ready | Returned

/** A history that cannot have been decided: a fault of the program or of the records, never of a person. */
export class ImpossibleHistory extends Error {
  override readonly name = 'ImpossibleHistory'
}

/** What a dossier comes to after one more event. Total over histories that `decide` made; throws on any other. */
export function evolve(dossier: Dossier | null, event: DossierEvent): Dossier {
  if (dossier === null) {
    if (event.type !== 'DossierReceived') throw new ImpossibleHistory(`${event.type} before DossierReceived`)
    const { type: _, at, by, due, holder, ...received } = event
    return {
      ...received,
      stage: 'in-process',
      version: 1,
      dueAtReceipt: due,
      lawfulDue: due,
      promisedDue: null,
      holder,
      stepSince: at,
      doneBy: { receive: by },
      approvedAt: null,
      lastEventAt: at,
    }
  }
  const next = { ...dossier, version: dossier.version + 1, lastEventAt: event.at }
  switch (event.type) {
    case 'DossierReceived':
      throw new ImpossibleHistory(`${dossier.code} received twice`)
    case 'StepCompleted':
    case 'ResultSealed':
      return moved(next, event, next.approvedAt)
    case 'ResultApproved':
      return moved(next, event, event.at)
    case 'StepSentBack':
      // What was approved is work to be done again: it must be approved anew.
      return { ...moved(next, event, null), doneBy: dossier.doneBy }
    case 'ClockStopped':
      if (next.stage !== 'in-process')
        throw new ImpossibleHistory(`${dossier.code}: clock stopped at ${next.stage}`)
      return { ...next, stage: 'awaiting-citizen', minutesLeft: event.minutesLeft }
    case 'ClockResumed': {
      if (next.stage !== 'awaiting-citizen')
        throw new ImpossibleHistory(`${dossier.code}: clock resumed at ${next.stage}`)
      const { minutesLeft: _, ...running } = next
      return {
        ...running,
        stage: 'in-process',
        lawfulDue: event.lawfulDue,
        isDueProvisional: event.isDueProvisional,
      }
    }
    case 'SupplementRequested':
      if (next.stage !== 'in-process')
        throw new ImpossibleHistory(`${dossier.code}: supplement asked for at ${next.stage}`)
      return {
        ...next,
        stage: 'awaiting-citizen',
        minutesLeft: event.minutesLeft,
        holder: event.holder,
        supplementsAsked: (dossier.supplementsAsked ?? 0) + 1,
      }
    case 'SupplementReceived': {
      if (next.stage !== 'awaiting-citizen')
        throw new ImpossibleHistory(`${dossier.code}: supplement received at ${next.stage}`)
      const { minutesLeft: _, ...running } = next
      return {
        ...running,
        stage: 'in-process',
        lawfulDue: event.lawfulDue,
        isDueProvisional: event.isDueProvisional,
        holder: event.holder,
        components: [...dossier.components, ...event.components],
      }
    }
    case 'ResultReady':
      return {
        ...next,
        stage: 'ready',
        readyAt: event.at,
        result: event.result,
        timeliness: event.timeliness,
        holder: event.holder,
      }
    case 'DossierAssigned':
    case 'DossierClaimed':
    case 'DossierReleased':
      if (next.stage !== 'in-process')
        throw new ImpossibleHistory(`${dossier.code}: another holder at ${next.stage}`)
      return { ...next, holder: event.holder }
    case 'ResultHandedBack':
      if (next.stage !== 'ready') throw new ImpossibleHistory(`${dossier.code}: handed back at ${next.stage}`)
      return {
        ...next,
        stage: 'returned',
        returnedAt: event.at,
        holder: null,
        doneBy: { ...dossier.doneBy, [event.step]: event.by },
      }
  }
}

function moved(
  dossier: Dossier,
  event: { step: string; next: string; holder: Holder; by: Doer; at: Moment },
  approvedAt: Moment | null,
): InProcess {
  if (dossier.stage !== 'in-process')
    throw new ImpossibleHistory(`${dossier.code}: a step at ${dossier.stage}`)
  return {
    ...dossier,
    step: event.next,
    stepSince: event.at,
    holder: event.holder,
    approvedAt,
    doneBy: { ...dossier.doneBy, [event.step]: event.by },
  }
}

/** Folds a whole history. */
export function fold(events: readonly DossierEvent[]): Dossier {
  const dossier = events.reduce<Dossier | null>(evolve, null)
  if (dossier === null) throw new ImpossibleHistory('no events')
  return dossier
}

/** The moment lateness is judged by, to calculate with; null without a limit. */
export function lawfulDueOf(dossier: Pick<Dossier, 'lawfulDue'>): Temporal.Instant | null {
  return dossier.lawfulDue === null ? null : fromMoment(dossier.lawfulDue)
}
