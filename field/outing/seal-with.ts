import type { ContactPacket, HandBackPacket } from '#shapes/field/packet.ts'
import type { PartMade } from '../packet-part.ts'
import type { Done, Frame } from './frame.ts'

interface Sealing {
  readonly made: PartMade<HandBackPacket> | PartMade<ContactPacket>
  readonly summary: Pick<Done, 'kind' | 'code'>
}

/** Seals what was written down on one screen, with its files; its draft is forgotten with it. */
export async function sealWith(frame: Frame, { made, summary }: Sealing): Promise<void> {
  const { packet } = made
  const files = frame.filesOf(packet.id)
  const all = await Promise.all(made.files.map((id) => files.read(id)))
  const attachments = all.map((bytes) => {
    if (bytes === null) throw new Error('a picture of this draft is not on the device')
    return bytes
  })
  const done = { id: packet.id, at: frame.now(), cashDong: 0, registration: null, ...summary }
  await frame.seal({ packet, attachments, done })
}
