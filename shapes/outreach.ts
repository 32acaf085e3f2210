import { z } from 'zod'
import {
  CONSENTS,
  HOME_ASKED_BY,
  HOME_CONTACT_OUTCOMES,
  HOME_CONTACT_WAYS,
} from '#domain/outreach/home-visit.ts'
import { HOME_EVIDENCE_BY, HOME_GROUNDS } from '#domain/outreach/home-rules.ts'
import { KnownDay } from './day.ts'
import { lines, text } from './text.ts'

const id = z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely')
const version = z.int().min(1).max(1_000_000)
const optional = (most: number) => text(most).nullable().default(null)

/** A time of the day as minutes since midnight, from `07:30`. */
const minute = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))

const phone = text(20)
  .overwrite((value) => value.replace(/[\s.\-()]/g, '').replace(/^(?:\+|00)84/, '0'))
  .regex(/^0[1-9]\d{8,9}$/)

const plan = {
  commune: text(30).describe('Code of the commune or ward'),
  place: text(200),
  on: KnownDay,
  opens: minute.describe('Time of the day in Vietnam, e.g. 07:30'),
  closes: minute,
  team: z.array(z.uuid()).min(1).max(20).describe('Ids of people of the centre'),
  substitute: z.uuid().nullable().default(null),
  equipment: z
    .string()
    .default('')
    .pipe(z.union([z.literal(''), text(500)])),
  units: z
    .array(text(30))
    .max(60)
    .default([])
    .describe('Whose procedures are received; none is the whole catalogue'),
  slotMinutes: z.int().min(5).max(240).default(30),
  perSlot: z.int().min(0).max(50).default(3),
}

/** Sessions to be planned: one, or the same every week. */
export const SessionsToPlan = z.strictObject({
  id,
  ...plan,
  until: KnownDay.nullable().default(null).describe('The last day of a weekly repetition; null plans one'),
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .default([])
    .describe('1 is Monday; none is that of the first day'),
  except: z.array(KnownDay).max(60).default([]),
})
export type SessionsToPlan = z.output<typeof SessionsToPlan>

/** What is done with a session at the desk. */
export const SessionChange = z.discriminatedUnion('type', [
  z.strictObject({ id, version, type: z.literal('ChangeSession'), ...plan }),
  z.strictObject({ id, version, type: z.literal('PublishSession') }),
  z.strictObject({ id, version, type: z.literal('CancelSession'), why: text(500) }),
])
export type SessionChange = z.output<typeof SessionChange>

/** Somebody comes to a session at a time. */
export const SlotToTake = z.strictObject({
  id,
  slot: minute.describe('Beginning of the slot, e.g. 08:30'),
  name: text(120),
  phone,
  procedure: optional(120).describe('Key of the procedure, for the list of papers'),
})
export type SlotToTake = z.output<typeof SlotToTake>

/** A day, a month or a year; also as it is written by hand, `05/03/1932`. */
const partialDay = z
  .string()
  .overwrite((value) => {
    const [day = '', month, year] = value.trim().split('/')
    if (month === undefined || year === undefined) return value.trim()
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  })
  .pipe(
    z
      .string()
      .regex(/^(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/)
      .or(KnownDay),
  )

/** Somebody is to be visited at home. */
export const HomeVisitToAsk = z.strictObject({
  id,
  askedBy: z.enum(HOME_ASKED_BY),
  name: text(120),
  born: partialDay.nullable().default(null).describe('YYYY-MM-DD, YYYY-MM or YYYY'),
  phone: phone.nullable().default(null),
  commune: text(30),
  hamlet: text(120),
  address: text(300),
  contactName: optional(120),
  contactPhone: phone.nullable().default(null),
  wish: lines(2000),
})
export type HomeVisitToAsk = z.output<typeof HomeVisitToAsk>

const on = { id, version }

/** What is done with a request for a visit at the desk. */
export const HomeVisitChange = z.discriminatedUnion('type', [
  z.strictObject({
    ...on,
    type: z.literal('GrantHomeVisit'),
    ground: z.enum(HOME_GROUNDS),
    born: partialDay.nullable().default(null),
    evidenceBy: z.enum(HOME_EVIDENCE_BY),
    evidence: text(300),
  }),
  z.strictObject({ ...on, type: z.literal('RefuseHomeVisit'), why: text(500) }),
  z.strictObject({
    ...on,
    type: z.literal('ScheduleHomeVisit'),
    on: KnownDay,
    place: z
      .int()
      .min(1)
      .max(99)
      .nullable()
      .default(null)
      .describe('Place in the day’s route; null leaves it with its neighbours'),
    team: z.array(z.uuid()).min(1).max(10),
  }),
  z.strictObject({
    ...on,
    type: z.literal('RecordHomeContact'),
    way: z.enum(HOME_CONTACT_WAYS),
    outcome: z.enum(HOME_CONTACT_OUTCOMES),
    note: optional(500),
  }),
  z.strictObject({
    ...on,
    type: z.literal('MakeHomeVisit'),
    consent: z.enum(CONSENTS),
    witness: optional(120),
    note: optional(500),
  }),
  z.strictObject({ ...on, type: z.literal('EndHomeVisit'), why: text(500) }),
])
export type HomeVisitChange = z.output<typeof HomeVisitChange>
