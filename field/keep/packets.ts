import { type PacketAnswer, type PacketGiven, Packet } from '#shapes/field/packet.ts'
import type { Provision } from '#shapes/field/provision.ts'
import { sealPacket, sha256Of } from '#shapes/field/sealed-packet.ts'
import type { Done, ToSealOutside } from '../outing/frame.ts'
import { claimedNow, deviceOf } from './device.ts'
import { ONLY, type Store } from './store.ts'

/** A packet on the device: sealed to the centre, so that nobody here can read it again. */
export interface PacketKept {
  readonly id: string
  readonly sequence: number
  /** Of the session or visit it was done on. */
  readonly outing: string
  /** Dropped once the centre has it. */
  readonly sealed: Uint8Array<ArrayBuffer> | null
  readonly sha256: string
  readonly done: Done
  /** What the centre said last; null before it was asked. */
  readonly answer: PacketAnswer | null
}

/** The centre has it: the device need not keep its bytes. */
const isKeptThere = (answer: PacketAnswer | null) =>
  answer?.stage === 'taken-in' || answer?.stage === 'to-decide'

/**
 * Seals what was done and forgets the draft it was made of, both or neither. One after the other in all windows, since a
 * packet names the one before it; the same packet again changes nothing.
 */
export async function sealOutside(
  store: Store,
  { id: provision, lawVersion, publicKey, outing }: Provision,
  { packet: part, attachments, done }: ToSealOutside,
): Promise<void> {
  await navigator.locks.request('seal', async () => {
    const device = await deviceOf(store)
    if (!device) throw new Error('this device is none of the centre’s')
    if (await store.get('packets', part.id)) return
    const sequence = device.sequence + 1
    const packet: PacketGiven = Packet.parse({
      ...part,
      format: 1,
      device: device.id,
      provision,
      sequence,
      previous: device.previous,
      claimedAt: claimedNow(),
      lastContact: device.lastContact,
      lawVersion,
    })
    const keys = { device: device.signingKey, centre: publicKey }
    const sealed = await sealPacket({ packet, attachments }, keys)
    const sha256 = await sha256Of(sealed)
    const writing = store.transaction(['packets', 'device', 'drafts', 'files'], 'readwrite')
    const now = await writing.objectStore('device').get(ONLY)
    if (!now) throw new Error('this device was erased')
    await Promise.all([
      writing
        .objectStore('packets')
        .add({ id: part.id, sequence, outing: outing.id, sealed, sha256, done, answer: null }, part.id),
      writing.objectStore('device').put({ ...now, sequence, previous: sha256 }, ONLY),
      writing.objectStore('drafts').delete(part.id),
      writing.objectStore('files').delete(IDBKeyRange.bound([part.id], [part.id, []])),
      writing.done,
    ])
  })
}

/** All packets of this device, in the order they were made. */
export function allPackets(store: Store): Promise<PacketKept[]> {
  return store.getAllFromIndex('packets', 'sequence')
}

/** Packets the centre does not have yet, and no person has turned away. */
export async function packetsToSend(store: Store): Promise<PacketKept[]> {
  return (await allPackets(store)).filter((one) => isToSend(one))
}

/** Whether the centre has still to get a packet. */
export function isToSend({ answer }: PacketKept): boolean {
  return !isKeptThere(answer) && answer?.stage !== 'refused'
}

/** Remembers what the centre said of a packet; its bytes are dropped once they are there. */
export async function keepAnswer(store: Store, id: string, answer: PacketAnswer): Promise<void> {
  const changing = store.transaction('packets', 'readwrite')
  const packet = await changing.store.get(id)
  if (packet)
    await changing.store.put({ ...packet, answer, sealed: isKeptThere(answer) ? null : packet.sealed }, id)
  await changing.done
}
