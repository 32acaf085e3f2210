/** What is taken as a scan, and how its content begins. What a file calls itself is not asked. */
const BEGINNINGS = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
] as const

export type MediaType = (typeof BEGINNINGS)[number][0]

/** How each ends, somewhere in its last bytes: `%%EOF`, the marker of the end of an image, `IEND`. */
const ENDINGS: Readonly<Record<MediaType, readonly number[]>> = {
  'application/pdf': [0x25, 0x25, 0x45, 0x4f, 0x46],
  'image/jpeg': [0xff, 0xd9],
  'image/png': [0x49, 0x45, 0x4e, 0x44],
}
const LAST_BYTES = 2048

/** The type of a file by its content; null for anything that is not a scan. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  return BEGINNINGS.find(([, begin]) => begin.every((byte, place) => bytes[place] === byte))?.[0] ?? null
}

/** Whether a file is there to its end: what was cut off on its way is no scan of anything. */
export function isWhole(bytes: Uint8Array, type: MediaType): boolean {
  const end = bytes.subarray(Math.max(0, bytes.length - LAST_BYTES))
  const ending = ENDINGS[type]
  return end.some((_, from) => ending.every((byte, place) => end[from + place] === byte))
}

/** What is wrong with a file on the outside, before anything of it is unpacked. */
export type OutsideFault = 'empty' | 'too-large' | 'of-no-kind' | 'cut-off'

/** The type of a file, or what is wrong with it on the outside; the same on a telephone and here. */
export function seenOutside(
  bytes: Uint8Array,
  mostBytes: number,
): { readonly mediaType: MediaType; readonly fault: null } | { readonly fault: OutsideFault } {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.length > mostBytes) return { fault: 'too-large' }
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === null) return { fault: 'of-no-kind' }
  return isWhole(bytes, mediaType) ? { mediaType, fault: null } : { fault: 'cut-off' }
}
