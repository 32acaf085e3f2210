import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { lookInto } from '#papers/digitising/make-copy.ts'
import type { ScanToAttach } from '#shapes/scans.ts'
import { holdDossier } from '#store/dossiers.ts'
import { keepScan } from '#store/scans.ts'
import { announceChange } from '../announce-change.ts'
import { today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { refusedFile, uploaded } from './readable-files.ts'

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
  const file = uploaded(name, bytes)
  if (isRefusal(file)) return file
  const faulty = await lookInto([file])
  if (faulty) return refusedFile(faulty)
  const sha256 = hashOf(bytes)
  const stands = await keepScan(centre, {
    id,
    dossier: held.id,
    component,
    name,
    mediaType: file.mediaType,
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
