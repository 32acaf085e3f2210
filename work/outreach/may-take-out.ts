import { dayIn } from '#domain/outreach/home-visit.ts'
import { peopleOf } from '#domain/outreach/session.ts'
import { isOfDay } from '#domain/outreach/slots.ts'
import type { TakenOut } from '#domain/outreach/taken-out.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import { homeRequestById } from '#store/home-requests.ts'
import { sessionById } from '#store/outreach-sessions.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Whether a person takes dossiers in a session or on a visit now: it is held today, and the person is of its team. */
export async function mayTakeOut(desk: Desk, staff: Staff, takenOut: TakenOut): Promise<Outcome<true>> {
  const team = await (takenOut.kind === 'session' ? teamOfSession : teamOfVisit)(desk, takenOut.id)
  if (team === undefined) return refuse('not-held-now')
  return team.includes(staff.id) || refuse('not-of-the-team')
}

async function teamOfSession({ centre, now }: Desk, id: string): Promise<readonly string[] | undefined> {
  const session = await sessionById(centre, id)
  if (session?.state.stage !== 'published' || !isOfDay(session.state.plan, now)) return undefined
  return peopleOf(session.state.plan)
}

async function teamOfVisit(desk: Desk, id: string): Promise<readonly string[] | undefined> {
  const { schedule, visited } = (await homeRequestById(desk.centre, id))?.state ?? {}
  if (!schedule) return undefined
  const on = visited ? dayIn(visited.at) : schedule.on
  return on === today(desk) ? schedule.team : undefined
}
