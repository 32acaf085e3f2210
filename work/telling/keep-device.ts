import { toMoment } from '#domain/calendar/moment.ts'
import { isPushEndpoint } from '#domain/notices/push-services.ts'
import { waysByDefault } from '#domain/notices/receiver.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { DeviceToKeep } from '#shapes/citizen.ts'
import { inOne } from '#store/in-one.ts'
import {
  addDevice,
  chooseNotices,
  devicesOf,
  type PushDevice,
  removeDevice,
} from '#store/notice-receivers.ts'
import { newId } from '../chance.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { ownAccount } from './choose-notices.ts'

/** The devices of a person, and by which key a browser subscribes. */
export interface SeenDevices {
  readonly key: string
  readonly devices: readonly Pick<PushDevice, 'id' | 'label' | 'since'>[]
}

/** Null where the centre pushes nothing. */
export async function seeDevices(desk: Desk): Promise<Outcome<SeenDevices | null>> {
  const account = await ownAccount(desk)
  if (isRefusal(account)) return account
  const push = desk.notices?.push ?? null
  if (push === null) return null
  const devices = await devicesOf(desk.centre, account.id)
  return { key: push.key, devices: devices.map(({ id, label, since }) => ({ id, label, since })) }
}

/** A device shows from now on what the person is told; who turns one on has chosen this way. */
export async function keepDevice(
  desk: Desk,
  device: DeviceToKeep & { readonly label: string },
): Promise<Outcome<true>> {
  const account = await ownAccount(desk)
  if (isRefusal(account)) return account
  const { centre, now, notices } = desk
  if (!notices?.push || !isPushEndpoint(device.endpoint, notices.push.services, today(desk)))
    return refuse('no-push-service')
  const offered = [...notices.ways.keys()]
  const at = toMoment(now)
  await inOne(centre, async (inside) => {
    await addDevice(inside, account.id, { ...device, id: newId(), since: at })
    const choice = account.choice ?? {
      language: 'vi' as const,
      quiet: 'centre' as const,
      ways: waysByDefault(account, offered),
    }
    if (!choice.ways.includes('push'))
      await chooseNotices(inside, account.id, { ...choice, ways: [...choice.ways, 'push'] }, at)
  })
  return true
}

/** A device shows nothing more; one that is none of the person's stays as it is. */
export async function dropDevice(desk: Desk, id: string): Promise<Outcome<true>> {
  const account = await ownAccount(desk)
  if (isRefusal(account)) return account
  await removeDevice(desk.centre, account.id, id)
  return true
}
