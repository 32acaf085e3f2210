import sharp, { type Sharp } from 'sharp'
import type { PageMeasured } from '#domain/digitising/page-quality.ts'
import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'

sharp.cache(false)
sharp.concurrency(1)

/** A page of a copy: the picture that goes into it, how large it lies on paper, and what was measured. */
export interface PagePicture {
  readonly jpeg: Uint8Array
  readonly widthMm: number
  readonly heightMm: number
  readonly measured: PageMeasured
}

const A4 = [210, 297] as const
/** Decree 30/2020/NĐ-CP, appendix I: at least 200 dpi; A4 at that has 2339 on its long side. */
const LONG_SIDE = 2400
const QUALITY = 80
const MEASURED_WIDTH = 1000

/** Width and height of a picture by its head alone; null when it is none, or larger than anybody scans. */
export async function pictureSize(bytes: Uint8Array): Promise<'bomb' | 'unreadable' | null> {
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return width * height * pages > UPLOAD_LIMITS.pixels ? 'bomb' : null
  } catch {
    return 'unreadable'
  }
}

/** A photograph or scanned picture as one page of A4, turned as it was held and then by so many degrees. */
export async function pictureAsPage(bytes: Uint8Array, turn: number): Promise<PagePicture> {
  const upright = opened(bytes).autoOrient().rotate(turn).timeout({ seconds: 30 })
  const page = await asPage(upright)
  const { width, height } = page.measured
  const [short, long] = A4
  const [widthMm, heightMm] = width > height ? [long, short] : [short, long]
  return { ...page, widthMm, heightMm }
}

/** Drawn pixels (RGBA) of a page of a PDF. */
export async function drawnAsPage(
  drawn: { readonly data: Uint8Array; readonly width: number; readonly height: number },
  mmOfPixel: number,
): Promise<PagePicture> {
  const { data, width, height } = drawn
  const page = await asPage(sharp(data, { raw: { width, height, channels: 4 } }))
  return { ...page, widthMm: width * mmOfPixel, heightMm: height * mmOfPixel }
}

function opened(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: UPLOAD_LIMITS.pixels, sequentialRead: true, failOn: 'error' })
}

/** Without what a camera writes beside the picture: place, moment, device. */
async function asPage(picture: Sharp): Promise<Pick<PagePicture, 'jpeg' | 'measured'>> {
  const { data: jpeg, info } = await picture
    .flatten({ background: '#ffffff' })
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { jpeg, measured: await measured(jpeg, info) }
}

async function measured(jpeg: Uint8Array, size: { width: number; height: number }): Promise<PageMeasured> {
  const grey = sharp(jpeg).greyscale().resize({ width: MEASURED_WIDTH, withoutEnlargement: true })
  const [{ sharpness }, { data }] = [
    await sharp(await grey.clone().png({ compressionLevel: 1 }).toBuffer()).stats(),
    await grey.raw().toBuffer({ resolveWithObject: true }),
  ]
  const tones = new Uint32Array(256)
  for (const tone of data) tones[tone] = (tones[tone] ?? 0) + 1
  const paper = toneBelow(tones, data.length * 0.9)
  const dark = tones.subarray(0, Math.max(0, paper - 32)).reduce((sum, count) => sum + count, 0)
  return {
    width: size.width,
    height: size.height,
    paper,
    writing: toneBelow(tones, data.length / 5000),
    inked: dark / data.length,
    sharpness,
  }
}

/** The tone that so many pixels do not exceed. */
function toneBelow(tones: Uint32Array, wanted: number): number {
  let seen = 0
  return tones.findIndex((count) => (seen += count) >= wanted)
}
