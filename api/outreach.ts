import { z } from 'zod'
import { isRefusal } from '#domain/outcome.ts'
import { KnownDay } from '#shapes/day.ts'
import { HomeVisitChange, HomeVisitToAsk, SessionChange, SessionsToPlan } from '#shapes/outreach.ts'
import { text } from '#shapes/text.ts'
import { askHomeVisit } from '#work/outreach/ask-home-visit.ts'
import { changeHomeVisit } from '#work/outreach/change-home-visit.ts'
import { changeSession } from '#work/outreach/change-session.ts'
import { planSessions } from '#work/outreach/plan-sessions.ts'
import { seeHomeFigures, seeHomeVisit, seeHomeVisits } from '#work/outreach/see-home-visits.ts'
import { followSession, followSessions, type SeenSession } from '#work/outreach/see-sessions.ts'
import {
  Done,
  FollowedSession,
  HomeFigures,
  HomeSlip,
  HomeVisitList,
  PlannedSessions,
  SeenHomeVisit,
  SessionList,
} from './answers/outreach.ts'
import { NO_BODY, NONE, route } from './route.ts'

const ID = '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1a'
const PERSON = '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1b'
const group = 'outreach'
const OfSession = z.strictObject({ id: z.uuid().describe('Of the session') })
const OfHomeVisit = z.strictObject({ id: text(60).describe('Code of the request, e.g. TN-190305-7K2M') })
const Window = z.strictObject({ from: KnownDay, until: KnownDay.describe('Belongs to the window') })

const PLANNING = [
  'not-permitted',
  'no-such-commune',
  'no-such-unit',
  'session-in-the-past',
  'session-without-hours',
  'session-without-team',
  'twice-in-team',
  'team-not-in-post',
  'in-two-sessions',
  'changed-meanwhile',
] as const

const sessions = route({
  method: 'get',
  path: '/sessions',
  name: 'followSessions',
  group,
  summary: { vi: 'Các đợt tiếp nhận lưu động đã công bố', en: 'Published sessions of the mobile team' },
  who: 'public',
  action: 'see-catalogue',
  params: NONE,
  query: Window.extend({ commune: text(30).optional().describe('Code of a commune or ward') }),
  body: NO_BODY,
  answer: { status: 200, name: 'SessionList', schema: SessionList, description: 'The earliest first' },
  problems: [],
  async handle({ desk, query: { from, until, commune = null } }) {
    return { items: (await followSessions(desk, { commune, from, until })).map(sessionIn) }
  },
})

const session = route({
  method: 'get',
  path: '/sessions/{id}',
  name: 'followSession',
  group,
  summary: { vi: 'Một đợt tiếp nhận lưu động', en: 'One published session' },
  who: 'public',
  action: 'see-catalogue',
  params: OfSession,
  query: NONE,
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'FollowedSession',
    schema: FollowedSession,
    description: 'With the procedures it receives',
  },
  problems: ['no-such-session'],
  missing: 'no-such-session',
  async handle({ desk, params }) {
    const seen = await followSession(desk, params.id)
    return isRefusal(seen) ? seen : { ...sessionIn(seen), procedures: seen.procedures.map(({ key }) => key) }
  },
})

function sessionIn({ id, version, stage, why, changedAt, plan, communeName, slots }: SeenSession) {
  const { commune, place, on, opens, closes, units } = plan
  const open = slots.map(({ minute, room }) => ({ minute, room }))
  const seen = { id, version, stage, why, changedAt, commune, communeName, place, on, opens, closes }
  return { ...seen, units: [...units], slots: open }
}

const plan = route({
  method: 'post',
  path: '/sessions',
  name: 'planSessions',
  group,
  summary: { vi: 'Lập đợt lưu động, một hoặc hằng tuần', en: 'Plan a session, or one every week' },
  who: 'staff',
  action: 'plan-sessions',
  params: NONE,
  query: NONE,
  body: {
    name: 'SessionsToPlan',
    schema: SessionsToPlan,
    example: {
      id: ID,
      commune: 'X07075',
      place: 'Nhà văn hóa thôn Chí Linh',
      on: '2019-07-06',
      opens: '07:30',
      closes: '11:30',
      team: [PERSON],
      until: '2019-08-31',
      weekdays: [6, 7],
    },
  },
  answer: {
    status: 201,
    name: 'PlannedSessions',
    schema: PlannedSessions,
    description: 'All of them were planned, or none',
  },
  problems: [...PLANNING, 'too-many-sessions', 'no-session-day'],
  async handle({ desk, body }) {
    const ids = await planSessions(desk, body)
    return isRefusal(ids) ? ids : { ids: [...ids] }
  },
})

const change = route({
  method: 'post',
  path: '/sessions/{id}',
  name: 'changeSession',
  group,
  summary: { vi: 'Sửa, công bố, hủy một đợt', en: 'Change, publish or cancel a session' },
  who: 'staff',
  action: 'plan-sessions',
  params: OfSession,
  query: NONE,
  body: {
    name: 'SessionChange',
    schema: SessionChange,
    example: { id: ID, version: 1, type: 'PublishSession' },
  },
  answer: { status: 200, name: 'Done', schema: Done, description: 'Done, or done before' },
  problems: [...PLANNING, 'no-such-session', 'session-not-so-far', 'slots-taken'],
  missing: 'no-such-session',
  async handle({ desk, params, body }) {
    const done = await changeSession(desk, params.id, body)
    return isRefusal(done) ? done : { done }
  },
})

const homeVisits = route({
  method: 'get',
  path: '/home-visits',
  name: 'seeHomeVisits',
  group,
  summary: { vi: 'Yêu cầu phục vụ tại nhà', en: 'Requests for visits at home' },
  who: 'staff',
  action: 'work-home-visits',
  params: NONE,
  query: z.strictObject({
    done: z.enum(['yes', 'no']).default('no').describe('Those that wait, or those that are done'),
    after: text(120).optional().describe('“next” of the page before'),
  }),
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'HomeVisitList',
    schema: HomeVisitList,
    description: 'The longest waiting first, without who is visited',
  },
  problems: ['not-permitted'],
  async handle({ desk, query }) {
    const seen = await seeHomeVisits(desk, { isOpen: query.done === 'no', after: query.after ?? null })
    if (isRefusal(seen)) return seen
    const items = seen.lines.map((line) => {
      const { id: _, ...item } = line
      return item
    })
    return { items, next: seen.next }
  },
})

const figures = route({
  method: 'get',
  path: '/home-figures',
  name: 'seeHomeFigures',
  group,
  summary: { vi: 'Số liệu phục vụ tại nhà', en: 'Figures of visits at home' },
  who: 'staff',
  action: 'work-home-visits',
  params: NONE,
  query: Window,
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'HomeFigures',
    schema: HomeFigures,
    description: 'Counted from the requests themselves',
  },
  problems: ['not-permitted'],
  handle: ({ desk, query }) => seeHomeFigures(desk, query),
})

const ask = route({
  method: 'post',
  path: '/home-visits',
  name: 'askHomeVisit',
  group,
  summary: { vi: 'Ghi một yêu cầu phục vụ tại nhà', en: 'Enter a request for a visit at home' },
  who: 'staff',
  action: 'enter-home-request',
  params: NONE,
  query: NONE,
  body: {
    name: 'HomeVisitToAsk',
    schema: HomeVisitToAsk,
    example: {
      id: ID,
      askedBy: 'phone',
      name: 'Nguyễn Thị Sáu',
      born: '1932',
      commune: 'X07075',
      hamlet: 'Thôn Chí Linh',
      address: 'Nhà cạnh đình',
      wish: 'Chứng thực giấy ủy quyền',
    },
  },
  answer: { status: 201, name: 'HomeSlip', schema: HomeSlip, description: 'Code and key of the request' },
  problems: ['not-permitted', 'no-such-commune', 'command-id-reused'],
  handle: ({ desk, body }) => askHomeVisit(desk, body),
})

const homeVisit = route({
  method: 'get',
  path: '/home-visits/{id}',
  name: 'seeHomeVisit',
  group,
  summary: { vi: 'Một yêu cầu phục vụ tại nhà', en: 'One request for a visit at home' },
  who: 'staff',
  action: 'see-home-visit',
  params: OfHomeVisit,
  query: NONE,
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'SeenHomeVisit',
    schema: SeenHomeVisit,
    description: 'The access is recorded',
  },
  problems: ['not-permitted', 'no-such-home-visit'],
  missing: 'no-such-home-visit',
  async handle({ desk, params }) {
    const seen = await seeHomeVisit(desk, params.id)
    if (isRefusal(seen)) return seen
    const { id, code, state, askedBy, name, born, phone, commune, hamlet, address, place } = seen
    const { contactName, contactPhone, wish, contacts, taken } = seen
    const { version, stage, askedAt, claim, schedule, visited } = state
    const who = { name, born, phone, commune, hamlet, address, contactName, contactPhone, wish }
    const stands = { id, code, version, stage, askedAt, askedBy, claim, visited, place }
    return {
      ...stands,
      ...who,
      visitOn: schedule?.on ?? null,
      team: [...(schedule?.team ?? [])],
      contacts: contacts.map(({ at, byName, way, outcome, note }) => ({
        at,
        by: byName,
        way,
        outcome,
        note,
      })),
      dossiers: taken.map((one) => one.code),
    }
  },
})

const changeHome = route({
  method: 'post',
  path: '/home-visits/{id}',
  name: 'changeHomeVisit',
  group,
  summary: {
    vi: 'Xem xét, hẹn ngày, ghi liên hệ, ghi đã đến nhà, kết thúc',
    en: 'Judge it, give it a day, record a contact or the visit, end it',
  },
  who: 'staff',
  action: 'see-home-visit',
  params: OfHomeVisit,
  query: NONE,
  body: {
    name: 'HomeVisitChange',
    schema: HomeVisitChange,
    example: {
      id: ID,
      version: 1,
      type: 'GrantHomeVisit',
      ground: 'old',
      born: '1932',
      evidenceBy: 'identity-paper',
      evidence: 'Căn cước',
    },
  },
  answer: { status: 200, name: 'Done', schema: Done, description: 'Done, or done before' },
  problems: [
    'not-permitted',
    'no-such-home-visit',
    'home-visit-not-so-far',
    'no-home-rule',
    'not-borne-out',
    'birth-date-needed',
    'too-young-for-visit',
    'visit-in-the-past',
    'visit-not-yet',
    'witness-needed',
    'no-such-staff',
    'team-not-in-post',
    'session-without-team',
    'changed-meanwhile',
  ],
  missing: 'no-such-home-visit',
  async handle({ desk, params, body }) {
    const done = await changeHomeVisit(desk, params.id, body)
    return isRefusal(done) ? done : { done }
  },
})

/** Sessions of the mobile team, and visits at home. */
export const OUTREACH_ROUTES = [
  sessions,
  session,
  plan,
  change,
  homeVisits,
  figures,
  ask,
  homeVisit,
  changeHome,
]
