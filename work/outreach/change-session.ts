import { toMoment } from '#domain/calendar/moment.ts'
import { toldOfSession } from '#domain/notices/told-otherwise.ts'
import { decideSession, evolveSession, peopleOf, type SessionCommand } from '#domain/outreach/session.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { SessionChange } from '#shapes/outreach.ts'
import { holdingSessions, keepTold, sessionOfCommand } from '#store/outreach-sessions.ts'
import { bookOf } from '../centre-book.ts'
import { tells, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { seeStaffOf } from '../reading/see-staff.ts'
import { communeOf } from './communes.ts'
import { heldSession } from './plan-sessions.ts'

/** Changes, publishes or cancels a session. */
export async function changeSession(
  desk: Desk,
  session: string,
  given: SessionChange,
): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'plan-sessions' }, on)
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'plan-sessions' })
  const kept = await heldSession(desk, session)
  if (isRefusal(kept)) return kept
  if ((await sessionOfCommand(centre, given.id)) === session) return true
  const command = commandOf(given)
  const plan = command.type === 'ChangeSession' ? command.plan : kept.state.plan
  if (!communeOf(await bookOf(centre), plan.commune)) return refuse('no-such-commune')
  const staff = await seeStaffOf(centre, peopleOf(plan))
  const done = await holdingSessions(centre, async (held): Promise<Outcome<true>> => {
    const stands = await heldSession(desk, session)
    if (isRefusal(stands)) return stands
    if (stands.state.version !== given.version) return refuse('changed-meanwhile')
    const others = await held.plansOn([plan.on])
    const event = decideSession(stands.state, command, {
      at: toMoment(now),
      by: actor.id,
      today: on,
      staff,
      others: others.filter(({ id }) => id !== session).map((one) => one.plan),
      taken: await held.takenOf(session),
    })
    if (isRefusal(event)) return event
    const state = evolveSession(stands.state, event)
    const tell = tells(desk) ? toldOfSession(stands.state.plan, event) : null
    await held.write({ id: session, command: given.id, event, state }, tell)
    return true
  })
  if (done !== null) return done
  return (await sessionOfCommand(centre, given.id)) === session ? true : refuse('changed-meanwhile')
}

function commandOf(given: SessionChange): SessionCommand {
  if (given.type !== 'ChangeSession') return given
  const { id: _, version: __, type, ...plan } = given
  return { type, plan }
}

/** Somebody who registered was told, by a person of the centre, that the session is cancelled. */
export async function recordTold(desk: Desk, session: string, registration: string): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const kept = await heldSession(desk, session)
  if (isRefusal(kept)) return kept
  const allowed = may(actor, { kind: 'see-people-of-session', team: kept.state.plan.team }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-people-of-session' })
  const told = await keepTold(centre, { session, id: registration, at: toMoment(now), by: actor.id })
  return told ? true : refuse('no-such-registration')
}
