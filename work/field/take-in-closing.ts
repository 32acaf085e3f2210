import type { ClosingPacket } from '#shapes/field/packet.ts'
import { inOne } from '#store/in-one.ts'
import { type ArrivedPacket, keepTaken } from './arrived-packet.ts'

/** Keeps a day's closing sheet, to be held against what arrived of that day. */
export async function takeInClosing(arrived: ArrivedPacket<ClosingPacket>): Promise<null> {
  const { on, received, handedBack, contacts, cashDong, slips, note } = arrived.packet
  const closing = { on, received, handedBack, contacts, cashDong, slips, note }
  await inOne(arrived.desk.centre, (inside) => keepTaken(inside, arrived, { closing }))
  return null
}
