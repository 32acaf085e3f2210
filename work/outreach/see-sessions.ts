import { type Day, toMoment } from '#domain/calendar/moment.ts'
import { type MobileSession, peopleOf, type SessionPlan } from '#domain/outreach/session.ts'
import { isOfDay, roomIn, slotsOf, startOf } from '#domain/outreach/slots.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may, type Post } from '#domain/people/may.ts'
import { inForceOn, isOffered, type Procedure } from '#domain/procedure/procedure.ts'
import { recordAccess } from '#store/access-records.ts'
import {
  type KeptSession,
  listSessions,
  registrationsOf,
  type SessionRegistration,
  takenOfSessions,
} from '#store/outreach-sessions.ts'
import { countTakenOut, dossiersTakenOut, readyForCommune } from '#store/taken-out.ts'
import { type CentreLaw, centreLawOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { seeStaff, seeStaffOf } from '../reading/see-staff.ts'
import { type CommuneOn, communeOn, communesOn } from './communes.ts'
import { heldSession } from './plan-sessions.ts'

/** A session as anybody may see it. */
export interface SeenSession {
  readonly id: string
  readonly version: number
  readonly stage: MobileSession['stage']
  readonly why: string | null
  readonly changedAt: string
  readonly plan: SessionPlan
  readonly communeName: string
  /** Names of the units whose procedures are received; none is all of them. */
  readonly unitNames: readonly string[]
  readonly slots: readonly { readonly minute: number; readonly room: number }[]
}

export interface SessionLine extends SeenSession {
  readonly registered: number
  readonly received: number
  readonly teamNames: readonly string[]
}

const MOST = 400

/** The sessions of some weeks at the desk: with who goes, how many come and what was taken. */
export async function seeSessions(
  desk: Desk,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<Outcome<readonly SessionLine[]>> {
  const { centre } = desk
  const allowed = may(desk.actor, { kind: 'see-sessions' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const kept = await listSessions(centre, { from, until, isPublic: false, communes: null, size: MOST })
  const ids = kept.map(({ id }) => id)
  const [law, taken, received, staff] = await Promise.all([
    centreLawOf(centre),
    takenOfSessions(centre, ids),
    countTakenOut(centre, ids),
    seeStaffOf(
      centre,
      kept.flatMap(({ state }) => state.plan.team),
    ),
  ])
  return kept.map((one) => ({
    ...shown(one, law, taken.get(one.id) ?? [], desk),
    registered: taken.get(one.id)?.length ?? 0,
    received: received.get(one.id) ?? 0,
    teamNames: one.state.plan.team.map((id) => staff.find((person) => person.id === id)?.name ?? id),
  }))
}

/** Somebody who can be in a team, with the posts of a day. */
export interface TeamChoice {
  readonly id: string
  readonly name: string
  readonly posts: readonly { readonly post: Post; readonly unitName: string }[]
}

export interface PlanChoices {
  readonly communes: readonly CommuneOn[]
  readonly people: readonly TeamChoice[]
  /** Units that have procedures the mobile team may receive. */
  readonly units: readonly { readonly code: string; readonly name: string; readonly procedures: number }[]
}

/** What a plan is made from: communes, people of the centre with their posts, whose procedures can be received. */
export async function seePlanChoices(desk: Desk): Promise<Outcome<PlanChoices>> {
  const on = today(desk)
  const allowed = may(desk.actor, { kind: 'plan-sessions' }, on)
  if (isRefusal(allowed)) return allowed
  const [law, staff] = await Promise.all([centreLawOf(desk.centre), seeStaff(desk.centre)])
  const { book } = law
  const offered = offeredOn(book, on, [])
  const count = Map.groupBy(offered, ({ unit }) => unit)
  return {
    communes: communesOn(law, on),
    people: teamChoices(staff, book, on),
    units: [...count].map(([code, procedures]) => ({
      code,
      name: book.units.get(code)?.name ?? code,
      procedures: procedures.length,
    })),
  }
}

/** Everybody with a post of the centre on a day but who administers alone, the counters first. */
export function teamChoices(
  staff: Awaited<ReturnType<typeof seeStaff>>,
  book: CentreBook,
  on: Day,
): readonly TeamChoice[] {
  return staff
    .map((one) => ({
      id: one.id,
      name: one.name,
      posts: appointmentsOn(one, on)
        .filter(({ post }) => post !== 'administrator')
        .map(({ post, unit }) => ({ post, unitName: book.units.get(unit)?.name ?? unit })),
    }))
    .filter(({ posts }) => posts.length > 0)
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi'))
}

const rank = ({ posts }: TeamChoice) => (posts.some(({ post }) => post === 'clerk') ? 0 : 1)

export interface SessionAtDesk extends SeenSession {
  readonly isToday: boolean
  readonly isOver: boolean
  readonly team: readonly { readonly id: string; readonly name: string }[]
  readonly substitute: string | null
  readonly mayPlan: boolean
  readonly mayReceive: boolean
  /** Who comes and what is to be brought along; null for who may not see people of it. */
  readonly people: {
    readonly registrations: readonly (SessionRegistration & { readonly procedureName: string | null })[]
    readonly ready: readonly ReadyToBring[]
    readonly taken: readonly TakenHere[]
  } | null
}

/** A result that lies ready for somebody of the commune. */
export interface ReadyToBring {
  readonly code: string
  readonly procedureName: string
  readonly ownerName: string
  readonly phone: string | null
  readonly address: string | null
}

interface TakenHere {
  readonly code: string
  readonly procedureName: string
}

export const MOST_READY = 200

/** One session whole; looking at its people is recorded. */
export async function seeSession(desk: Desk, id: string): Promise<Outcome<SessionAtDesk>> {
  const { centre, actor } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'see-sessions' }, on)
  if (isRefusal(allowed)) return allowed
  const kept = await heldSession(desk, id)
  if (isRefusal(kept)) return kept
  const { plan, stage } = kept.state
  const [law, staff, taken] = await Promise.all([
    centreLawOf(centre),
    seeStaffOf(centre, peopleOf(plan)),
    takenOfSessions(centre, [id]),
  ])
  const nameOf = (one: string) => staff.find((person) => person.id === one)?.name ?? one
  const mayDo = (action: Parameters<typeof may>[1]) => !isRefusal(may(actor, action, on))
  const isTeam = actor.kind === 'staff' && peopleOf(plan).includes(actor.id)
  return {
    ...shown(kept, law, taken.get(id) ?? [], desk),
    isToday: isOfDay(plan, desk.now),
    isOver: plan.on < on,
    team: plan.team.map((one) => ({ id: one, name: nameOf(one) })),
    substitute: plan.substitute && nameOf(plan.substitute),
    mayPlan: mayDo({ kind: 'plan-sessions' }),
    mayReceive: isTeam && stage === 'published' && isOfDay(plan, desk.now),
    people: mayDo({ kind: 'see-people-of-session', team: peopleOf(plan) })
      ? await peopleIn(desk, kept, law)
      : null,
  }
}

async function peopleIn(desk: Desk, { id, state }: KeptSession, law: CentreLaw) {
  const { centre } = desk
  await recordLook(desk, 'see-session', id)
  const { book } = law
  const ready = await readyToBring(desk, state.plan, law)
  const [registrations, taken] = await Promise.all([
    registrationsOf(centre, id),
    dossiersTakenOut(centre, id),
  ])
  return {
    registrations: registrations.map((one) => ({
      ...one,
      procedureName:
        one.procedure === null ? null : (book.procedures.get(one.procedure)?.at(-1)?.name ?? null),
    })),
    ready,
    taken: taken.map((one) => ({ code: one.code, procedureName: lawFor(one, book).procedure.name })),
  }
}

async function readyToBring({ centre }: Desk, plan: SessionPlan, law: CentreLaw): Promise<ReadyToBring[]> {
  const { book } = law
  const found = await readyForCommune(centre, { ...readyOf(law, plan), size: MOST_READY })
  return found.map((one) => ({
    code: one.code,
    procedureName: lawFor(one, book).procedure.name,
    ownerName: one.owner.name,
    phone: one.owner.phone ?? one.applicant.phone,
    address: one.owner.address ?? one.applicant.address,
  }))
}

/** What results for a commune are found by: its units, and the names that addresses may still have. */
export function readyOf(law: CentreLaw, { commune, on }: { readonly commune: string; readonly on: Day }) {
  const { name, codes } = communeOn(law, commune, on)
  const named = codes.flatMap((code) => law.book.units.get(code)?.name ?? [])
  return { codes, names: [...new Set([name, ...named].map(bareName))] }
}

/** As it stands in an address: `xã Bình Dương`, whatever the unit is called besides. */
function bareName(name: string): string {
  return /(?:phường|xã|thị trấn) .+$/iu.exec(name)?.[0] ?? name
}

export async function recordLook({ centre, actor, now }: Desk, what: string, code: string): Promise<void> {
  if (actor.kind === 'staff')
    await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what, code })
}

/** Sessions the public knows from a day on, the earliest first; of a commune with all that it took in, or of all. */
export async function followSessions(
  desk: Desk,
  { commune, from, until }: { readonly commune: string | null; readonly from: Day; readonly until: Day },
): Promise<readonly SeenSession[]> {
  const { centre } = desk
  const law = await centreLawOf(centre)
  const communes = commune === null ? null : communeOn(law, commune, today(desk)).codes
  const kept = await listSessions(centre, { from, until, isPublic: true, communes, size: MOST })
  const taken = await takenOfSessions(
    centre,
    kept.map(({ id }) => id),
  )
  return kept.map((one) => shown(one, law, taken.get(one.id) ?? [], desk))
}

/** One of them, with the procedures it receives; what was never published does not exist. */
export async function followSession(
  desk: Desk,
  id: string,
): Promise<Outcome<SeenSession & { readonly procedures: readonly Procedure[] }>> {
  const kept = await heldSession(desk, id)
  if (isRefusal(kept)) return kept
  const { on } = kept.state.plan
  const published = await followSessions(desk, { commune: null, from: on, until: on })
  const seen = published.find((one) => one.id === id)
  if (!seen) return refuse('no-such-session')
  return { ...seen, procedures: offeredOn((await centreLawOf(desk.centre)).book, on, seen.plan.units) }
}

/** The communes as they stand today, for choosing among them. */
export async function seeCommunes(desk: Desk): Promise<readonly CommuneOn[]> {
  return communesOn(await centreLawOf(desk.centre), today(desk))
}

/** What the mobile team may receive on a day: of some units, or of all. */
export function offeredOn(
  { procedures }: CentreBook,
  on: Day,
  units: readonly string[],
): readonly Procedure[] {
  return [...procedures.values()]
    .flatMap((versions) => {
      const found = inForceOn(versions, on)
      return isRefusal(found) || !isOffered(found, 'mobile') ? [] : [found]
    })
    .filter(({ unit }) => units.length === 0 || units.includes(unit))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

function shown(
  { id, state }: KeptSession,
  law: CentreLaw,
  taken: readonly number[],
  { now }: Pick<Desk, 'now'>,
): SeenSession {
  const { plan, stage, why, version, changedAt } = state
  const nameOf = (code: string) => law.book.units.get(code)?.name ?? code
  return {
    id,
    version,
    stage,
    why,
    changedAt,
    plan,
    communeName: communeOn(law, plan.commune, plan.on).name,
    unitNames: plan.units.map(nameOf),
    slots: slotsOf(plan).map((minute) => ({
      minute,
      room:
        stage === 'published' && Temporal.Instant.compare(startOf(plan.on, minute), now) > 0
          ? roomIn(plan, minute, taken)
          : 0,
    })),
  }
}
