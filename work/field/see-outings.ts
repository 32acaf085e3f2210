import { type Day, dayOf, toMoment } from '#domain/calendar/moment.ts'
import { peopleOf } from '#domain/outreach/session.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { Outing, Outings } from '#shapes/field/provision.ts'
import { homeVisitsOn } from '#store/home-requests.ts'
import { listSessions } from '#store/outreach-sessions.ts'
import { centreLawOf } from '../centre-book.ts'
import { communeOn } from '../outreach/communes.ts'
import type { DeviceDesk } from './device-desk.ts'

const DAYS = 7
const MOST = 400

/** Where the owner of a device goes today and in the week ahead, the earliest first; without who is visited. */
export async function seeOutings({ desk }: DeviceDesk): Promise<Outcome<Outings>> {
  const { actor, centre, now } = desk
  const allowed = may(actor, { kind: 'work-outside', owner: actor.id }, dayOf(now).toString())
  if (isRefusal(allowed)) return allowed
  const today = dayOf(now)
  const days = Array.from({ length: DAYS + 1 }, (_, ahead) => today.add({ days: ahead }).toString())
  const [law, sessions, visits] = await Promise.all([
    centreLawOf(centre),
    listSessions(centre, {
      from: days[0] ?? '',
      until: days.at(-1) ?? '',
      isPublic: false,
      communes: null,
      size: MOST,
    }),
    Promise.all(days.map((on) => homeVisitsOn(centre, on))),
  ])
  const nameOf = (commune: string, on: Day) => communeOn(law, commune, on).name
  const held = sessions.flatMap(({ id, state: { stage, plan } }): readonly Outing[] => {
    if (stage !== 'published' || !peopleOf(plan).includes(actor.id)) return []
    const { on, opens, closes, place, commune } = plan
    return [{ kind: 'session', id, on, opens, closes, place, communeName: nameOf(commune, on) }]
  })
  const gone = visits.flat().flatMap(({ id, state: { schedule }, hamlet, commune }): readonly Outing[] => {
    if (!schedule?.team.includes(actor.id)) return []
    const { on } = schedule
    return [
      {
        kind: 'home-visit',
        id,
        on,
        opens: null,
        closes: null,
        place: hamlet,
        communeName: nameOf(commune, on),
      },
    ]
  })
  const outings = [...held, ...gone].toSorted((a, b) => order(a).localeCompare(order(b)))
  return { now: toMoment(now), outings }
}

const order = ({ on, opens, id }: { readonly on: Day; readonly opens: number | null; readonly id: string }) =>
  `${on} ${String(opens ?? 0).padStart(4, '0')} ${id}`
