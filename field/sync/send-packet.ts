import { z } from 'zod'
import { PACKET_STAGES, type PacketAnswer, PIECE_BYTES } from '#shapes/field/packet.ts'
import type { PacketKept } from '../keep/packets.ts'
import { ask, type Line } from '../line/ask.ts'

/** What came of sending: what the centre says of the packet, no line to it, or that this device is to be erased. */
export type Sent =
  | { readonly is: 'answered'; readonly answer: PacketAnswer }
  | { readonly is: 'not-now'; readonly text: string }
  | { readonly is: 'no-line' }
  | { readonly is: 'to-erase' }

const Answer = z.object({
  stage: z.enum(PACKET_STAGES),
  have: z.array(z.int()),
  code: z.string().nullable(),
  receivedAt: z.string().nullable(),
  due: z.string().nullable(),
  why: z.array(z.string()),
})
/** Pieces that were hurt on their way are sent again; so often in one go. */
const ROUNDS = 3

const isOnItsWay = ({ stage }: PacketAnswer) => stage === 'unknown' || stage === 'arriving'

/**
 * Sends what the centre does not have of a packet, piece by piece; whatever was cut off before, it asks first and goes on
 * from there. The same packet again changes nothing.
 */
export async function sendPacket(
  { id, sealed, sha256 }: Pick<PacketKept, 'id' | 'sealed' | 'sha256'>,
  line: Line,
  progress: (answer: PacketAnswer) => Promise<void>,
): Promise<Sent> {
  let seen = await askOf(line, `packets/${id}`, { method: 'GET' })
  if (sealed === null) return seen
  const pieces = Math.ceil(sealed.length / PIECE_BYTES)
  const headers = {
    'X-Pieces': String(pieces),
    'X-Sha256': sha256,
    'Content-Type': 'application/octet-stream',
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let piece = 0; piece < pieces; piece += 1) {
      if (seen.is !== 'answered' || !isOnItsWay(seen.answer)) return seen
      if (seen.answer.have.includes(piece)) continue
      const body = sealed.slice(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES)
      seen = await askOf(line, `packets/${id}/pieces/${piece}`, { method: 'PUT', headers, body })
      if (seen.is === 'answered') await progress(seen.answer)
    }
  }
  return seen
}

async function askOf(line: Line, path: string, init: RequestInit): Promise<Sent> {
  const asked = await ask(line, path, init)
  if (asked.is === 'refused') return { is: 'not-now', text: asked.text }
  if (asked.is !== 'answered') return asked
  const answer = Answer.safeParse(asked.value)
  return answer.success ? { is: 'answered', answer: answer.data } : { is: 'no-line' }
}
