import type { PacketAttachment } from '#shapes/field/packet.ts'
import type { KeptFile } from './intake/kept-file.ts'

/** A packet as far as a screen makes it: what every packet has besides is added where it is sealed. */
export type PacketPart<Packet> = Omit<
  Packet,
  'format' | 'device' | 'provision' | 'sequence' | 'previous' | 'claimedAt' | 'lastContact' | 'lawVersion'
>

/** A packet's part, with the ids of the files that go with it, in the order of its attachments. */
export interface PartMade<Packet> {
  readonly packet: PacketPart<Packet>
  readonly files: readonly string[]
}

const MEDIA_TYPES = ['image/jpeg', 'image/png'] as const

/** What a packet says of a file. */
export function attachmentOf(
  { name, mediaType, size, sha256 }: KeptFile,
  what: PacketAttachment['what'],
  component: string | null = null,
): PacketAttachment {
  const known = MEDIA_TYPES.find((one) => one === mediaType)
  if (!known) throw new Error(`a picture of type ${mediaType}`)
  return { name, mediaType: known, size, sha256, component, what }
}
