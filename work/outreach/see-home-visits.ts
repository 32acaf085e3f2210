import { type Day, dayOf, fromMoment, instantAt, toMoment } from '#domain/calendar/moment.ts'
import { type HomeFigures, homeFigures } from '#domain/outreach/home-figures.ts'
import type { HomeRequest, HomeStage } from '#domain/outreach/home-visit.ts'
import { routeOf } from '#domain/outreach/route.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import {
  homeRequestsBetween,
  homeVisitsOn,
  type KeptHomeRequest,
  listHomeRequests,
} from '#store/home-requests.ts'
import { dossiersTakenOut } from '#store/taken-out.ts'
import { type CentreLaw, centreLawOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { seeStaff } from '../reading/see-staff.ts'
import { heldHomeVisit } from './change-home-visit.ts'
import { communeOn } from './communes.ts'
import { recordLook, seeCommunes, type TeamChoice, teamChoices } from './see-sessions.ts'

/** A request in a list: where and since when, not who. */
export interface HomeLine {
  readonly id: string
  readonly code: string
  readonly stage: HomeStage
  readonly askedAt: string
  readonly askedBy: KeptHomeRequest['askedBy']
  readonly communeName: string
  readonly hamlet: string
  readonly visitOn: Day | null
  readonly contacts: number
}

export interface HomeList {
  readonly lines: readonly HomeLine[]
  readonly next: string | null
  readonly figures: HomeFigures
  readonly from: Day
}

const PAGE = 50
const OPEN: readonly HomeStage[] = ['asked', 'entitled', 'scheduled']
const DONE: readonly HomeStage[] = ['visited', 'refused', 'ended']

/** What is asked for and not yet done, the longest waiting first, or what is done; with the figures of the year so far. */
export async function seeHomeVisits(
  desk: Desk,
  { isOpen, after }: { readonly isOpen: boolean; readonly after: string | null },
): Promise<Outcome<HomeList>> {
  const { centre } = desk
  const on = today(desk)
  const allowed = may(desk.actor, { kind: 'work-home-visits' }, on)
  if (isRefusal(allowed)) return allowed
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  const from = `${on.slice(0, 4)}-01-01`
  const [found, law, figures] = await Promise.all([
    listHomeRequests(centre, {
      stages: isOpen ? OPEN : DONE,
      isLatestFirst: !isOpen,
      after: at && id ? { at, id } : null,
      size: PAGE + 1,
    }),
    centreLawOf(centre),
    figuresOf(desk, { from, until: on }),
  ])
  const lines = found.slice(0, PAGE).map((one) => lineOf(one, law))
  const last = lines.at(-1)
  return { lines, from, figures, next: found.length > PAGE && last ? `${last.askedAt}~${last.id}` : null }
}

/** What entering a request is made from: the communes, for an officer of one the own. */
export async function seeHomeChoices(desk: Desk) {
  const asks = (commune: string | null) =>
    may(desk.actor, { kind: 'enter-home-request', commune }, today(desk))
  const allowed = asks(null)
  if (isRefusal(allowed)) return allowed
  return (await seeCommunes(desk)).flatMap((one) => {
    const code = [one.code, ...one.codes].find((code) => !isRefusal(asks(code)))
    return code === undefined ? [] : [{ ...one, code }]
  })
}

/** Requests, entitled, visited, days waited of a stretch of days, for who answers for them. */
export async function seeHomeFigures(
  desk: Desk,
  window: { readonly from: Day; readonly until: Day },
): Promise<Outcome<HomeFigures>> {
  const allowed = may(desk.actor, { kind: 'work-home-visits' }, today(desk))
  return isRefusal(allowed) ? allowed : figuresOf(desk, window)
}

async function figuresOf({ centre }: Desk, window: { readonly from: Day; readonly until: Day }) {
  const first = toMoment(instantAt(Temporal.PlainDate.from(window.from), 0))
  const behind = toMoment(instantAt(Temporal.PlainDate.from(window.until).add({ days: 1 }), 0))
  return homeFigures(await homeRequestsBetween(centre, first, behind), window)
}

export interface SeenHomeVisit extends Omit<KeptHomeRequest, 'keyHash'> {
  readonly communeName: string
  readonly contacts: readonly (HomeRequest['contacts'][number] & { readonly byName: string })[]
  readonly teamNames: readonly string[]
  /** On the way of its day, from 1; null while it has no day. */
  readonly place: number | null
  readonly enteredBy: string | null
  readonly mayWork: boolean
  readonly isToday: boolean
  readonly mayReceive: boolean
  readonly people: readonly TeamChoice[]
  /** What was taken there; of it what lies ready to be brought home. */
  readonly taken: readonly {
    readonly code: string
    readonly procedureName: string
    readonly isReady: boolean
  }[]
}

/** One request whole; who looked is recorded. */
export async function seeHomeVisit(desk: Desk, typed: string): Promise<Outcome<SeenHomeVisit>> {
  const kept = await heldHomeVisit(desk, typed)
  if (isRefusal(kept)) return kept
  await recordLook(desk, 'see-home-visit', kept.code)
  const on = today(desk)
  const { schedule, contacts, stage } = kept.state
  const [law, staff, taken, sameDay] = await Promise.all([
    centreLawOf(desk.centre),
    seeStaff(desk.centre),
    dossiersTakenOut(desk.centre, kept.id),
    schedule ? homeVisitsOn(desk.centre, schedule.on) : [],
  ])
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? id
  const { keyHash: _, ...rest } = kept
  const isOfTeam = desk.actor.kind === 'staff' && (schedule?.team.includes(desk.actor.id) ?? false)
  const isToday = schedule?.on === on
  return {
    ...rest,
    communeName: communeNameOf(law, kept),
    contacts: contacts.map((one) => ({ ...one, byName: nameOf(one.by) })),
    teamNames: (schedule?.team ?? []).map(nameOf),
    place: placed(sameDay).find(({ id }) => id === kept.id)?.place ?? null,
    enteredBy: kept.staff && nameOf(kept.staff),
    mayWork: !isRefusal(may(desk.actor, { kind: 'work-home-visits' }, on)),
    isToday,
    mayReceive: isOfTeam && isToday && (stage === 'scheduled' || stage === 'visited'),
    people: teamChoices(staff, law.book, on),
    taken: taken.map((one) => ({
      code: one.code,
      procedureName: lawFor(one, law.book).procedure.name,
      isReady: one.stage === 'ready',
    })),
  }
}

export interface HomeStop extends Omit<KeptHomeRequest, 'keyHash'> {
  /** On the day's way, from 1: among all visits of the day, also those this person does not see. */
  readonly place: number
  readonly communeName: string
  readonly teamNames: readonly string[]
}

/** A day's way as this person may see it, in its order; looking is recorded for each. */
export async function seeHomeRoute(desk: Desk, on: Day): Promise<Outcome<readonly HomeStop[]>> {
  const { centre, actor } = desk
  const allowed = may(actor, { kind: 'see-sessions' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const [found, law, staff] = await Promise.all([
    homeVisitsOn(centre, on),
    centreLawOf(centre),
    seeStaff(centre),
  ])
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? id
  const stops = placed(found).flatMap((visit) => {
    const { keyHash: _, ...one } = visit
    const team = one.state.schedule?.team ?? []
    if (isRefusal(may(actor, { kind: 'see-home-visit', team }, today(desk)))) return []
    const communeName = communeNameOf(law, one)
    return [{ ...one, communeName, teamNames: team.map(nameOf) }]
  })
  for (const { code } of stops) await recordLook(desk, 'see-home-visit', code)
  return stops
}

/** The visits of a day with their places on its way. */
function placed(visits: readonly KeptHomeRequest[]) {
  return routeOf(visits.map((one) => ({ ...one, place: one.state.schedule?.place ?? null }))).map(
    (one, place) => ({ ...one, place: place + 1 }),
  )
}

/** As it is called on the day of the visit, before there is one on the day it was asked for. */
function communeNameOf(
  law: CentreLaw,
  { commune, state }: Pick<KeptHomeRequest, 'commune' | 'state'>,
): string {
  const on = state.schedule?.on ?? dayOf(fromMoment(state.askedAt)).toString()
  return communeOn(law, commune, on).name
}

function lineOf(one: KeptHomeRequest, law: CentreLaw): HomeLine {
  const { id, code, state, askedBy, hamlet } = one
  return {
    id,
    code,
    stage: state.stage,
    askedAt: state.askedAt,
    askedBy,
    communeName: communeNameOf(law, one),
    hamlet,
    visitOn: state.schedule?.on ?? null,
    contacts: state.contacts.length,
  }
}
