import { readFonts } from './fonts.ts'

let known: ReadonlySet<number> | undefined

/**
 * The letters of a text that the font of the papers does not have, each once, in order; marks, spaces and line ends are
 * drawn by none. A paper with one of them would show an empty box, so that it is not printed.
 */
export function lettersMissing(text: string): string[] {
  known ??= lettersOf(readFonts()[0] ?? Buffer.alloc(0))
  const letters = [...new Set(text.normalize('NFC'))]
  return letters.filter((one) => !known?.has(one.codePointAt(0) ?? 0) && !/[\p{C}\p{Z}]/u.test(one))
}

/** The code points of a TrueType font: its character map of format 4, the plane that Vietnamese stands in. */
function lettersOf(font: Buffer): Set<number> {
  const letters = new Set<number>()
  const map = subtable(table(font, 'cmap'))
  const segments = map.readUInt16BE(6) / 2
  const at = (array: number, place: number) => map.readUInt16BE(14 + array * segments * 2 + place * 2)
  for (let place = 0; place < segments; place += 1) {
    // The arrays of ends and starts have two bytes between them.
    const end = at(0, place)
    const start = map.readUInt16BE(16 + segments * 2 + place * 2)
    for (let point = start; point <= end && point !== 0xff_ff; point += 1) letters.add(point)
  }
  return letters
}

function table(font: Buffer, tag: string): Buffer {
  for (let place = 0; place < font.readUInt16BE(4); place += 1) {
    const entry = 12 + place * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.subarray(font.readUInt32BE(entry + 8))
  }
  throw new Error(`the font has no table ${tag}`)
}

function subtable(cmap: Buffer): Buffer {
  for (let place = 0; place < cmap.readUInt16BE(2); place += 1) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + place * 8 + 4))
    if (map.readUInt16BE(0) === 4) return map
  }
  throw new Error('the font has no character map of format 4')
}
