/**
 * A picture of black dots, as thermal printers print it: row after row, each of whole bytes, the leftmost dot in the
 * highest bit; 1 is black.
 */
export interface Dots {
  /** A multiple of 8. */
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array<ArrayBuffer>
}

const HALF = 128

/** The dots of a drawing: what is darker than half, as eyes see it, is black; what is clear is paper. */
export function dotsOf(pixels: Pick<ImageData, 'width' | 'height' | 'data'>): Dots {
  const { width, height, data } = pixels
  if (width % 8 !== 0) throw new RangeError('a row of dots is of whole bytes')
  const bits = new Uint8Array((width / 8) * height)
  for (let place = 0; place < width * height; place++) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(place * 4, place * 4 + 4)
    const tone = (299 * red + 587 * green + 114 * blue) / 1000
    const seen = 255 - ((255 - tone) * alpha) / 255
    if (seen < HALF) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7))
  }
  return { width, height, bits }
}
