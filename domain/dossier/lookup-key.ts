/**
 * The key printed beside the code on the receipt. Crockford's base 32 has no letters that are mistaken for digits;
 * ten of them are 50 bits.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const LOOKUP_KEY_BYTES = 10

/** A key from ten random bytes. */
export function lookupKey(random: Uint8Array): string {
  return Array.from(random, (byte) => ALPHABET.charAt(byte & 31)).join('')
}

/** A key as typed: spaces, hyphens and small letters forgiven, O read as 0, I and L as 1. */
export function readLookupKey(typed: string): string {
  return typed
    .replace(/[\s-]+/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
