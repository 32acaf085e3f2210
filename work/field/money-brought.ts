import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { owedNowDong } from '#domain/dossier/owed.ts'
import { MONEY_TASKS, type PacketTask } from '#domain/outreach/intake-packet.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { holdDossier } from '#store/dossiers.ts'
import { packetsWithMoney } from '#store/field-packet-lists.ts'
import { type KeptPacket, keepTasks, packetById } from '#store/field-packets.ts'
import { today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { takePayment } from '../money/take-payment.ts'
import { oneByOne, type OneDone } from '../one-by-one.ts'

/** Money that was taken outside and is in nobody's till yet. */
export interface MoneyBrought {
  readonly packet: string
  readonly code: string
  readonly takenAt: Moment
  /** By whom; the officer answers for it until a cashier has it. */
  readonly staff: string
  readonly staffName: string
  readonly takenDong: number
  /** What is to be paid by now; null while it is undetermined. */
  readonly owedDong: number | null
}

/** All money that officers brought home and no cashier has, by officer, as far as the caller may take it over. */
export async function seeMoneyBrought(desk: Desk): Promise<readonly MoneyBrought[]> {
  const brought = (await packetsWithMoney(desk.centre)).map(async (one) => {
    const { id: packet, code, receivedAt, arrivedAt, staff, staffName, feeDong } = one
    const held = code === null ? undefined : await holdDossier(desk.centre, code)
    if (code === null || !held || isRefusal(mayTake(desk, held.dossier))) return []
    const takenAt = receivedAt ?? arrivedAt
    const owedDong = owedNowDong(held.dossier)
    return [{ packet, code, takenAt, staff, staffName, takenDong: feeDong ?? 0, owedDong }]
  })
  return (await Promise.all(brought)).flat()
}

/** Takes over what an officer counts out: a receipt for each, in the cashier's own till; each for itself. */
export function takeAllBrought(
  desk: Desk,
  packets: readonly string[],
  onFault: (fault: unknown) => void,
): Promise<readonly OneDone<string, true>[]> {
  return oneByOne(
    packets,
    async (id) => {
      const kept = await packetById(desk.centre, id)
      return kept ? takeMoneyBrought(desk, kept) : refuse('no-such-packet')
    },
    onFault,
  )
}

const mayTake = (desk: Desk, { placeOfReceipt: unit }: Pick<Dossier, 'placeOfReceipt'>) =>
  may(desk.actor, { kind: 'take-money', unit, post: 'cashier' }, today(desk))

/** Whether a task is done by taking the money over. */
export function isOfMoney(task: PacketTask): boolean {
  return MONEY_TASKS.some((one) => one === task)
}

/** What is owed is booked in the person's own till; what is paid by now is done. */
export async function takeMoneyBrought(desk: Desk, kept: KeptPacket): Promise<Outcome<true>> {
  const { code, id, tasks } = kept
  const ofMoney = tasks.filter(isOfMoney)
  if (code === null || ofMoney.length === 0) return refuse('nothing-left-to-do')
  const held = await holdDossier(desk.centre, code)
  if (!held) return refuse('no-such-dossier')
  const allowed = mayTake(desk, held.dossier)
  if (isRefusal(allowed)) return allowed
  const { version, step } = held.dossier
  const dong = owedNowDong(held.dossier)
  if (dong === null) return refuse('fee-undetermined')
  if (dong > 0) {
    const receipt = { way: 'cash', dong, payer: null, reference: null } as const
    const booked = await takePayment(desk, code, {
      id: derivedId(id, 'fee handed over', version),
      version,
      step,
      ...receipt,
    })
    if (isRefusal(booked)) return booked
  }
  return tickOff(desk, kept, ofMoney)
}

/** What was to be done of a packet is done. */
export async function tickOff(
  { centre }: Desk,
  { id, code, tasks }: KeptPacket,
  done: readonly PacketTask[],
): Promise<Outcome<true>> {
  if (code === null || !done.every((one) => tasks.includes(one))) return refuse('nothing-left-to-do')
  const left = tasks.filter((one) => !done.includes(one))
  await keepTasks(centre, id, left)
  return true
}
