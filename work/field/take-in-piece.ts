import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { MOST_PIECES, type PacketAnswer, PIECE_BYTES } from '#shapes/field/packet.ts'
import { packetById } from '#store/field-packets.ts'
import { dropPieces, keepPiece, piecesOf, piecesWaiting, wholeOf } from '#store/field-pieces.ts'
import { seal } from '../chance.ts'
import { answerOf, type SealedPacket } from './arrived-packet.ts'
import type { DeviceDesk } from './device-desk.ts'
import { takeInPacket } from './take-in-packet.ts'

/** One piece of a sealed packet as it comes over a bad line. */
export interface PieceSent {
  readonly packet: string
  /** From 0. */
  readonly place: number
  readonly pieces: number
  /** Of the whole, hexadecimal. */
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Pieces one device may have under way: a quarter of a gigabyte. */
const MOST_WAITING = 2 * 1024

/**
 * Takes a piece in: in any order, any number of times, over several lines at once. With the last one the packet is opened
 * and taken in; a packet that was is answered alike, whatever piece comes again.
 */
export async function takeInPiece(at: DeviceDesk, piece: PieceSent): Promise<Outcome<PacketAnswer>> {
  const { centre, now } = at.desk
  const { packet: id, place, pieces, sha256, bytes } = piece
  if (pieces > MOST_PIECES || place >= pieces || bytes.length === 0 || bytes.length > PIECE_BYTES)
    return refuse('packet-unreadable')
  const before = await packetById(centre, id)
  if (before)
    return before.sha256 === sha256 && before.device === at.device.id
      ? answerOf(before)
      : refuse('packet-differs', { id })
  if (pieces === 1) return whole(at, { id, sha256, bytes })
  if ((await piecesWaiting(centre, at.device.id)) >= MOST_WAITING)
    return refuse('too-much-on-its-way', { most: MOST_WAITING })
  const kept = await keepPiece(centre, { ...piece, device: at.device.id, at: toMoment(now) })
  if (kept === 'taken-in') return takeInPiece(at, piece)
  if (!kept) return refuse('packet-differs', { id })
  if (kept.have.length < pieces) return arriving(kept.have)
  return wholeOrAnswered(at, { id, sha256 })
}

/**
 * What has come of a packet of this device. One that is all there and was not taken in, as the program was stopped just then,
 * is taken in now.
 */
export async function seePacket(at: DeviceDesk, id: string): Promise<Outcome<PacketAnswer>> {
  const { centre } = at.desk
  const kept = await packetById(centre, id)
  if (kept?.device === at.device.id) return answerOf(kept)
  const found = await piecesOf(centre, id, at.device.id)
  if (!found) return { ...arriving([]), stage: 'unknown' }
  const { have, pieces, sha256 } = found
  return have.length < pieces ? arriving(have) : wholeOrAnswered(at, { id, sha256 })
}

async function wholeOrAnswered(
  at: DeviceDesk,
  { id, sha256 }: Omit<SealedPacket, 'bytes'>,
): Promise<Outcome<PacketAnswer>> {
  const bytes = await wholeOf(at.desk.centre, id)
  // Somebody else had the last piece too and was faster.
  if (bytes.length === 0) return seePacket(at, id)
  return whole(at, { id, sha256, bytes })
}

async function whole(at: DeviceDesk, sealed: SealedPacket): Promise<Outcome<PacketAnswer>> {
  if (seal(sealed.bytes) !== sealed.sha256) {
    // Some piece was hurt on its way: none can be told from the others, and all are sent again.
    await dropPieces(at.desk.centre, sealed.id)
    return arriving([])
  }
  const taken = await takeInPacket(at, sealed)
  return isRefusal(taken) ? taken : answerOf(taken)
}

function arriving(have: readonly number[]): PacketAnswer {
  return { stage: 'arriving', have, code: null, receivedAt: null, due: null, why: [] }
}
