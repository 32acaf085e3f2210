import { seenOutside } from '#domain/digitising/media-type.ts'
import { pictureSizeOf } from '#domain/digitising/picture-size.ts'
import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import type { ScanToKeep } from '#store/scans.ts'
import { derivedId } from '../derived-id.ts'
import type { ArrivedPacket } from './arrived-packet.ts'

/** What is kept beside the dossier of a packet, and whether something of it is none. */
export interface ScansOfPacket {
  readonly scans: readonly Omit<ScanToKeep, 'dossier'>[]
  readonly unreadable: boolean
}

/**
 * Photographs and signatures of a packet as scans. They were made by the application itself, so that they are told by their
 * kind and size alone; a paper in another form is brought to the counter.
 */
export function scansOfPacket({ packet, attachments, desk, receivedAt }: ArrivedPacket): ScansOfPacket {
  const all = packet.attachments.map(({ name, component, sha256 }, place) => {
    const bytes = attachments[place] ?? new Uint8Array()
    const seen = seenOutside(bytes, UPLOAD_LIMITS.bytes)
    if (seen.fault !== null || seen.mediaType === 'application/pdf') return null
    const size = pictureSizeOf(bytes)
    if (!size || size.width * size.height > UPLOAD_LIMITS.pixels) return null
    return {
      id: derivedId(packet.id, 'scan', place),
      component,
      name,
      mediaType: seen.mediaType,
      size: bytes.length,
      sha256,
      at: receivedAt,
      staff: desk.actor.id,
      bytes,
    }
  })
  const scans = all.filter((one) => one !== null)
  return { scans, unreadable: scans.length < all.length }
}
