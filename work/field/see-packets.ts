import type { Party } from '#domain/dossier/events.ts'
import type { ClosingSheet } from '#domain/outreach/intake-packet.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { Packet } from '#shapes/field/packet.ts'
import {
  countToDecide,
  type ListedPacket,
  packetListed,
  packetsOfDay,
  packetsSince,
  packetsToDecide,
} from '#store/field-packet-lists.ts'
import { provisionById } from '#store/field-provisions.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { recordLook } from '../outreach/see-sessions.ts'
import { reopened } from './decide-packet.ts'

const MOST = 100
const DAYS_BACK = 14

export interface SeenPackets {
  /** What a person has to decide or to do, the longest waiting first. */
  readonly waiting: readonly ListedPacket[]
  /** What came in the last two weeks, the latest first. */
  readonly lately: readonly ListedPacket[]
}

/** What devices brought back: without whose it is. */
export async function seePackets(desk: Desk): Promise<Outcome<SeenPackets>> {
  const on = today(desk)
  const allowed = may(desk.actor, { kind: 'decide-packets' }, on)
  if (isRefusal(allowed)) return allowed
  const since = Temporal.PlainDate.from(on).subtract({ days: DAYS_BACK }).toString()
  const [waiting, lately] = await Promise.all([
    packetsToDecide(desk.centre, MOST),
    packetsSince(desk.centre, { since, size: MOST }),
  ])
  return { waiting, lately }
}

/** How many wait for a person, for who decides; null for anybody else. */
export async function countPacketsWaiting(desk: Desk): Promise<number | null> {
  const allowed = may(desk.actor, { kind: 'decide-packets' }, today(desk))
  return isRefusal(allowed) ? null : countToDecide(desk.centre)
}

/** What a packet that waits is about, as it was opened. */
export interface PacketInside {
  readonly procedureName: string | null
  readonly person: Pick<Party, 'name' | 'phone'> | null
  readonly code: string | null
  readonly pages: number
  readonly feeDong: number | null
}

export interface SeenPacket {
  readonly packet: ListedPacket
  readonly outing: {
    readonly kind: 'session' | 'home-visit'
    readonly id: string
    readonly on: string
  } | null
  /** Null where nothing of it is kept sealed any more, or it cannot be opened. */
  readonly inside: PacketInside | null
  /** What came of the day of a closing sheet, to be held against it; null for anything else. */
  readonly came: Pick<ClosingSheet, 'received' | 'handedBack' | 'contacts' | 'cashDong'> | null
}

/** One packet, opened where it waits; who looked is recorded. */
export async function seePacketAtDesk(desk: Desk, id: string): Promise<Outcome<SeenPacket>> {
  const allowed = may(desk.actor, { kind: 'decide-packets' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const packet = await packetListed(desk.centre, id)
  if (!packet) return refuse('no-such-packet')
  const provision = packet.provision === null ? undefined : await provisionById(desk.centre, packet.provision)
  const outing = provision ? { ...provision.outing, on: provision.on } : null
  const came = packet.closing && (await cameOn(desk, packet.device, packet.closing.on))
  if (packet.stage === 'taken-in' || packet.kind === null) return { packet, outing, inside: null, came }
  await recordLook(desk, 'see-packet', packet.code ?? id)
  const opened = await reopened(desk, packet)
  return { packet, outing, inside: isRefusal(opened) ? null : await insideOf(desk, opened.packet), came }
}

async function cameOn({ centre }: Desk, device: string, on: string) {
  const came = await packetsOfDay(centre, device, on)
  return {
    received: came.get('intake')?.count ?? 0,
    handedBack: came.get('hand-back')?.count ?? 0,
    contacts: came.get('contact')?.count ?? 0,
    cashDong: came.get('intake')?.dong ?? 0,
  }
}

async function insideOf({ centre }: Desk, packet: Packet): Promise<PacketInside> {
  const pages = packet.attachments.length
  const nothing = { procedureName: null, person: null, code: null, pages, feeDong: null }
  if (packet.kind === 'hand-back') {
    const { receiver } = packet.result
    return { ...nothing, code: packet.code, person: { name: receiver.name, phone: null } }
  }
  if (packet.kind !== 'intake') return nothing
  const { procedure, applicant } = packet.dossier
  const versions = (await bookOf(centre)).procedures.get(procedure)
  return {
    procedureName: versions?.at(-1)?.name ?? procedure,
    person: { name: applicant.name, phone: applicant.phone },
    code: packet.code,
    pages,
    feeDong: packet.fee?.dong ?? null,
  }
}
