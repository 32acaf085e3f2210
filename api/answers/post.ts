import { z } from 'zod'
import { TRACKED_STATUSES } from '#domain/post/carrier.ts'
import { LIST_KINDS } from '#domain/post/counter-list.ts'
import { BREACHES, DIRECTIONS, DOUBTS, PARCEL_STAGES } from '#domain/post/parcel.ts'
import { ZONES } from '#domain/post/post-rule.ts'
import { moment } from './parts.ts'

/** Answers about parcels of the public post. */

export const ChangedParcel = z.strictObject({
  id: z.uuid(),
  code: z.string().nullable().describe('Of the dossier; null while papers that came are not received'),
  label: z.string().describe('What is scanned'),
  orderNumber: z.string().nullable(),
  stage: z.enum(PARCEL_STAGES),
  doubt: z.enum(DOUBTS).nullable(),
})

export const parcelLine = z.strictObject({
  id: z.uuid(),
  direction: z.enum(DIRECTIONS),
  stage: z.enum(PARCEL_STAGES),
  code: z.string().nullable(),
  orderNumber: z.string().nullable(),
  label: z.string(),
  zone: z.enum(ZONES).nullable(),
  contents: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  orderedAt: moment,
  handedOverAt: moment
    .nullable()
    .describe('When both sides confirmed; of papers sent in the moment they count as submitted'),
  due: moment.nullable().describe('By when the post has to deliver'),
  isDueProvisional: z.boolean(),
  isLate: z.boolean(),
  attempts: z.array(moment),
  deliveredAt: moment.nullable(),
  receiver: z.string().nullable(),
  isRecorded: z.boolean().describe('Whether the dossier bears the return of the result'),
  postageDong: z.int(),
  isAtPostsCost: z.boolean(),
  codDong: z.int(),
  codFeeDong: z.int(),
  ofPostDong: z.int().optional().describe('Of what is collected, what is the post’s own'),
  breach: z.enum(BREACHES).nullable(),
  doubt: z.enum(DOUBTS).nullable(),
  complaintUntil: z.iso.date().nullable(),
  complaintAnswerDays: z.int().nullable().describe('Working days'),
})

export const SeenParcels = z.strictObject({
  toSend: z.array(
    z.strictObject({
      code: z.string(),
      procedureName: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
      isComplete: z.boolean().describe('Whether it can be ordered without asking for an address'),
      owedDong: z.int(),
    }),
  ),
  parcels: z.array(parcelLine),
})

export const SeenParcel = z.strictObject({
  parcel: parcelLine,
  history: z.array(
    z.strictObject({
      type: z.string().describe('What happened'),
      at: moment,
      byName: z.string().nullable().describe('Null where the post said it, or it went by itself'),
      status: z.enum(TRACKED_STATUSES).nullable(),
      postAt: moment.nullable().describe('By the clock of the post'),
      said: z.string().nullable(),
    }),
  ),
})

const closed = z
  .strictObject({
    at: moment,
    by: z.uuid(),
    declared: z.int(),
    worker: z.strictObject({ name: z.string(), number: z.string() }),
    why: z.string().nullable(),
  })
  .nullable()

const list = {
  id: z.uuid(),
  kind: z.enum(LIST_KINDS),
  unit: z.string(),
  year: z.int(),
  number: z.int(),
  openedBy: z.uuid(),
  openedAt: moment,
  closed,
  isDropped: z.boolean(),
}

export const PostList = z.strictObject(list)

export const SeenPostList = z.strictObject({
  ...list,
  unitName: z.string(),
  openedByName: z.string(),
  closedByName: z.string().nullable(),
  lines: z.array(z.strictObject({ label: z.string(), scannedAt: moment, parcel: parcelLine.nullable() })),
  leftHere: z.array(parcelLine).describe('What waits to go and is not on this list'),
  mayHandle: z.boolean(),
})

export const Scanned = z.strictObject({
  label: z.string(),
  isKnown: z.boolean().describe('False for papers nobody had announced'),
})
