import { type Day, dayOf, fromMoment, type Moment } from '../calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '../outcome.ts'
import { type HomeClaim, isEntitled } from './home-rules.ts'

/** Waiting to be judged; entitled and without a day; with a day; visited; not entitled; ended without a visit. */
export const HOME_STAGES = ['asked', 'entitled', 'scheduled', 'visited', 'refused', 'ended'] as const
export type HomeStage = (typeof HOME_STAGES)[number]

/** Who asked for a visit; by telephone an officer enters it. */
export const HOME_ASKED_BY = ['person', 'relative', 'commune', 'phone'] as const
export type HomeAskedBy = (typeof HOME_ASKED_BY)[number]

export interface HomeSchedule {
  readonly on: Day
  /** Its place on the day's way, where somebody gave it one. */
  readonly place: number | null
  /** Who goes: people of the centre. */
  readonly team: readonly string[]
}

/** How the person agreed to what was written down at home. */
export const CONSENTS = ['signature', 'fingerprint'] as const
export type Consent = (typeof CONSENTS)[number]

export interface HomeVisitMade {
  readonly at: Moment
  readonly consent: Consent
  /** Who saw it; needed with a fingerprint. */
  readonly witness: string | null
  readonly note: string | null
}

export const HOME_CONTACT_WAYS = ['call', 'visit', 'through-relative', 'through-commune'] as const
export type HomeContactWay = (typeof HOME_CONTACT_WAYS)[number]
export const HOME_CONTACT_OUTCOMES = ['reached', 'not-reached', 'not-at-home'] as const
export type HomeContactOutcome = (typeof HOME_CONTACT_OUTCOMES)[number]

export interface HomeContact {
  readonly at: Moment
  readonly by: string
  readonly way: HomeContactWay
  readonly outcome: HomeContactOutcome
  readonly note: string | null
}

/** A request for a visit as it stands: not who is to be visited. */
export interface HomeRequest {
  readonly version: number
  readonly stage: HomeStage
  readonly askedAt: Moment
  readonly claim: HomeClaim | null
  readonly judgedAt: Moment | null
  readonly schedule: HomeSchedule | null
  /** The first visit at which the person was met. */
  readonly visited: HomeVisitMade | null
  readonly contacts: readonly HomeContact[]
  /** Why it was refused or ended; null where the person took it back. */
  readonly why: string | null
}

interface Did {
  readonly at: Moment
  readonly by: string
}

export type HomeEvent =
  | { readonly type: 'HomeVisitAsked'; readonly at: Moment }
  | ({ readonly type: 'HomeVisitGranted'; readonly claim: HomeClaim } & Did)
  | ({ readonly type: 'HomeVisitRefused'; readonly why: string } & Did)
  | ({ readonly type: 'HomeVisitScheduled'; readonly schedule: HomeSchedule } & Did)
  | ({ readonly type: 'HomeContactRecorded'; readonly contact: Omit<HomeContact, 'at' | 'by'> } & Did)
  | ({ readonly type: 'HomeVisitMade'; readonly visited: Omit<HomeVisitMade, 'at'> } & Did)
  | ({ readonly type: 'HomeVisitEnded'; readonly why: string | null } & Omit<Did, 'by'> & {
        readonly by: string | null
      })

export type HomeCommand =
  | { readonly type: 'GrantHomeVisit'; readonly claim: HomeClaim }
  | { readonly type: 'RefuseHomeVisit'; readonly why: string }
  | { readonly type: 'ScheduleHomeVisit'; readonly schedule: HomeSchedule }
  | { readonly type: 'RecordHomeContact'; readonly contact: Omit<HomeContact, 'at' | 'by'> }
  | { readonly type: 'MakeHomeVisit'; readonly visited: Omit<HomeVisitMade, 'at'> }
  | { readonly type: 'EndHomeVisit'; readonly why: string }

/** What comes of a command on a request. */
export function decideHome(request: HomeRequest, command: HomeCommand, { at, by }: Did): Outcome<HomeEvent> {
  const { stage, schedule } = request
  const today = dayIn(at)
  const did = { at, by }
  const only = (...stages: HomeStage[]) =>
    stages.includes(stage) ? null : refuse('home-visit-not-so-far', { stage })
  switch (command.type) {
    case 'GrantHomeVisit': {
      const entitled = isEntitled(command.claim, today)
      return (
        only('asked') ??
        (isRefusal(entitled) ? entitled : { type: 'HomeVisitGranted', claim: command.claim, ...did })
      )
    }
    case 'RefuseHomeVisit':
      return only('asked') ?? { type: 'HomeVisitRefused', why: command.why, ...did }
    case 'ScheduleHomeVisit':
      if (command.schedule.on < today) return refuse('visit-in-the-past', { on: command.schedule.on })
      if (command.schedule.team.length === 0) return refuse('session-without-team')
      return (
        only('entitled', 'scheduled') ?? { type: 'HomeVisitScheduled', schedule: command.schedule, ...did }
      )
    case 'RecordHomeContact':
      return (
        only('asked', 'entitled', 'scheduled', 'visited') ?? {
          type: 'HomeContactRecorded',
          contact: command.contact,
          ...did,
        }
      )
    case 'MakeHomeVisit': {
      const wrong = only('scheduled')
      if (wrong) return wrong
      if (schedule && today < schedule.on) return refuse('visit-not-yet', { on: schedule.on })
      const witnessed = isWitnessed(command.visited)
      return isRefusal(witnessed) ? witnessed : { type: 'HomeVisitMade', visited: command.visited, ...did }
    }
    case 'EndHomeVisit':
      return only('asked', 'entitled', 'scheduled') ?? { type: 'HomeVisitEnded', why: command.why, ...did }
  }
}

/** The person takes the request back. */
export function takeBack(request: HomeRequest, at: Moment): Outcome<HomeEvent> {
  return ['asked', 'entitled', 'scheduled'].includes(request.stage)
    ? { type: 'HomeVisitEnded', why: null, at, by: null }
    : refuse('home-visit-not-so-far', { stage: request.stage })
}

/** Whoever cannot sign gives a fingerprint, and somebody else sees it (`one-stop-rules` 10: fingerprint with witness). */
export function isWitnessed({ consent, witness }: Pick<HomeVisitMade, 'consent' | 'witness'>): Outcome<true> {
  return consent === 'signature' || witness !== null ? true : refuse('witness-needed')
}

/** What a request comes to after one more event. */
export function evolveHome(request: HomeRequest | null, event: HomeEvent): HomeRequest {
  if (event.type === 'HomeVisitAsked') {
    const open = { claim: null, judgedAt: null, schedule: null, visited: null, contacts: [], why: null }
    return { version: 1, stage: 'asked', askedAt: event.at, ...open }
  }
  if (!request) throw new Error(`${event.type} before anything was asked`)
  const next = { ...request, version: request.version + 1 }
  switch (event.type) {
    case 'HomeVisitGranted':
      return { ...next, stage: 'entitled', claim: event.claim, judgedAt: event.at }
    case 'HomeVisitRefused':
      return { ...next, stage: 'refused', why: event.why, judgedAt: event.at }
    case 'HomeVisitScheduled':
      return { ...next, stage: 'scheduled', schedule: event.schedule }
    case 'HomeContactRecorded':
      return {
        ...next,
        contacts: [...request.contacts, { ...event.contact, at: event.at, by: event.by }],
      }
    case 'HomeVisitMade':
      return { ...next, stage: 'visited', visited: { ...event.visited, at: event.at } }
    case 'HomeVisitEnded':
      return { ...next, stage: 'ended', why: event.why }
  }
}

/** Days from the request to the visit, every day counted; null before one was made. */
export function daysWaited({ askedAt, visited }: Pick<HomeRequest, 'askedAt' | 'visited'>): number | null {
  if (visited === null) return null
  const asked = Temporal.PlainDate.from(dayIn(askedAt))
  return asked.until(Temporal.PlainDate.from(dayIn(visited.at)), { largestUnit: 'days' }).days
}

export const dayIn = (moment: Moment): Day => dayOf(fromMoment(moment)).toString()
