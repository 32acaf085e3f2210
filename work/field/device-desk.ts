import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import { deviceOfToken, type FieldDevice, keepContact } from '#store/field-devices.ts'
import { staffById } from '#store/people.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** A device that called, at the desk of its owner. */
export interface DeviceDesk {
  readonly desk: Desk & { readonly actor: Staff }
  readonly device: FieldDevice
  /** What the clock of the device said as it called. */
  readonly deviceAt: Moment
}

/**
 * The desk of a device, by its token; null where no device has it. A device that was lost or taken away is refused: it is to
 * erase itself.
 */
export async function deviceDesk(
  desk: Desk,
  token: string,
  deviceAt: Moment | null,
): Promise<Outcome<DeviceDesk> | null> {
  const { centre, now } = desk
  const device = await deviceOfToken(centre, seal(token))
  if (!device) return null
  await keepContact(centre, device, toMoment(now))
  if (device.state !== 'active') return refuse('device-ended', { erase: true })
  const actor = await staffById(centre, device.staff)
  if (!actor) return null
  return { desk: { ...desk, actor }, device, deviceAt: deviceAt ?? toMoment(now) }
}
