import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { deviceById, deviceOfToken, endDevice as end, keepErased } from '#store/field-devices.ts'
import { dropPiecesOf } from '#store/field-pieces.ts'
import { today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** A device is lost, or taken out of use: at its next call it erases all it holds. Twice is once. */
export async function endDevice(desk: Desk, id: string, state: 'lost' | 'removed'): Promise<Outcome<true>> {
  const { actor, centre, now } = desk
  const device = await deviceById(centre, id)
  if (!device) return refuse('no-such-device')
  const allowed = may(actor, { kind: 'work-outside', owner: device.staff }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'work-outside' })
  await end(centre, { id, state, at: toMoment(now), by: actor.id })
  return true
}

/** A device says that it has erased itself; null where no device has the token. */
export async function confirmErased({ centre, now }: Desk, token: string): Promise<Outcome<true> | null> {
  const device = await deviceOfToken(centre, seal(token))
  if (!device) return null
  // One that erased itself of its own accord, after ten wrong numbers, is of no more use either.
  await end(centre, { id: device.id, state: 'removed', at: toMoment(now), by: device.staff })
  await keepErased(centre, device.id, toMoment(now))
  await dropPiecesOf(centre, device.id)
  return true
}
