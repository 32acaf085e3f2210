/** Markers of a JPEG that open a frame, with its height and width (ITU-T T.81, table B.1). */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]
/** Markers that stand alone, without a length behind them. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)

/** Width and height as the head of a JPEG or PNG names them, before anything is unpacked; null where none is found. */
export function pictureSizeOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const number = (at: number, count: number) =>
    Array.from({ length: count }, (_, place) => bytes[at + place] ?? 0).reduce(
      (sum, one) => sum * 256 + one,
      0,
    )
  if (number(0, 4) === 0x89504e47)
    return bytes.length < 24 ? null : { width: number(16, 4), height: number(20, 4) }
  if (number(0, 2) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (FRAMES.includes(marker)) return { height: number(at + 5, 2), width: number(at + 7, 2) }
    // Fill bytes before a marker, or one without a length.
    if (marker === 0xff) at += 1
    else if (isAlone(marker)) at += 2
    else at += 2 + number(at + 2, 2)
  }
  return null
}
