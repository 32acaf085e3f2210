import { z } from 'zod'
import { STAGES } from '#domain/dossier/dossier.ts'
import { POSTS } from '#domain/people/may.ts'
import { CHANNELS } from '#domain/procedure/procedure.ts'
import { STEP_KINDS } from '#domain/procedure/process.ts'

/** Parts that several answers have. */

export const moment = z.string().describe('ISO 8601 in UTC with milliseconds, e.g. 2019-07-03T01:00:00.000Z')
export const day = z.string().describe('A day in Vietnam, e.g. 2019-07-03')
export const channel = z.enum(CHANNELS)
export const post = z.enum(POSTS)
export const stage = z.enum(STAGES)
export const stepKind = z.enum(STEP_KINDS)
export const timeliness = z.enum(['early', 'on-time', 'late', 'no-limit'])
/** An address by its parts, as the catalogue of places had it on the day it was written. */
const address = z.strictObject({
  line: z.string().nullable(),
  ward: z.string(),
  wardCode: z.string().nullable(),
  district: z.string().nullable(),
  districtCode: z.string().nullable(),
  province: z.string(),
  provinceCode: z.string().nullable(),
})

export const returnWay = z.enum(['counter', 'post', 'home', 'electronic'])
export const feeDong = z.int().nullable().describe('Whole đồng; null is “chưa xác định” and never 0')
export const limitKind = z.enum([
  'civil-days',
  'working-hours',
  'calendar-days',
  'same-day',
  'immediate',
  'not-set',
])

export const holder = z.strictObject({
  kind: z.enum(['list', 'person', 'citizen']),
  unit: z.string(),
  post,
  staff: z.string().nullable(),
})

/** How a result is wished back. */
export const returnWish = z.strictObject({
  way: returnWay,
  address: z.string().nullable(),
  to: address.optional().describe('For the post, by its parts; not there where it was written as one line'),
})
