import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { slotsOf, startOf } from '#domain/outreach/slots.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { printHomeSheet } from '#papers/home-visit-sheet.ts'
import { icalendar } from '#papers/icalendar.ts'
import { printPoster } from '#papers/poster.ts'
import { readyForCommune } from '#store/taken-out.ts'
import { bookOf, centreLawOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { counterOf } from '../papers/counter-of.ts'
import { giveResultList } from '../papers/give-list.ts'
import { officeOf } from '../papers/office.ts'
import { heldSession } from './plan-sessions.ts'
import { seeHomeVisit } from './see-home-visits.ts'
import { followSession, followSessions, MOST_READY, readyOf } from './see-sessions.ts'

/** Where the public finds sessions; the page of one is below it by its id. */
export const SESSIONS = '/luu-dong'

/** The calendar of the sessions from a month ago on, for calendars of telephones; of one commune or of all. */
export async function giveCalendar(
  desk: Desk,
  { commune, site, name }: { readonly commune: string | null; readonly site: string; readonly name: string },
): Promise<string> {
  const day = Temporal.PlainDate.from(today(desk))
  const sessions = await followSessions(desk, {
    commune,
    from: day.subtract({ months: 1 }).toString(),
    until: day.add({ years: 1 }).toString(),
  })
  const host = new URL(site).host
  return icalendar(
    name,
    sessions.map(({ id, version, stage, why, changedAt, plan, communeName, unitNames }) => ({
      uid: `${id}@${host}`,
      sequence: version - 1,
      changedAt,
      begins: toMoment(startOf(plan.on, plan.opens)),
      ends: toMoment(startOf(plan.on, plan.closes)),
      summary: `Tiếp nhận hồ sơ lưu động: ${communeName}`,
      location: `${plan.place}, ${communeName}`,
      description: why ?? (unitNames.length > 0 ? unitNames.join('; ') : 'Mọi thủ tục Trung tâm đang nhận'),
      url: new URL(`${SESSIONS}/${id}`, site).href,
      isCancelled: stage === 'cancelled',
    })),
  )
}

/** The poster of a published session; its moment is that of its last change, so that it is the same bytes till then. */
export async function givePoster(desk: Desk, id: string, site: string): Promise<Outcome<Uint8Array>> {
  const seen = await followSession(desk, id)
  if (isRefusal(seen)) return seen
  if (seen.stage !== 'published') return refuse('session-not-so-far', { stage: seen.stage })
  const { plan } = seen
  const book = await bookOf(desk.centre)
  return printPoster({
    office: officeOf(book, desk, receptionOf(book)),
    at: toMoment(fromMoment(seen.changedAt)),
    commune: seen.communeName,
    place: plan.place,
    on: plan.on,
    hours: `${clock(plan.opens)}–${clock(plan.closes)}`,
    units: seen.unitNames,
    mayRegister: slotsOf(plan).length > 0,
    site: new URL(`${SESSIONS}/${id}`, site).href,
  })
}

/** The team's unit stands for the centre on what it puts up. */
function receptionOf({ units }: CentreBook): string {
  return [...units.values()].find(({ kind }) => kind === 'mobile_team')?.code ?? ''
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The hand-over sheet of the results a team takes along to a commune. */
export async function giveResultsToBring(desk: Desk, session: string): Promise<Outcome<Uint8Array>> {
  const { centre, actor } = desk
  const kept = await heldSession(desk, session)
  if (isRefusal(kept)) return kept
  const { team, place } = kept.state.plan
  const allowed = may(actor, { kind: 'see-people-of-session', team }, today(desk))
  if (isRefusal(allowed)) return allowed
  const wanted = readyOf(await centreLawOf(centre), kept.state.plan)
  const found = await readyForCommune(centre, { ...wanted, size: MOST_READY })
  return giveResultList(desk, found, { about: `session/${session}`, receiver: `Đội lưu động, ${place}` })
}

/** What stands on the sheet of a visit in words; the pages and the sheet say the same. */
export interface HomeSheetWords {
  readonly grounds: { readonly [ground: string]: string }
  readonly evidenceBy: { readonly [by: string]: string }
  readonly ways: { readonly [way: string]: string }
  readonly outcomes: { readonly [outcome: string]: string }
}

/** The sheet of a scheduled visit. */
export async function giveHomeSheet(
  desk: Desk,
  code: string,
  words: HomeSheetWords,
): Promise<Outcome<Uint8Array>> {
  const seen = await seeHomeVisit(desk, code)
  if (isRefusal(seen)) return seen
  const { schedule, claim } = seen.state
  if (!schedule || !claim) return refuse('home-visit-not-so-far', { stage: seen.state.stage })
  const book = await bookOf(desk.centre)
  const counter =
    desk.actor.kind === 'staff' ? counterOf(desk.actor, today(desk)) || receptionOf(book) : receptionOf(book)
  const { name, phone, hamlet, address, contactName, contactPhone, wish } = seen
  return printHomeSheet({
    office: officeOf(book, desk, counter),
    at: toMoment(desk.now),
    code: seen.code,
    on: schedule.on,
    place: seen.place,
    team: seen.teamNames,
    name,
    born: claim.born ?? seen.born,
    phone,
    commune: seen.communeName,
    hamlet,
    address,
    contactName,
    contactPhone,
    wish,
    ground: words.grounds[claim.ground] ?? claim.ground,
    evidence: `${claim.evidence.what} (${words.evidenceBy[claim.evidence.by] ?? claim.evidence.by})`,
    contacts: seen.contacts.map(({ at, way, outcome, note }) => ({
      at,
      said: [words.ways[way], words.outcomes[outcome], note].filter(Boolean).join(', '),
    })),
  })
}
