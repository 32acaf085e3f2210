import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { type ListedDevice, listDevices } from '#store/field-devices.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

const MOST = 200

export interface SeenDevices {
  readonly devices: readonly ListedDevice[]
  /** Whether they are everybody's. */
  readonly isWhole: boolean
  readonly mayDecide: boolean
}

/** Devices that work outside: everybody's for the counters, otherwise the person's own. */
export async function seeDevices(desk: Desk): Promise<Outcome<SeenDevices>> {
  const { actor, centre } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'work-outside', owner: null }, on)
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'work-outside' })
  const isWhole = !isRefusal(may(actor, { kind: 'decide-packets' }, on))
  const devices = await listDevices(centre, { staff: isWhole ? null : actor.id, size: MOST })
  return { devices, isWhole, mayDecide: isWhole }
}
