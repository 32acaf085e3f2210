import sharp, { type Sharp } from 'sharp'
import { MEASURED_WIDTH, measuredPage } from '#domain/digitising/measure-page.ts'
import type { PageMeasured } from '#domain/digitising/page-quality.ts'
import { PAGE_SIZE, UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'

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
  return { ...page, ...onA4(page.measured) }
}

/** A sheet as the picture lies: upright or across. */
function onA4({ width, height }: { readonly width: number; readonly height: number }) {
  const [short, long] = A4
  const [widthMm, heightMm] = width > height ? [long, short] : [short, long]
  return { widthMm, heightMm }
}

/** A page in pixels (RGBA), and how large it lies on paper. */
export interface DrawnPage {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly widthMm: number
  readonly heightMm: number
}

/** A drawn page, turned by so many quarters of a circle in degrees. */
export async function drawnAsPage(drawn: DrawnPage, turn = 0): Promise<PagePicture> {
  const { data, width, height, widthMm, heightMm } = drawn
  const page = await asPage(sharp(data, { raw: { width, height, channels: 4 } }).rotate(turn))
  return turn % 180 === 0 ? { ...page, widthMm, heightMm } : { ...page, widthMm: heightMm, heightMm: widthMm }
}

/** A photograph or scanned picture as a page of A4 in pixels. */
export async function pictureDrawn(bytes: Uint8Array): Promise<DrawnPage> {
  const { data, info } = await opened(bytes)
    .autoOrient()
    .timeout({ seconds: 30 })
    .flatten({ background: '#ffffff' })
    .resize({
      width: PAGE_SIZE.longSide,
      height: PAGE_SIZE.longSide,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, ...onA4(info) }
}

function opened(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: UPLOAD_LIMITS.pixels, sequentialRead: true, failOn: 'error' })
}

/** Without what a camera writes beside the picture: place, moment, device. */
async function asPage(picture: Sharp): Promise<Pick<PagePicture, 'jpeg' | 'measured'>> {
  const { data: jpeg, info } = await picture
    .flatten({ background: '#ffffff' })
    .resize({
      width: PAGE_SIZE.longSide,
      height: PAGE_SIZE.longSide,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .toColourspace('srgb')
    .jpeg({ quality: PAGE_SIZE.quality })
    .toBuffer({ resolveWithObject: true })
  return { jpeg, measured: await measured(jpeg, info) }
}

async function measured(jpeg: Uint8Array, size: { width: number; height: number }): Promise<PageMeasured> {
  const { data: tones, info } = await sharp(jpeg)
    .greyscale()
    .resize({ width: MEASURED_WIDTH, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return measuredPage({ tones, width: info.width, height: info.height }, size)
}
