import { toMoment } from '#domain/calendar/moment.ts'
import { toldOfHomeVisit } from '#domain/notices/told-otherwise.ts'
import { decideHome, evolveHome, type HomeCommand } from '#domain/outreach/home-visit.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import type { HomeVisitChange } from '#shapes/outreach.ts'
import {
  homeRequestByCode,
  homeRequestOfCommand,
  type KeptHomeRequest,
  writeHomeRequest,
} from '#store/home-requests.ts'
import { readHomeCode } from '#domain/outreach/home-code.ts'
import { tells, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { seeStaffOf } from '../reading/see-staff.ts'

/** Judges a request, gives it a day, keeps a call, the visit itself, or that it came to nothing. */
export async function changeHomeVisit(
  desk: Desk,
  typed: string,
  given: HomeVisitChange,
): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const kept = await heldHomeVisit(desk, typed)
  if (isRefusal(kept)) return kept
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'work-home-visits' })
  if ((await homeRequestOfCommand(centre, given.id)) === kept.id) return true
  // Who goes keeps what happened there; everything else is the counter's.
  const isOfVisit = given.type === 'MakeHomeVisit' || given.type === 'RecordHomeContact'
  const allowed = isOfVisit || may(actor, { kind: 'work-home-visits' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (given.version !== kept.state.version) return refuse('changed-meanwhile')
  const command = await commandOf(desk, kept, given)
  if (isRefusal(command)) return command
  const event = decideHome(kept.state, command, { at: toMoment(now), by: actor.id })
  if (isRefusal(event)) return event
  const state = evolveHome(kept.state, event)
  const telling = tells(desk) ? toldOfHomeVisit(kept.state, event) : null
  const tell = telling && { code: kept.code, telling }
  if (await writeHomeRequest(centre, { command: given.id, id: kept.id, state, event, tell })) return true
  return (await homeRequestOfCommand(centre, given.id)) === kept.id ? true : refuse('changed-meanwhile')
}

/** A request this person may see: at the counter, or as one of those who go. */
export async function heldHomeVisit(desk: Desk, typed: string): Promise<Outcome<KeptHomeRequest>> {
  const kept = await homeRequestByCode(desk.centre, readHomeCode(typed))
  if (!kept) return refuse('no-such-home-visit')
  const team = kept.state.schedule?.team ?? []
  const allowed = may(desk.actor, { kind: 'see-home-visit', team }, today(desk))
  return isRefusal(allowed) ? refuse('not-permitted', { action: 'see-home-visit' }) : kept
}

async function commandOf(
  desk: Desk,
  kept: KeptHomeRequest,
  given: HomeVisitChange,
): Promise<Outcome<HomeCommand>> {
  switch (given.type) {
    case 'GrantHomeVisit': {
      const { ground, born, evidenceBy, evidence } = given
      const claim = { ground, born: born ?? kept.born, evidence: { by: evidenceBy, what: evidence } }
      return { type: given.type, claim }
    }
    case 'RecordHomeContact':
      return { type: given.type, contact: { way: given.way, outcome: given.outcome, note: given.note } }
    case 'MakeHomeVisit': {
      const { consent, witness, note } = given
      return { type: given.type, visited: { consent, witness, note } }
    }
    case 'ScheduleHomeVisit': {
      const staff = await seeStaffOf(desk.centre, given.team)
      for (const id of given.team) {
        const person = staff.find((one) => one.id === id)
        if (!person) return refuse('no-such-staff')
        const isInPost = appointmentsOn(person, given.on).some(({ post }) => post !== 'administrator')
        if (!isInPost) return refuse('team-not-in-post', { who: person.name, on: given.on })
      }
      const { on, place, team } = given
      return { type: given.type, schedule: { on, place, team } }
    }
    case 'RefuseHomeVisit':
    case 'EndHomeVisit':
      return { type: given.type, why: given.why }
  }
}
