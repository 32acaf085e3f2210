import { z } from 'zod'
import { HOME_GROUNDS } from '#domain/outreach/home-rules.ts'
import { CONSENTS } from '#domain/outreach/home-visit.ts'
import { KnownDay } from '../day.ts'
import { DossierToReceive, ResultToHandBack } from '../dossier-commands.ts'
import { lines, text } from '../text.ts'

/** What a device of the mobile team or of home visits did without a network: one packet is one thing done. */

/** A piece of a sealed packet holds at most so many bytes. */
export const PIECE_BYTES = 128 * 1024
/** A sealed packet holds at most so many bytes. */
export const PACKET_BYTES = 32 * 1024 * 1024
export const MOST_PIECES = PACKET_BYTES / PIECE_BYTES

export const PACKET_KINDS = ['intake', 'hand-back', 'contact', 'closing'] as const
export type PacketKind = (typeof PACKET_KINDS)[number]

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const moment = z.iso.datetime({ precision: 3 }).describe('In UTC with three decimals')
const uuid = z.uuid({ version: 'v7' })
const dong = z.int().min(0).max(1_000_000_000)
const count = z.int().min(0).max(100_000)

/** Photographs of papers, signatures and fingerprints; their bytes follow the JSON in this order. */
export const PacketAttachment = z.strictObject({
  name: text(120),
  mediaType: z.enum(['image/jpeg', 'image/png']),
  size: z.int().min(1).max(PACKET_BYTES),
  sha256,
  component: text(120).nullable().default(null).describe('The paper of the checklist it shows'),
  what: z.enum(['page', 'signature', 'fingerprint']),
})
export type PacketAttachment = z.output<typeof PacketAttachment>

const everyPacket = {
  format: z.literal(1),
  id: uuid.describe('Also the id of the command it carries'),
  device: z.uuid(),
  provision: uuid.describe('What the device was provisioned with; it names the outing'),
  sequence: z.int().min(1).max(1_000_000).describe('1, 2, 3 … of a device'),
  previous: sha256.nullable().describe('SHA-256 of the sealed packet before; null for the first'),
  claimedAt: moment.describe('By the clock of the device'),
  lastContact: z
    .strictObject({ serverAt: moment, deviceAt: moment })
    .describe('The last answer of the centre: its own time, and what the clock of the device said then'),
  lawVersion: z.int().min(0),
  attachments: z.array(PacketAttachment).max(80),
}

/** What is received out there: without id, which is the packet's, and always taken out. */
const taken = DossierToReceive.omit({ id: true, parcel: true, visit: true })
  .required({ takenOut: true })
  .extend({ channel: z.enum(['mobile', 'home']) })

/** A form as it was filled in: what stands in its boxes, by their names, as on the pages of the portal. */
export const FieldForm = z.strictObject({
  key: text(120),
  version: z.int().min(0),
  typed: z.record(
    z.string().max(200),
    z.union([z.string().max(20_000), z.array(z.string().max(500)).max(100)]),
  ),
})
export type FieldForm = z.output<typeof FieldForm>

export const IntakePacket = z.strictObject({
  ...everyPacket,
  kind: z.literal('intake'),
  dossier: taken,
  code: text(60).nullable().describe('From the block of the day; null where it is used up'),
  lookupKey: z
    .string()
    .regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    .describe('Made on the device'),
  procedureVersion: z.int().min(1),
  dueShown: moment.nullable().describe('What the receipt said; null for none'),
  form: FieldForm.nullable().default(null),
  witness: text(200).nullable().default(null).describe('Who confirmed for somebody who cannot sign'),
  fee: z
    .strictObject({
      dong: dong.nullable().describe('What was shown; null is not determined'),
      taken: z.boolean().describe('Taken in cash, all of it'),
      slip: text(60).nullable().describe('The slip that was given; it bears the dossier code'),
    })
    .nullable()
    .default(null),
})
export type IntakePacket = z.output<typeof IntakePacket>

export const HandBackPacket = z.strictObject({
  ...everyPacket,
  kind: z.literal('hand-back'),
  code: text(60).describe('Of the dossier'),
  result: ResultToHandBack.omit({ id: true }),
})
export type HandBackPacket = z.output<typeof HandBackPacket>

export const ContactPacket = z.strictObject({
  ...everyPacket,
  kind: z.literal('contact'),
  request: z.uuid().describe('The request for a visit'),
  contact: z.discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('visited'),
      consent: z.enum(CONSENTS),
      witness: text(120).nullable().default(null),
      ground: z.enum(HOME_GROUNDS).nullable().default(null).describe('As it was seen there'),
      note: lines(500).nullable().default(null),
    }),
    z.strictObject({
      outcome: z.enum(['not-at-home', 'not-reached']),
      note: lines(500).nullable().default(null),
    }),
  ]),
})
export type ContactPacket = z.output<typeof ContactPacket>

export const ClosingPacket = z.strictObject({
  ...everyPacket,
  kind: z.literal('closing'),
  on: KnownDay,
  received: count,
  handedBack: count,
  contacts: count,
  cashDong: dong,
  slips: count,
  note: lines(1000).nullable().default(null),
})
export type ClosingPacket = z.output<typeof ClosingPacket>

/** A packet as it is sealed: what one device did at one moment. */
export const Packet = z.discriminatedUnion('kind', [
  IntakePacket,
  HandBackPacket,
  ContactPacket,
  ClosingPacket,
])
export type Packet = z.output<typeof Packet>
export type PacketGiven = z.input<typeof Packet>

/**
 * How far a packet has come. `taken-in` and `to-decide` are in the database: the device may forget it. `refused` was
 * looked at by a person, or is none of ours: the device keeps it and says so.
 */
export const PACKET_STAGES = ['unknown', 'arriving', 'taken-in', 'to-decide', 'refused'] as const
export type PacketStage = (typeof PACKET_STAGES)[number]

/** What the centre answers of a packet. */
export interface PacketAnswer {
  readonly stage: PacketStage
  /** Places of the pieces that are there, from 0; empty once it was opened. */
  readonly have: readonly number[]
  readonly code: string | null
  readonly receivedAt: string | null
  readonly due: string | null
  /** Why it was refused, or what a person decides. */
  readonly why: readonly string[]
}
