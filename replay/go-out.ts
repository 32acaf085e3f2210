import { dayOf, instantAt } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { appointmentsOn, hasPost, type Post, type Staff } from '#domain/people/may.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import type { HomeVisitChange } from '#shapes/outreach.ts'
import type { Desk } from '#work/desk.ts'
import { derivedId } from '#work/derived-id.ts'
import { askHomeVisit } from '#work/outreach/ask-home-visit.ts'
import { changeHomeVisit } from '#work/outreach/change-home-visit.ts'
import { changeSession } from '#work/outreach/change-session.ts'
import { planSessions } from '#work/outreach/plan-sessions.ts'
import { chanceFrom } from './chance.ts'
import { type Arrival, MOBILE_CLOSES, MOBILE_OPENS, MOBILE_UNITS } from './draw-months.ts'

interface Going {
  readonly centre: Desk['centre']
  readonly staff: readonly Staff[]
  readonly reception: string
  readonly seed: string
}

/** Whoever is visited asked so long before. */
const ASKED_DAYS_BEFORE = 3
/** Before the hall opens, in minutes of the day. */
const EARLY = 6 * 60
const BORN = '1930'
const EVIDENCE = { evidenceBy: 'identity-paper', evidence: 'Chứng minh nhân dân' } as const

/**
 * The sessions and visits at home in which dossiers arrive: one session a day of the team, one visit for each dossier from
 * home, all of it through the use cases. Answers with the arrivals, which say where they are taken.
 */
export async function goOut(
  arrivals: readonly Arrival[],
  going: Going,
): Promise<Outcome<readonly Arrival[]>> {
  const sessions = new Map<string, string>()
  const out: Arrival[] = []
  for (const arrival of arrivals) {
    const takenOut = await takenOutOf(arrival, going, sessions)
    if (takenOut && 'refused' in takenOut) return takenOut
    out.push(takenOut ? { ...arrival, given: { ...arrival.given, takenOut } } : arrival)
  }
  return out
}

type TakenOut = NonNullable<DossierToReceive['takenOut']>

async function takenOutOf(
  arrival: Arrival,
  going: Going,
  sessions: Map<string, string>,
): Promise<Outcome<TakenOut> | null> {
  if (arrival.given.channel === 'home') return visited(arrival, going)
  if (arrival.given.channel !== 'mobile') return null
  const on = dayOf(arrival.at).toString()
  const id = sessions.get(on) ?? (await held(arrival, going))
  if (typeof id !== 'string') return id
  sessions.set(on, id)
  return { kind: 'session', id }
}

/** A session of the whole reception, planned and published early that day. */
async function held({ at, given }: Arrival, going: Going): Promise<Outcome<string>> {
  const on = dayOf(at)
  const [director] = inPostOn(going, 'director', on)
  if (!director) throw new Error(`nobody is director on ${on}`)
  const desk = { centre: going.centre, now: instantAt(on, EARLY), actor: director }
  const command = chanceFrom(`${going.seed} session ${on}`).id(desk.now)
  const ids = await planSessions(desk, {
    id: command,
    commune: given.placeOfSupport ?? '',
    place: 'Nhà văn hóa',
    on: on.toString(),
    opens: MOBILE_OPENS,
    closes: MOBILE_CLOSES + 1,
    team: inPostOn(going, 'clerk', on).map(({ id }) => id),
    substitute: null,
    equipment: 'Máy in, máy quét',
    units: MOBILE_UNITS,
    slotMinutes: 30,
    perSlot: 3,
    until: null,
    weekdays: [],
    except: [],
  })
  if (isRefusal(ids)) return ids
  const [id = ''] = ids
  const publish = { id: derivedId(command, 'publish'), version: 1, type: 'PublishSession' as const }
  const published = await changeSession(desk, id, publish)
  return isRefusal(published) ? published : id
}

/** An old person asks, is judged and given the day of the arrival, and is visited on it. */
async function visited({ at, given }: Arrival, going: Going): Promise<Outcome<TakenOut>> {
  const on = dayOf(at)
  const earlier = on.subtract({ days: ASKED_DAYS_BEFORE })
  const asked = inPostOn(going, 'clerk', earlier).length > 0 ? earlier : on
  const [clerk] = inPostOn(going, 'clerk', on)
  if (!clerk) throw new Error(`nobody is clerk on ${on}`)
  const before = { centre: going.centre, now: instantAt(asked, EARLY), actor: clerk }
  const { name, phone, address } = given.applicant
  const command = derivedId(given.id, 'home visit')
  const slip = await askHomeVisit(before, {
    id: command,
    askedBy: 'phone',
    name,
    born: BORN,
    phone,
    commune: given.placeOfSupport ?? '',
    hamlet: 'Khu 1',
    address: address ?? 'Khu 1',
    contactName: null,
    contactPhone: null,
    wish: 'Nhận hồ sơ tại nhà',
  })
  if (isRefusal(slip)) return slip
  const team = inPostOn(going, 'clerk', on).map(({ id }) => id)
  const nth = (version: number) => ({ id: derivedId(command, version), version })
  const changes: readonly (readonly [Desk, HomeVisitChange])[] = [
    [before, { ...nth(1), type: 'GrantHomeVisit', ground: 'old', born: null, ...EVIDENCE }],
    [before, { ...nth(2), type: 'ScheduleHomeVisit', on: on.toString(), place: null, team }],
    [
      { ...before, now: at },
      { ...nth(3), type: 'MakeHomeVisit', consent: 'signature', witness: null, note: null },
    ],
  ]
  for (const [desk, change] of changes) {
    const done = await changeHomeVisit(desk, slip.code, change)
    if (isRefusal(done)) return done
  }
  return { kind: 'home-visit', id: command, consent: 'signature', witness: null }
}

function inPostOn({ staff, reception }: Going, post: Post, on: Temporal.PlainDate): readonly Staff[] {
  const day = on.toString()
  return staff.filter((one) =>
    post === 'clerk'
      ? hasPost(one, post, reception, day)
      : appointmentsOn(one, day).some((held) => held.post === post),
  )
}
