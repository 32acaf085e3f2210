import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Concern } from '#domain/outreach/intake-packet.ts'
import { receiptMoment } from '#domain/outreach/packet-clock.ts'
import { startOf } from '#domain/outreach/slots.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Packet, PacketAnswer } from '#shapes/field/packet.ts'
import { isSignedBy, openPacket } from '#shapes/field/sealed-packet.ts'
import { aroundPacket, type KeptPacket } from '#store/field-packets.ts'
import { type KeptProvision, provisionById } from '#store/field-provisions.ts'
import { type CentreInOne } from '#store/in-one.ts'
import { dropPieces } from '#store/field-pieces.ts'
import { keepPacket } from '#store/field-packets.ts'
import { forgetPhone } from '#store/field-papers.ts'
import type { DeviceDesk } from './device-desk.ts'

/** A sealed packet that is here whole. */
export interface SealedPacket {
  readonly id: string
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A packet that was opened and is its device's, with what counts as its moment. */
export interface ArrivedPacket<One extends Packet = Packet> extends DeviceDesk {
  readonly packet: One
  readonly attachments: readonly Uint8Array<ArrayBuffer>[]
  readonly provision: KeptProvision
  readonly receivedAt: Moment
  /** As it is kept when nothing is wrong with it. */
  readonly kept: KeptPacket
  readonly sealed: Uint8Array<ArrayBuffer>
  /** Who decided that it is received as it is; null while nobody had to. */
  readonly decided: { readonly at: Moment; readonly by: string } | null
}

/** Opens a packet and holds it against its device: its key, its numbering, what it was provisioned with. */
export async function openArrived(at: DeviceDesk, sealed: SealedPacket): Promise<Outcome<ArrivedPacket>> {
  const { desk, device, deviceAt } = at
  const { centre, field, now } = desk
  if (!field) return refuse('no-field-work')
  const opened = await openPacket(sealed.bytes, field.privateKey)
  if (isRefusal(opened)) return opened
  const { packet, attachments } = opened
  if (packet.id !== sealed.id || packet.device !== device.id) return refuse('packet-of-another')
  if (!(await isSignedBy(opened, device.publicKey))) return refuse('not-signed-by-device')
  const provision = await provisionById(centre, packet.provision)
  if (provision?.device !== device.id) return refuse('no-such-provision')
  const around = await aroundPacket(centre, device.id, packet.sequence)
  const { at: receivedAt, basis } = receiptMoment({
    ...packet,
    arrival: { serverAt: toMoment(now), deviceAt },
    opensAt: toMoment(startOf(provision.on, provision.opens)),
    closesAt: toMoment(startOf(provision.on, provision.closes)),
    provisionedAt: provision.madeAt,
    ...around,
  })
  const kept: KeptPacket = {
    ...nothingOf(at, sealed),
    provision: provision.id,
    kind: packet.kind,
    sequence: packet.sequence,
    previous: packet.previous,
    isChained: packet.sequence === 1 ? packet.previous === null : isAfter(around.before, packet.previous),
    claimedAt: packet.claimedAt,
    receivedAt,
    basis,
    stage: 'taken-in',
  }
  return { ...at, packet, attachments, provision, receivedAt, kept, sealed: sealed.bytes, decided: null }
}

/** The one before may still be on its way. */
const isAfter = (before: string | null, named: string | null) =>
  named !== null && (before === null || before === named)

/** A packet of which nothing is known but that it arrived. */
export function nothingOf({ device, desk }: DeviceDesk, { id, sha256 }: SealedPacket): KeptPacket {
  return {
    id,
    device: device.id,
    provision: null,
    kind: null,
    sequence: null,
    sha256,
    previous: null,
    isChained: false,
    claimedAt: null,
    arrivedAt: toMoment(desk.now),
    receivedAt: null,
    basis: null,
    stage: 'refused',
    concerns: [],
    tasks: [],
    code: null,
    due: null,
    feeDong: null,
    witness: null,
    closing: null,
    decidedAt: null,
    decidedBy: null,
    decision: null,
    why: null,
  }
}

/** Keeps what came of a packet in the transaction that does it. */
export async function keepTaken(
  inside: CentreInOne,
  { kept, decided }: Pick<ArrivedPacket, 'kept' | 'decided'>,
  what: Partial<KeptPacket>,
): Promise<void> {
  const decision = decided
    ? { decidedAt: decided.at, decidedBy: decided.by, decision: 'receive' as const }
    : {}
  await keepPacket(inside, { ...kept, ...what, ...decision }, null)
  if (decided) await forgetPhone(inside, kept.id)
  await dropPieces(inside, kept.id)
}

/** The packet as a person finds it who has to decide: whole, with why. */
export function waiting({ kept }: ArrivedPacket, concerns: readonly Concern[]): KeptPacket {
  return { ...kept, stage: 'to-decide', concerns }
}

/** A moment as the desk has it, for what was done outside at that moment. */
export function deskThen({ desk, receivedAt }: ArrivedPacket): DeviceDesk['desk'] {
  return { ...desk, now: fromMoment(receivedAt) }
}

/** What the device is told of a packet. */
export function answerOf({ stage, code, receivedAt, due, concerns, why }: KeptPacket): PacketAnswer {
  const reasons = concerns.flatMap(({ what, of }) => (what === 'refused' ? of : [what]))
  return { stage, have: [], code, receivedAt, due, why: why === null ? reasons : [...reasons, why] }
}
