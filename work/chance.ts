import { hash, randomBytes, randomInt, randomUUIDv7 } from 'node:crypto'
import { LOOKUP_KEY_BYTES, lookupKey } from '#domain/dossier/lookup-key.ts'
import { orderReference, REFERENCE_BYTES } from '#domain/paying/reference.ts'

/** The few things a use case needs of cryptography: ids, look-up keys and seals. */

export function newId(): string {
  return randomUUIDv7()
}

export function newLookupKey(): string {
  return lookupKey(randomBytes(LOOKUP_KEY_BYTES))
}

export function newOrderReference(): string {
  return orderReference(randomBytes(REFERENCE_BYTES))
}

/** SHA-256 in hexadecimal. */
export function seal(content: string | Uint8Array): string {
  return hash('sha256', content)
}

/** What only the one who was given it can know: 192 bits as text for an address or a form. */
export function newHandle(): string {
  return randomBytes(24).toString('base64url')
}

/** Six digits, each as likely as any other. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
