import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { ONLY, type Store } from './store.ts'

/** A meeting with the centre: its own time, and what the clock of the device said then. */
export interface Contact {
  readonly serverAt: Moment
  readonly deviceAt: Moment
}

/** Who this device is to the centre. */
export interface DeviceKept {
  readonly id: string
  readonly token: string
  readonly name: string
  readonly staff: { readonly id: string; readonly name: string }
  /** ECDSA P-256, cannot be taken out of the browser. */
  readonly signingKey: CryptoKey
  /** Of the packet sealed last; 0 before the first. */
  readonly sequence: number
  /** SHA-256 of it. */
  readonly previous: string | null
  readonly lastContact: Contact
}

export async function deviceOf(store: Store): Promise<DeviceKept | null> {
  return (await store.get('device', ONLY)) ?? null
}

export async function keepDevice(store: Store, device: DeviceKept): Promise<void> {
  await store.put('device', device, ONLY)
}

/** Remembers the last contact, where the device is still one. */
export async function keepContact(store: Store, lastContact: Contact): Promise<void> {
  const changing = store.transaction('device', 'readwrite')
  const device = await changing.store.get(ONLY)
  if (device) await changing.store.put({ ...device, lastContact }, ONLY)
  await changing.done
}

/** What the clock of the device says. */
export function claimedNow(): Moment {
  return toMoment(Temporal.Now.instant())
}

/** The moment by the centre's time, as far as the last contact tells it. */
export function nowBy({ serverAt, deviceAt }: Contact): Moment {
  const ahead = Temporal.Instant.from(serverAt).since(deviceAt)
  return toMoment(Temporal.Now.instant().add(ahead))
}
