import { opened, type Sealed, sealed } from './sealed.ts'
import { ONLY, type Store } from './store.ts'

/**
 * What lies on the device is under a key that only the PIN and this device together give: the PIN by a derivation that is
 * slow on purpose, the device by a key that its browser never hands out.
 */
export interface PinKept {
  readonly salt: Uint8Array<ArrayBuffer>
  /** AES-GCM, cannot be taken out of the browser. */
  readonly deviceKey: CryptoKey
  /** The key of everything, under the PIN's key and then under the device's. */
  readonly wrapped: { readonly byPin: Uint8Array<ArrayBuffer>; readonly byDevice: Sealed }
  readonly wrongTries: number
}

/** As OWASP asks of PBKDF2 with SHA-256. */
const ROUNDS = 600_000
/** So many wrong tries erase everything. */
export const MOST_TRIES = 10
export const PIN_DIGITS = { least: 6, most: 12 }
const SALT_BYTES = 16
const KEY_BYTES = 32

/** What is wrong with a PIN somebody chooses: too short, no digits, or one of the first anybody tries. */
export function pinFault(pin: string): 'not-digits' | 'too-plain' | null {
  if (!/^\d+$/.test(pin) || pin.length < PIN_DIGITS.least || pin.length > PIN_DIGITS.most) return 'not-digits'
  const digits = [...pin].map(Number)
  const steps = new Set(digits.slice(1).map((digit, place) => digit - (digits[place] ?? 0)))
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step)) ? 'too-plain' : null
}

/** Chooses the PIN of a new device and answers the key of everything that is kept. */
export async function choosePin(store: Store, pin: string): Promise<CryptoKey> {
  const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const deviceKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const byPin = await sealed(await keyOf(pin, salt), raw)
  const byDevice = await sealed(deviceKey, byPin.bytes)
  await store.put('pin', { salt, deviceKey, wrapped: { byPin: byPin.iv, byDevice }, wrongTries: 0 }, ONLY)
  return contentKey(raw)
}

export type Unlocked = { readonly key: CryptoKey } | { readonly triesLeft: number }

/**
 * Tries a PIN. A try is counted before it is made, so that one that is cut off counts; the right one sets the count back.
 * With no tries left everything is to be erased.
 */
export async function unlock(store: Store, pin: string): Promise<Unlocked> {
  const counting = store.transaction('pin', 'readwrite')
  const kept = await counting.store.get(ONLY)
  if (!kept) throw new Error('no PIN was chosen on this device')
  const wrongTries = kept.wrongTries + 1
  if (wrongTries <= MOST_TRIES) await counting.store.put({ ...kept, wrongTries }, ONLY)
  await counting.done
  if (wrongTries > MOST_TRIES) return { triesLeft: 0 }
  const raw = await unwrapped(kept, pin)
  if (raw === null) return { triesLeft: MOST_TRIES - wrongTries }
  await store.put('pin', { ...kept, wrongTries: 0 }, ONLY)
  return { key: await contentKey(raw) }
}

async function unwrapped({ salt, deviceKey, wrapped }: PinKept, pin: string) {
  const bytes = await opened(deviceKey, wrapped.byDevice)
  return bytes && opened(await keyOf(pin, salt), { iv: wrapped.byPin, bytes })
}

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(pin)
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

function contentKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
