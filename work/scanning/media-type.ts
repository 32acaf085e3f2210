/** What is taken as a scan, and how its content begins. What a file calls itself is not asked. */
const BEGINNINGS = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
] as const

export type MediaType = (typeof BEGINNINGS)[number][0]

/** The type of a file by its content; null for anything that is not a scan. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  return BEGINNINGS.find(([, begin]) => begin.every((byte, place) => bytes[place] === byte))?.[0] ?? null
}

/** Whether a file is there to its end: what was cut off on its way is no scan of anything. */
export function isWhole(bytes: Uint8Array, type: MediaType): boolean {
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048)))
  switch (type) {
    case 'application/pdf':
      return end.includes('%%EOF')
    case 'image/jpeg':
      return end.includes(Buffer.from([0xff, 0xd9]))
    case 'image/png':
      return end.includes('IEND')
  }
}
