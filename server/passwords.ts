import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's smallest recommended cost of argon2id: 19 MiB, two passes, one lane; about 25 ms here. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const derive = promisify(argon2)

/** A password as it is kept, in the usual text form. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await tagOf(password, nonce)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`
}

/** Whether a password is the one that was kept; the comparison tells nothing by its time. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, , , , nonce, tag] = kept.split('$')
  if (!nonce || !tag) return false
  const expected = Buffer.from(tag, 'base64')
  const given = await tagOf(password, Buffer.from(nonce, 'base64'))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** A password nobody has to invent: 80 bits, without letters that look alike. */
export function newPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % letters.length])
  return [0, 4, 8, 12].map((from) => drawn.slice(from, from + 4).join('')).join('-')
}

/** Letters with marks can be typed in two ways that look the same. */
function tagOf(password: string, nonce: Buffer): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFC'), nonce, tagLength: 32, ...COST })
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
