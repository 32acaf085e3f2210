import { z } from 'zod'
import { HOME_EVIDENCE_BY, HOME_GROUNDS } from '#domain/outreach/home-rules.ts'
import {
  CONSENTS,
  HOME_ASKED_BY,
  HOME_CONTACT_OUTCOMES,
  HOME_CONTACT_WAYS,
  HOME_STAGES,
} from '#domain/outreach/home-visit.ts'
import { SESSION_STAGES } from '#domain/outreach/session.ts'
import { day, moment } from './parts.ts'

const minute = z.int().describe('Minute of the day in Vietnam, e.g. 450 for 07:30')

const session = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  stage: z.enum(SESSION_STAGES),
  why: z.string().nullable().describe('Why it was cancelled'),
  changedAt: moment,
  commune: z.string(),
  communeName: z.string(),
  place: z.string(),
  on: day,
  opens: minute,
  closes: minute,
  units: z.array(z.string()).describe('Whose procedures are received; none is the whole catalogue'),
  slots: z.array(z.strictObject({ minute, room: z.int().describe('How many may still register') })),
})

/** Sessions of the mobile team the public knows. */
export const SessionList = z.strictObject({ items: z.array(session) })

/** One of them, with the keys of the procedures it receives. */
export const FollowedSession = session.extend({ procedures: z.array(z.string()) })

export const PlannedSessions = z.strictObject({
  ids: z.array(z.uuid()).describe('In the order of days'),
})

export const Done = z.strictObject({ done: z.literal(true) })

/** Requests for visits at home, without who is visited. */
export const HomeVisitList = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.string(),
      stage: z.enum(HOME_STAGES),
      askedAt: moment,
      askedBy: z.enum(HOME_ASKED_BY),
      communeName: z.string(),
      hamlet: z.string(),
      visitOn: day.nullable(),
      contacts: z.int(),
    }),
  ),
  next: z.string().nullable().describe('“after” of the next page; null on the last'),
})

export const HomeFigures = z.strictObject({
  requests: z.int().describe('Asked for in the window'),
  entitled: z.int().describe('Found entitled in it'),
  visited: z.int().describe('Visited in it'),
  daysWaited: z.int().describe('All days those visited waited'),
  longest: z.int().describe('The longest of them, in days'),
})

/** What the person follows the request by. */
export const HomeSlip = z.strictObject({ code: z.string(), key: z.string() })

/** One request whole. */
export const SeenHomeVisit = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  version: z.int(),
  stage: z.enum(HOME_STAGES),
  askedAt: moment,
  askedBy: z.enum(HOME_ASKED_BY),
  name: z.string(),
  born: z.string().nullable().describe('YYYY-MM-DD, YYYY-MM or YYYY'),
  phone: z.string().nullable(),
  commune: z.string(),
  hamlet: z.string(),
  address: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  wish: z.string(),
  claim: z
    .strictObject({
      ground: z.enum(HOME_GROUNDS),
      born: z.string().nullable(),
      evidence: z.strictObject({ by: z.enum(HOME_EVIDENCE_BY), what: z.string() }),
    })
    .nullable(),
  visitOn: day.nullable(),
  place: z.int().nullable().describe('On the way of its day, from 1'),
  team: z.array(z.uuid()),
  visited: z
    .strictObject({
      at: moment,
      consent: z.enum(CONSENTS),
      witness: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  contacts: z.array(
    z.strictObject({
      at: moment,
      by: z.string(),
      way: z.enum(HOME_CONTACT_WAYS),
      outcome: z.enum(HOME_CONTACT_OUTCOMES),
      note: z.string().nullable(),
    }),
  ),
  dossiers: z.array(z.string()).describe('Codes of the dossiers taken there'),
})
