import { toMoment } from '#domain/calendar/moment.ts'
import { toldOfPacket } from '#domain/notices/told-otherwise.ts'
import type { PacketTask } from '#domain/outreach/intake-packet.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { PacketDecision } from '#shapes/field/decision.ts'
import { openPacket } from '#shapes/field/sealed-packet.ts'
import { deviceById } from '#store/field-devices.ts'
import { keepPacket, type KeptPacket, packetById, sealedOf } from '#store/field-packets.ts'
import { provisionById } from '#store/field-provisions.ts'
import { inOne } from '#store/in-one.ts'
import { addTelling } from '#store/outbox.ts'
import { staffById } from '#store/people.ts'
import { tells, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import type { ArrivedPacket } from './arrived-packet.ts'
import { isOfMoney, takeMoneyBrought, tickOff } from './money-brought.ts'
import { carryOut } from './take-in-packet.ts'

/** A person decides about a packet that waits, or does what was left to do for one that is in. */
export async function decidePacket(desk: Desk, id: string, given: PacketDecision): Promise<Outcome<true>> {
  const { actor, centre, now } = desk
  const allowed = may(actor, { kind: 'decide-packets' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'decide-packets' })
  const kept = await packetById(centre, id)
  if (!kept) return refuse('no-such-packet')
  if (given.decision === 'done') return finishTask(desk, kept, given.task)
  if (kept.decision === given.decision) return true
  if (kept.stage !== 'to-decide') return refuse('packet-decided')
  const by = { at: toMoment(now), by: actor.id }
  if (given.decision === 'receive') return receiveAsItIs(desk, kept, by)
  const sealed = (await sealedOf(centre, id)) ?? null
  const refused = { ...kept, stage: 'refused', decision: 'refuse', why: given.why } as const
  const told = tells(desk) ? toldOfPacket('refuse') : null
  await inOne(centre, async (inside) => {
    await keepPacket(inside, { ...refused, decidedAt: by.at, decidedBy: by.by }, sealed)
    if (told) await addTelling(inside, { about: 'packet', code: id, cause: 'decided', ...told })
  })
  return true
}

/** Carries a packet out as its officer's work of that day; what the rules refuse even so stays where it is. */
async function receiveAsItIs(
  desk: Desk,
  kept: KeptPacket,
  decided: NonNullable<ArrivedPacket['decided']>,
): Promise<Outcome<true>> {
  const arrived = await reopened(desk, kept)
  if (isRefusal(arrived)) return arrived
  const nothing = await carryOut({ ...arrived, decided })
  return nothing === null ? true : (nothing.refusal ?? refuse('packet-decided'))
}

/** A packet that waits, opened again; its moment stands as it was found when it arrived. */
export async function reopened(
  { centre, field, ...desk }: Desk,
  kept: KeptPacket,
): Promise<Outcome<ArrivedPacket>> {
  if (!field) return refuse('no-field-work')
  const device = await deviceById(centre, kept.device)
  const [actor, sealed, provision] = await Promise.all([
    device && staffById(centre, device.staff),
    sealedOf(centre, kept.id),
    kept.provision === null ? undefined : provisionById(centre, kept.provision),
  ])
  const { receivedAt } = kept
  if (!device || !actor || !sealed || !provision || receivedAt === null) return refuse('no-such-packet')
  const opened = await openPacket(sealed, field.privateKey)
  if (isRefusal(opened)) return opened
  const { packet, attachments } = opened
  return {
    desk: { ...desk, centre, field, actor },
    device,
    deviceAt: toMoment(desk.now),
    packet,
    attachments,
    provision,
    receivedAt,
    kept: { ...kept, stage: 'taken-in', concerns: kept.concerns },
    sealed,
    decided: null,
  }
}

/** Books the fee in the person's own till, or ticks off what was looked at. */
function finishTask(desk: Desk, kept: KeptPacket, task: PacketTask): Promise<Outcome<true>> {
  return isOfMoney(task) ? takeMoneyBrought(desk, kept) : tickOff(desk, kept, [task])
}
