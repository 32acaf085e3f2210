import type { PacketAnswer } from '#shapes/field/packet.ts'
import type { PacketKept } from '../keep/packets.ts'
import type { Line } from '../line/ask.ts'
import { sendPacket } from './send-packet.ts'

/** What the device keeps of its packets. */
export interface KeptPackets {
  toSend(): Promise<readonly PacketKept[]>
  keep(id: string, answer: PacketAnswer): Promise<void>
}

/** How a round of sending ended; `told` is what the centre would not take, and why. */
export type Round =
  | { readonly is: 'over'; readonly told: ReadonlyMap<string, string> }
  | { readonly is: 'no-line' | 'to-erase' }

/** So many in a row that reach nobody are no fault of a packet: there is no line. */
const SILENT = 2

/**
 * Sends all packets in the order they were made. One that the centre does not take, or that something on the way stops,
 * holds up none behind it; without a line the round is over, and what arrived stays known.
 */
export async function sendAll(kept: KeptPackets, line: Line, changed: () => void): Promise<Round> {
  const told = new Map<string, string>()
  let silent = 0
  for (const packet of await kept.toSend()) {
    const keep = async (answer: PacketAnswer) => {
      await kept.keep(packet.id, answer)
      changed()
    }
    const sent = await sendPacket(packet, line, keep)
    if (sent.is === 'to-erase') return sent
    silent = sent.is === 'no-line' ? silent + 1 : 0
    if (silent === SILENT) return { is: 'no-line' }
    if (sent.is === 'answered') await keep(sent.answer)
    if (sent.is === 'not-now') told.set(packet.id, sent.text)
  }
  return silent > 0 ? { is: 'no-line' } : { is: 'over', told }
}

const FIRST_SECONDS = 15
const MOST_SECONDS = 300

/** How long to wait after so many rounds without a line, in seconds: longer and longer, five minutes at most. */
export function waitSeconds(failures: number): number {
  return Math.min(MOST_SECONDS, FIRST_SECONDS * 2 ** Math.min(failures, 10))
}
