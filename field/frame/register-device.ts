import { z } from 'zod'
import { PublicJwk } from '#shapes/field/provision.ts'
import { claimedNow, keepDevice } from '../keep/device.ts'
import type { Store } from '../keep/store.ts'
import type { Asked } from '../line/ask.ts'
import { askCentre } from './ask-centre.ts'

const Registered = z.object({
  device: z.string(),
  token: z.string(),
  staff: z.object({ id: z.string(), name: z.string() }),
  now: z.string(),
})

/** Asks in with the code shown at the desk; the key it signs by is made here and never leaves the device. */
export async function registerDevice(store: Store, code: string, name: string): Promise<Asked> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign', 'verify'],
  )
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  const body = { code, name, publicKey: PublicJwk.parse({ kty, crv, x, y }) }
  const asked = await askCentre({ path: 'devices', token: null, body })
  if (asked.is !== 'answered') return asked
  const { device, token, staff, now } = Registered.parse(asked.value)
  const lastContact = { serverAt: now, deviceAt: claimedNow() }
  await keepDevice(store, {
    id: device,
    token,
    name,
    staff,
    signingKey: privateKey,
    sequence: 0,
    previous: null,
    lastContact,
  })
  return asked
}
