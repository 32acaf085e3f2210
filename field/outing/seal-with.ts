import type { ContactPacket, HandBackPacket } from '#shapes/field/packet.ts'
import type { DraftFiles } from '../intake/step-props.ts'
import type { PartMade } from '../packet-part.ts'
import type { Done, Frame } from './frame.ts'

interface Sealing {
  readonly made: PartMade<HandBackPacket> | PartMade<ContactPacket>
  readonly files: DraftFiles
  readonly summary: Pick<Done, 'kind' | 'code'>
}

/** Seals what was done in one go, with its files. */
export async function sealWith(frame: Frame, { made, files, summary }: Sealing): Promise<void> {
  const all = await Promise.all(made.files.map((id) => files.read(id)))
  const attachments = all.map((bytes) => {
    if (bytes === null) throw new Error('a picture that was just taken is gone')
    return bytes
  })
  const done = { id: made.packet.id, at: frame.now(), cashDong: 0, registration: null, ...summary }
  await frame.seal({ packet: made.packet, attachments, done })
}
