import { dayOf, instantAt, toMoment } from '#domain/calendar/moment.ts'
import { remindRegistered } from '#store/outreach-sessions.ts'
import { tells } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Whoever comes to a mobile session is told so the day before, once; who registered only that day knows. */
export async function remindOfSessions(desk: Pick<Desk, 'centre' | 'now' | 'notices'>): Promise<number> {
  const { centre, now } = desk
  if (!tells(desk)) return 0
  const today = dayOf(now)
  const on = today.add({ days: 1 }).toString()
  return remindRegistered(centre, { on, registeredBefore: toMoment(instantAt(today, 0)), at: toMoment(now) })
}
