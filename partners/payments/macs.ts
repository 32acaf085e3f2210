import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export function hmac(algorithm: 'sha256' | 'sha512', secret: string, text: string): string {
  return createHmac(algorithm, secret).update(text, 'utf8').digest('hex')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Whether what was sent is what was reckoned, in a time that tells nothing. */
export function isSameMac(reckoned: string, sent: string): boolean {
  const given = Buffer.from(sent.toLowerCase(), 'utf8')
  const own = Buffer.from(reckoned, 'utf8')
  return given.length === own.length && timingSafeEqual(given, own)
}
