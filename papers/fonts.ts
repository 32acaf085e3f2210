import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

/** Metric twin of Times New Roman with every Vietnamese letter; the 5.x packages are split and lose some. */
const FAMILY = '@fontsource/tinos/files/tinos-all'
const STYLES = ['400-normal', '400-italic', '700-normal', '700-italic'] as const
const packages = createRequire(import.meta.url)

/** The fonts of all papers, unpacked: the compiler ignores WOFF without a word. */
export function readFonts(): Buffer[] {
  return STYLES.map((style) => unpacked(readFileSync(packages.resolve(`${FAMILY}-${style}.woff`))))
}

const HEADER = 44
const ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

/** A font out of its WOFF 1.0 wrapping (W3C Recommendation 2012): the same tables, inflated. */
export function unpacked(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(count * 16 - power * 16, 10)
  const tables: Buffer[] = []
  let offset = head.length
  for (let place = 0; place < count; place += 1) {
    const entry = woff.subarray(HEADER + ENTRY * place, HEADER + ENTRY * (place + 1))
    const [from, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)]
    const bytes = woff.subarray(from, from + packed)
    const table = packed < length ? inflateSync(bytes) : bytes
    const at = SFNT_HEADER + SFNT_ENTRY * place
    entry.copy(head, at, 0, 4)
    entry.copy(head, at + 4, 16, 20)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(length, at + 12)
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4)
    table.copy(padded)
    tables.push(padded)
    offset += padded.length
  }
  return Buffer.concat([head, ...tables])
}
