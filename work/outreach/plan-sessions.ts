import { isId } from '#shapes/id.ts'
import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { evolveSession, peopleOf, planSession, type SessionPlan } from '#domain/outreach/session.ts'
import { weeklyDays } from '#domain/outreach/weekly.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { SessionsToPlan } from '#shapes/outreach.ts'
import { holdingSessions, sessionById, sessionOfCommand } from '#store/outreach-sessions.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { seeStaffOf } from '../reading/see-staff.ts'
import { communeOf } from './communes.ts'

/**
 * Plans a session, or one on every such day of the weeks up to the last: all of them or none. Sent twice, it is planned
 * once. Answers with the ids, in the order of days.
 */
export async function planSessions(desk: Desk, given: SessionsToPlan): Promise<Outcome<readonly string[]>> {
  const { centre, actor, now } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'plan-sessions' }, on)
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'plan-sessions' })
  const { id, until, weekdays, except, ...first } = given
  const book = await bookOf(centre)
  if (!communeOf(book, first.commune)) return refuse('no-such-commune')
  const unknown = first.units.find((code) => !book.units.has(code))
  if (unknown !== undefined) return refuse('no-such-unit', { unit: unknown })
  const weekday = Temporal.PlainDate.from(first.on).dayOfWeek
  const days = weeklyDays({
    from: first.on,
    until: until ?? first.on,
    weekdays: weekdays.length > 0 && until !== null ? weekdays : [weekday],
    except,
  })
  if (isRefusal(days)) return days
  const ids = days.map((day) => derivedId(id, 'session', day))
  const did = { at: toMoment(now), by: actor.id }
  const staff = await seeStaffOf(centre, peopleOf(first))
  const planned = await holdingSessions(centre, async (held): Promise<Outcome<true>> => {
    const others = await held.plansOn(days)
    const decided = days.map((day, place) => {
      const plan: SessionPlan = { ...first, on: day }
      const event = planSession(plan, {
        ...did,
        today: dayOf(now).toString(),
        staff,
        others: others.filter((one) => !ids.includes(one.id)).map((one) => one.plan),
        taken: [],
      })
      return { id: ids[place] ?? id, command: derivedId(id, 'planned', day), event }
    })
    for (const { event } of decided) if (isRefusal(event)) return event
    for (const { event, ...one } of decided)
      if (!isRefusal(event)) await held.write({ ...one, event, state: evolveSession(null, event) }, null)
    return true
  })
  if (planned !== null && isRefusal(planned)) return planned
  const [day = first.on] = days
  const isDone = planned === true || (await sessionOfCommand(centre, derivedId(id, 'planned', day)))
  return isDone ? ids : refuse('changed-meanwhile')
}

/** A session, by its id; what is none is not looked for. */
export async function heldSession({ centre }: Pick<Desk, 'centre'>, id: string) {
  return (isId(id) ? await sessionById(centre, id) : undefined) ?? refuse('no-such-session')
}
