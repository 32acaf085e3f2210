import type { PageMeasured } from './page-quality.ts'

/** A picture in shades of grey, row after row: 0 is black, 255 white. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly tones: Uint8Array
}

/** How wide a picture is measured at most: the thresholds of `page-quality.ts` were tried at this. */
export const MEASURED_WIDTH = 1000

/**
 * What can be said of a page by its tones; `size` is the page as it came, in pixels. The same on a telephone before
 * anything is sent and here once it has come.
 */
export function measuredPage(
  grey: GreyPicture,
  size: { readonly width: number; readonly height: number },
): PageMeasured {
  const { tones } = grey
  const counts = countedTones(tones)
  const paper = toneBelow(counts, tones.length * 0.9)
  const dark = counts.subarray(0, Math.max(0, paper - 32)).reduce((sum, count) => sum + count, 0)
  return {
    width: size.width,
    height: size.height,
    paper,
    writing: toneBelow(counts, tones.length / 5000),
    inked: dark / tones.length,
    sharpness: sharpnessOf(grey),
  }
}

/** Red, green, blue and opacity as one tone (ITU-R BT.601), row after row. */
export function greyOf(
  rgba: Uint8ClampedArray | Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): GreyPicture {
  const tones = new Uint8Array(width * height)
  for (let place = 0; place < tones.length; place += 1) {
    const [red = 0, green = 0, blue = 0] = [rgba[place * 4], rgba[place * 4 + 1], rgba[place * 4 + 2]]
    tones[place] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
  }
  return { width, height, tones }
}

export function countedTones(tones: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256)
  for (const tone of tones) counts[tone] = (counts[tone] ?? 0) + 1
  return counts
}

/** The tone that so many pixels do not exceed. */
export function toneBelow(counts: Uint32Array, wanted: number): number {
  let seen = 0
  return counts.findIndex((count) => (seen += count) >= wanted)
}

/** How much the second derivative of the tones varies: edges that were held still are steep. */
function sharpnessOf({ width, height, tones }: GreyPicture): number {
  const at = (x: number, y: number) => tones[y * width + x] ?? 0
  let [sum, squares] = [0, 0]
  for (let y = 0; y < height; y += 1) {
    const [above, below] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)]
    for (let x = 0; x < width; x += 1) {
      const beside = at(Math.max(0, x - 1), y) + at(Math.min(width - 1, x + 1), y)
      const steep = (beside + at(x, above) + at(x, below) - 4 * at(x, y)) / 9
      sum += steep
      squares += steep * steep
    }
  }
  const count = width * height
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
}
