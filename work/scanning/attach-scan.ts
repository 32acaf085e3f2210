import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { ScanToAttach } from '#shapes/scans.ts'
import { holdDossier } from '#store/dossiers.ts'
import { keepScan } from '#store/scans.ts'
import { announceChange } from '../announce-change.ts'
import { today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { isLocked, isWhole, mediaTypeOf } from './media-type.ts'

/** A scanned page in colour is about one megabyte; more than this is a slip. */
export const MOST_SCAN_BYTES = 20 * 1024 * 1024

/** The name of a content: its SHA-256, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return seal(bytes)
}

/**
 * Puts a scan beside a dossier. The dossier itself does not change, so nobody's work grows stale; open pages show it
 * at once. The same id again is the same scan.
 */
export async function attachScan(
  desk: Desk,
  code: string,
  given: ScanToAttach,
  bytes: Uint8Array,
): Promise<Outcome<true>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'write-note' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const allowed = may(actor, { kind: 'write-note', dossier: held.dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  const { id, name, component } = given
  if (bytes.length > MOST_SCAN_BYTES)
    return refuse('scan-too-large', { name, most: MOST_SCAN_BYTES / 1024 / 1024 })
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === null) return refuse('scan-of-no-kind', { name })
  if (!isWhole(bytes, mediaType)) return refuse('scan-cut-off', { name })
  if (isLocked(bytes, mediaType)) return refuse('scan-locked', { name })
  const sha256 = hashOf(bytes)
  const stands = await keepScan(centre, {
    id,
    dossier: held.id,
    component,
    name,
    mediaType,
    size: bytes.length,
    sha256,
    at: toMoment(desk.now),
    staff: actor.id,
    bytes,
  })
  if (stands.dossier !== held.id || stands.sha256 !== sha256) return refuse('command-id-reused', { id })
  announceChange(centre, code, [])
  return true
}
