import { hash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { LOOKUP_KEY_BYTES, lookupKey } from '#domain/dossier/lookup-key.ts'

/** The few things a use case needs of cryptography: ids, look-up keys and seals. */

export function newId(): string {
  return randomUUIDv7()
}

export function newLookupKey(): string {
  return lookupKey(randomBytes(LOOKUP_KEY_BYTES))
}

/** SHA-256 in hexadecimal. */
export function seal(content: string | Uint8Array): string {
  return hash('sha256', content)
}
