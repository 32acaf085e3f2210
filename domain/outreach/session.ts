import type { Day, Moment } from '../calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '../outcome.ts'
import { appointmentsOn, type Staff } from '../people/may.ts'
import { slotsOf } from './slots.ts'

/** What a session of the mobile team is to be: where, when, who, with what. */
export interface SessionPlan {
  /** The commune's or ward's unit. */
  readonly commune: string
  readonly place: string
  readonly on: Day
  /** Minutes of the day in Vietnam. */
  readonly opens: number
  readonly closes: number
  /** People of the centre. */
  readonly team: readonly string[]
  /** Who goes where somebody of the team cannot; kept free like them. */
  readonly substitute: string | null
  readonly equipment: string
  /** Whose procedures are received; none named is the whole catalogue. */
  readonly units: readonly string[]
  /** How long one person is given. */
  readonly slotMinutes: number
  /** How many may register for the same slot; 0 takes no registrations. */
  readonly perSlot: number
}

export const SESSION_STAGES = ['planned', 'published', 'cancelled'] as const
export type SessionStage = (typeof SESSION_STAGES)[number]

/** A session as it stands. Its version less one is how often the public was told something new. */
export interface MobileSession {
  readonly version: number
  readonly stage: SessionStage
  readonly plan: SessionPlan
  /** Why it was cancelled. */
  readonly why: string | null
  readonly changedAt: Moment
}

interface Did {
  readonly at: Moment
  readonly by: string
}

export type SessionEvent =
  | ({ readonly type: 'SessionPlanned'; readonly plan: SessionPlan } & Did)
  | ({ readonly type: 'SessionChanged'; readonly plan: SessionPlan } & Did)
  | ({ readonly type: 'SessionPublished' } & Did)
  | ({ readonly type: 'SessionCancelled'; readonly why: string } & Did)

export type SessionCommand =
  | { readonly type: 'ChangeSession'; readonly plan: SessionPlan }
  | { readonly type: 'PublishSession' }
  | { readonly type: 'CancelSession'; readonly why: string }

/** What a decision needs besides. */
export interface SessionLaw extends Did {
  readonly today: Day
  readonly staff: readonly Staff[]
  /** The other sessions of the day that were not cancelled. */
  readonly others: readonly SessionPlan[]
  /** Slots people have registered for, once for each of them. */
  readonly taken: readonly number[]
}

/** Plans a session. */
export function planSession(plan: SessionPlan, law: SessionLaw): Outcome<SessionEvent> {
  const fits = fitsIn(plan, law)
  return isRefusal(fits) ? fits : { type: 'SessionPlanned', plan, at: law.at, by: law.by }
}

/** What comes of a command on a session; what is over or cancelled stays as it was. */
export function decideSession(
  session: MobileSession,
  command: SessionCommand,
  law: SessionLaw,
): Outcome<SessionEvent> {
  const { stage, plan } = session
  const did = { at: law.at, by: law.by }
  if (stage === 'cancelled') return refuse('session-not-so-far', { stage })
  if (plan.on < law.today) return refuse('session-in-the-past', { on: plan.on })
  switch (command.type) {
    case 'ChangeSession': {
      const fits = fitsIn(command.plan, law)
      return isRefusal(fits) ? fits : { type: 'SessionChanged', plan: command.plan, ...did }
    }
    case 'PublishSession': {
      if (stage !== 'planned') return refuse('session-not-so-far', { stage })
      const fits = fitsIn(plan, law)
      return isRefusal(fits) ? fits : { type: 'SessionPublished', ...did }
    }
    case 'CancelSession':
      return { type: 'SessionCancelled', why: command.why, ...did }
  }
}

/** What a session comes to after one more event. */
export function evolveSession(session: MobileSession | null, event: SessionEvent): MobileSession {
  if (event.type === 'SessionPlanned')
    return { version: 1, stage: 'planned', plan: event.plan, why: null, changedAt: event.at }
  if (!session) throw new Error(`${event.type} before anything was planned`)
  const next = { ...session, version: session.version + 1, changedAt: event.at }
  switch (event.type) {
    case 'SessionChanged':
      return { ...next, plan: event.plan }
    case 'SessionPublished':
      return { ...next, stage: 'published' }
    case 'SessionCancelled':
      return { ...next, stage: 'cancelled', why: event.why }
  }
}

/** Everybody a session keeps busy: the team and who stands in. */
export function peopleOf({ team, substitute }: Pick<SessionPlan, 'team' | 'substitute'>): readonly string[] {
  return substitute === null ? team : [...team, substitute]
}

/**
 * A session is ahead, has hours and a team; everybody in it has a post of the centre on that day, and is in no other
 * session at the same hours. Nobody who has registered is left without his slot.
 */
function fitsIn(plan: SessionPlan, { today, staff, others, taken }: SessionLaw): Outcome<true> {
  const { on, opens, closes, team } = plan
  if (on < today) return refuse('session-in-the-past', { on })
  if (closes - opens < plan.slotMinutes) return refuse('session-without-hours')
  if (team.length === 0) return refuse('session-without-team')
  const people = peopleOf(plan)
  const twice = people.find((one, place) => people.indexOf(one) !== place)
  if (twice !== undefined) return refuse('twice-in-team', { who: nameOf(staff, twice) })
  const absent = people.find((id) => !isInPost(staff, id, on))
  if (absent !== undefined) return refuse('team-not-in-post', { who: nameOf(staff, absent), on })
  for (const other of others) {
    if (other.on !== on || other.closes <= opens || closes <= other.opens) continue
    const both = people.find((id) => peopleOf(other).includes(id))
    if (both !== undefined)
      return refuse('in-two-sessions', { who: nameOf(staff, both), on, place: other.place })
  }
  return slotsHold(plan, taken) ? true : refuse('slots-taken')
}

function slotsHold(plan: SessionPlan, taken: readonly number[]): boolean {
  const slots = slotsOf(plan)
  return taken.every(
    (slot) => slots.includes(slot) && taken.filter((one) => one === slot).length <= plan.perSlot,
  )
}

function isInPost(staff: readonly Staff[], id: string, on: Day): boolean {
  const person = staff.find((one) => one.id === id)
  return person !== undefined && appointmentsOn(person, on).some(({ post }) => post !== 'administrator')
}

const nameOf = (staff: readonly Staff[], id: string) => staff.find((one) => one.id === id)?.name ?? id
