const TIME_BYTES = 6
const VERSION_7 = 0x70
const VARIANT = 0x80

/** A UUIDv7 (RFC 9562): the moment in milliseconds, then chance. */
export function newId(at: number = Temporal.Now.instant().epochMilliseconds): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let place = 0; place < TIME_BYTES; place += 1)
    bytes[place] = Math.floor(at / 2 ** (8 * (TIME_BYTES - 1 - place))) % 256
  bytes[6] = VERSION_7 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = VARIANT | ((bytes[8] ?? 0) & 0x3f)
  const text = bytes.toHex()
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}
