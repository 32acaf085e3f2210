import { z } from 'zod'
import { LIST_KINDS } from '#domain/post/counter-list.ts'
import { DIRECTIONS } from '#domain/post/parcel.ts'
import { PlaceTyped } from './place-typed.ts'
import { lines, text } from './text.ts'

const commandId = z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely')

/** An order to the post for a dossier. */
export const ParcelToOrder = z.strictObject({
  id: commandId,
  direction: z
    .enum(DIRECTIONS)
    .default('out')
    .describe('`out`: the result; `in`: papers that are waited for'),
  name: text(200).optional().describe('Who receives or sends; the applicant where nothing is said'),
  phone: z
    .string()
    .regex(/^0\d{9,10}$/)
    .optional(),
  to: PlaceTyped.optional().describe('Where; the address of the dossier where nothing is said'),
  isCollecting: z
    .boolean()
    .default(false)
    .describe('Whether the post collects postage and whatever else is owed'),
})
export type ParcelToOrder = z.infer<typeof ParcelToOrder>

/** Postage put down to be paid here, or dropped while it is not. */
export const PostageToCharge = z.strictObject({
  id: commandId,
  isDropped: z.boolean().default(false),
  to: PlaceTyped.optional().describe('Where it goes; the address of the dossier where nothing is said'),
})
export type PostageToCharge = z.infer<typeof PostageToCharge>

export const ParcelToCancel = z.strictObject({ reason: text(300) })
export type ParcelToCancel = z.infer<typeof ParcelToCancel>

export const DoubtToSettle = z.strictObject({ note: text(500) })
export type DoubtToSettle = z.infer<typeof DoubtToSettle>

export const ParcelToUse = z.strictObject({ code: text(60) })
export type ParcelToUse = z.infer<typeof ParcelToUse>

export const ListToOpen = z.strictObject({ id: commandId, kind: z.enum(LIST_KINDS) })
export type ListToOpen = z.infer<typeof ListToOpen>

export const LabelToScan = z.strictObject({
  label: text(60).describe('What the scanner read: number of the post, order or dossier'),
})
export type LabelToScan = z.infer<typeof LabelToScan>

/** Both sides confirm a list; without what was counted it is given up. */
export const ListToConfirm = z.strictObject({
  id: commandId,
  declared: z.int().min(0).max(10_000).describe('How many the side of the post counted'),
  worker: z.strictObject({
    name: text(100).describe('Who signs for the post'),
    number: text(40).describe('Of the card of the post'),
  }),
  why: lines(500).nullable().default(null).describe('Needed where the counts differ'),
})
export type ListToConfirm = z.infer<typeof ListToConfirm>

export const ListToDrop = z.strictObject({ id: commandId })
export type ListToDrop = z.infer<typeof ListToDrop>
