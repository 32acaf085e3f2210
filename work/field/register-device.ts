import { randomBytes } from 'node:crypto'
import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { DEVICE_CODE_LENGTH, DEVICE_CODE_MINUTES, deviceCode } from '#domain/outreach/device-code.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { DeviceRegistered, DeviceToRegister } from '#shapes/field/provision.ts'
import { admitDevice, codeHoldsUntil, keepDeviceCode } from '#store/field-devices.ts'
import { staffById } from '#store/people.ts'
import { today } from '../change-dossier.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

export interface CodeShown {
  readonly code: string
  readonly until: Moment
}

/**
 * A code for one device of the person at the desk, drawn from the id of the form it was asked by; kept as its hash. The form sent
 * twice gives one code.
 */
export async function askDeviceCode(desk: Desk, id: string): Promise<Outcome<true>> {
  const { actor, centre, now } = desk
  const allowed = may(actor, { kind: 'work-outside', owner: null }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'work-outside' })
  if (!desk.field) return refuse('no-field-work')
  const until = toMoment(now.add({ minutes: DEVICE_CODE_MINUTES }))
  await keepDeviceCode(centre, { id, codeHash: seal(codeOf(id)), staff: actor.id, at: toMoment(now), until })
  return true
}

/** The code of a form, for who asked for it and while it lets a device in; null otherwise. */
export async function seeDeviceCode({ actor, centre, now }: Desk, id: string): Promise<CodeShown | null> {
  if (actor.kind !== 'staff') return null
  const until = await codeHoldsUntil(centre, { id, staff: actor.id, at: toMoment(now) })
  return until === undefined ? null : { code: codeOf(id), until }
}

function codeOf(id: string): string {
  const digest = Buffer.from(seal(`device code ${id}`), 'hex')
  return deviceCode(
    Uint16Array.from({ length: DEVICE_CODE_LENGTH }, (_, place) => digest.readUInt16BE(place * 2)),
  )
}

/** Lets a device in by the code its owner was shown; the token it is given is shown to nobody again. */
export async function registerDevice(
  desk: Desk,
  given: DeviceToRegister,
): Promise<Outcome<DeviceRegistered>> {
  const { centre, now } = desk
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  const at = toMoment(now)
  const { name, publicKey, code } = given
  const staff = await admitDevice(centre, seal(code), {
    id,
    name,
    publicKey,
    registeredAt: at,
    tokenHash: seal(token),
  })
  const person = staff === undefined ? undefined : await staffById(centre, staff)
  if (!person) return refuse('device-code-wrong')
  return { device: id, token, staff: { id: person.id, name: person.name }, now: at }
}
