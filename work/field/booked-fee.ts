import { under } from '#domain/dossier/decide.ts'
import type { Law } from '#domain/dossier/law.ts'
import { owedNowDong } from '#domain/dossier/owed.ts'
import type { PacketTask } from '#domain/outreach/intake-packet.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { IntakePacket } from '#shapes/field/packet.ts'
import type { Writing } from '#store/dossiers.ts'
import { commandHash, commandOf, tells, writingOf } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { ArrivedPacket } from './arrived-packet.ts'

/** The payment that is written with a receipt, or what is left for a person to do about it. */
export interface BookedFee {
  readonly writing: Writing | null
  readonly task: PacketTask | null
}

/**
 * The fee that was taken outside as a payment of the officer's till today, with the next number of the book. It is left to a
 * person where another sum is owed, the officer keeps no till, or the till is closed.
 */
export async function bookedFee(
  { desk, packet }: ArrivedPacket<IntakePacket>,
  { id, dossier, events, lawVersion }: Writing,
  law: Law,
): Promise<BookedFee> {
  const { fee } = packet
  if (!fee?.taken) return { writing: null, task: null }
  const dong = owedNowDong(dossier)
  if (dong !== fee.dong || dong === 0)
    return { writing: null, task: dong === 0 && fee.dong === 0 ? null : 'fee-differs' }
  if (dong === null) return { writing: null, task: 'fee-differs' }
  const { version, step, code } = dossier
  const given = {
    type: 'TakePayment',
    id: derivedId(packet.id, 'fee'),
    version,
    step,
    way: 'cash',
    dong,
    payer: null,
    reference: null,
  } as const
  const asked = await commandOf(desk, desk.actor, dossier, law, given)
  if (isRefusal(asked) || asked.type !== 'TakePayment') return { writing: null, task: 'fee-to-book' }
  const taken = under(law).decide(dossier, asked)
  if (isRefusal(taken)) return { writing: null, task: 'fee-to-book' }
  const held = { id, dossier, lastSeal: events.at(-1)?.seal ?? '', draft: null }
  const command = { id: given.id, hash: commandHash(desk.actor, { code, ...given }) }
  return { writing: writingOf(held, taken, command, { law: lawVersion, tells: tells(desk) }), task: null }
}
