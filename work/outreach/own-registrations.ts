import { type Day, toMoment } from '#domain/calendar/moment.ts'
import { startOf } from '#domain/outreach/slots.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { giveBackSlot, registrationsOfCitizen } from '#store/outreach-sessions.ts'
import { centreLawOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { communeOn } from './communes.ts'

/** A time an account registered for, with whether it is held. */
export interface OwnRegistration {
  readonly id: string
  readonly session: string
  readonly on: Day
  /** Minute of the day. */
  readonly slot: number
  readonly place: string
  readonly communeName: string
  /** Why the session is not held; null where it is. */
  readonly cancelledWhy: string | null
  readonly isGivenBack: boolean
  readonly mayGiveBack: boolean
}

const MOST_OWN = 20

/** What the citizen at the desk registered for from today on, the next first. */
export async function seeOwnRegistrations(desk: Desk): Promise<readonly OwnRegistration[]> {
  const { centre, actor, now } = desk
  if (actor.kind !== 'citizen') return []
  const [law, kept] = await Promise.all([
    centreLawOf(centre),
    registrationsOfCitizen(centre, actor.id, MOST_OWN),
  ])
  return kept
    .filter(({ state }) => state.plan.on >= today(desk))
    .map(({ id, session, slot, cancelledAt, state: { plan, stage, why } }) => ({
      id,
      session,
      on: plan.on,
      slot,
      place: plan.place,
      communeName: communeOn(law, plan.commune, plan.on).name,
      cancelledWhy: stage === 'cancelled' ? (why ?? '') : null,
      isGivenBack: cancelledAt !== null,
      mayGiveBack:
        cancelledAt === null &&
        stage === 'published' &&
        Temporal.Instant.compare(startOf(plan.on, slot), now) > 0,
    }))
    .toSorted((a, b) => (a.on === b.on ? a.slot - b.slot : a.on < b.on ? -1 : 1))
}

/** Gives back a time of one's own, so that somebody else can come; the account is enough, no code. */
export async function giveBackOwn(desk: Desk, id: string): Promise<Outcome<true>> {
  const own = (await seeOwnRegistrations(desk)).find((one) => one.id === id)
  if (!own?.mayGiveBack) return refuse('no-such-registration')
  await giveBackSlot(desk.centre, id, toMoment(desk.now))
  return true
}
