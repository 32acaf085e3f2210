import { refusedBy, slipOf } from '#domain/outreach/intake-packet.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Packet } from '#shapes/field/packet.ts'
import { keepPacket, type KeptPacket, packetById } from '#store/field-packets.ts'
import { type FieldPaper, keepPaper } from '#store/field-papers.ts'
import { inOne } from '#store/in-one.ts'
import { dropPieces } from '#store/field-pieces.ts'
import { type ArrivedPacket, nothingOf, openArrived, type SealedPacket, waiting } from './arrived-packet.ts'
import type { DeviceDesk } from './device-desk.ts'
import { takeInClosing } from './take-in-closing.ts'
import { takeInContact } from './take-in-contact.ts'
import { takeInHandBack } from './take-in-hand-back.ts'
import { takeInIntake } from './take-in-intake.ts'
import type { CameToNothing } from './came-to.ts'

/**
 * Takes in a packet that is whole: what was done outside is done here, in one transaction with that the packet is in; or
 * it waits whole for a person; or it is refused, as nothing this centre's devices made. Twice is once.
 */
export async function takeInPacket(at: DeviceDesk, sealed: SealedPacket): Promise<Outcome<KeptPacket>> {
  const { centre } = at.desk
  const arrived = await openArrived(at, sealed)
  if (isRefusal(arrived)) {
    if (arrived.refused === 'no-field-work') return arrived
    await kept(at, { ...nothingOf(at, sealed), concerns: [refusedBy(arrived)] }, sealed.bytes)
  } else {
    const nothing = await carryOut(arrived)
    if (nothing) await kept(at, waiting(arrived, nothing.concerns), sealed.bytes, paperOf(arrived.packet))
  }
  const stands = await packetById(centre, sealed.id)
  if (!stands) throw new Error('a packet came to nothing')
  return stands
}

/** Does what a packet says; null where it is done, otherwise why a person has to decide. */
export function carryOut(arrived: ArrivedPacket): Promise<CameToNothing | null> {
  const { packet } = arrived
  switch (packet.kind) {
    case 'intake':
      return takeInIntake({ ...arrived, packet })
    case 'hand-back':
      return takeInHandBack({ ...arrived, packet })
    case 'contact':
      return takeInContact({ ...arrived, packet })
    case 'closing':
      return takeInClosing({ ...arrived, packet })
  }
}

/** What stands on the paper that was given for a dossier; nobody was given one for anything else. */
function paperOf(packet: Packet): FieldPaper | null {
  if (packet.kind !== 'intake') return null
  const { id, code, lookupKey, dossier } = packet
  return { packet: id, code: code ?? slipOf(id), lookupKey, phone: dossier.applicant.phone }
}

async function kept(
  { desk }: DeviceDesk,
  packet: KeptPacket,
  sealed: Uint8Array,
  paper: FieldPaper | null = null,
): Promise<void> {
  await inOne(desk.centre, async (inside) => {
    await keepPacket(inside, packet, sealed)
    if (paper) await keepPaper(inside, paper)
    await dropPieces(inside, packet.id)
  })
}
