/**
 * The reference of an order: what a provider and a bank's statement name it by. Letters and digits alone, because banks
 * drop the rest; nothing of it says whose or for which dossier. The last character checks the others, so that a
 * reference mistyped in a transfer is not another one.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const PREFIX = 'MC'
const RANDOM = 10
/** The largest prime below the alphabet's length: a wrong character and two exchanged ones are noticed. */
const PRIME = 31
export const REFERENCE_BYTES = RANDOM

/** A reference from ten random bytes: 50 bits, and the character that checks them. */
export function orderReference(random: Uint8Array): string {
  const drawn = Array.from(random.slice(0, RANDOM), (byte) => ALPHABET.charAt(byte & 31)).join('')
  return `${PREFIX}${drawn}${checkOf(drawn)}`
}

/** The reference in what somebody wrote with a transfer, wherever a bank has put blanks or words around it. */
export function referenceIn(text: string): string | null {
  const bare = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const found = [...bare.matchAll(/(?=MC([0-9A-HJKMNP-TV-Z]{10})([0-9A-HJKMNP-TV-Z]))/g)]
  const right = found.find(([, drawn = '', check]) => checkOf(drawn) === check)
  return right ? `${PREFIX}${right[1]}${right[2]}` : null
}

function checkOf(drawn: string): string {
  const sum = Array.from(drawn).reduce((sum, one, place) => sum + ALPHABET.indexOf(one) * (place + 2), 0)
  return ALPHABET.charAt(sum % PRIME)
}
