import { isRefusal, refuse } from '#domain/outcome.ts'
import { fromMoment } from '#domain/calendar/moment.ts'
import type { HandBackPacket } from '#shapes/field/packet.ts'
import { holdDossier } from '#store/dossiers.ts'
import { keepScanIn } from '#store/scans.ts'
import { changeDossier } from '../change-dossier.ts'
import { type ArrivedPacket, deskThen, keepTaken } from './arrived-packet.ts'
import { type CameToNothing, nothingBy } from './came-to.ts'
import { scansOfPacket } from './scans-of-packet.ts'

/**
 * A result was handed over outside: the same command as at the counter, at the moment it was, with the signature as its proof.
 * Where a person decides that it stands although the dossier has changed since, it is handed over as it is now.
 */
export async function takeInHandBack(arrived: ArrivedPacket<HandBackPacket>): Promise<CameToNothing | null> {
  const { desk, packet, decided } = arrived
  const held = await holdDossier(desk.centre, packet.code)
  if (!held) return nothingBy(refuse('no-such-dossier'))
  const { acknowledged } = packet.result.proof
  const isHere = packet.attachments.some(({ sha256 }) => sha256 === acknowledged?.reference)
  if (acknowledged?.how === 'signed-on-glass' && !isHere) return nothingBy(refuse('signature-missing'))
  const { version, step, lastEventAt } = held.dossier
  const then = deskThen(arrived)
  // A person who lets it stand lets it stand behind what happened first.
  const isBehind = decided !== null && lastEventAt > arrived.receivedAt
  const at = isBehind ? { ...then, now: fromMoment(lastEventAt) } : then
  const given = decided ? { ...packet.result, version, step } : packet.result
  const { scans, unreadable } = scansOfPacket(arrived)
  const changed = await changeDossier(
    at,
    packet.code,
    { type: 'HandBack', id: packet.id, ...given },
    async (inside, dossier) => {
      for (const scan of scans) await keepScanIn(inside.db, { ...scan, dossier })
      await keepTaken(inside, arrived, {
        code: packet.code,
        tasks: unreadable ? ['picture-unreadable'] : [],
      })
    },
  )
  return isRefusal(changed) ? nothingBy(changed) : null
}
