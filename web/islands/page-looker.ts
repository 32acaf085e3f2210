import { greyOf, MEASURED_WIDTH, measuredPage } from '#domain/digitising/measure-page.ts'
import { type Corners, cornersOf } from '#domain/digitising/page-corners.ts'
import { faultsOfPage } from '#domain/digitising/page-quality.ts'
import { lightening, sheetSize, straightening } from '#domain/digitising/straighten.ts'
import { PAGE_SIZE } from '#domain/digitising/upload-limits.ts'
import type { LookedPage } from './looked-page.ts'

/** Runs beside the page: straightens a picture, makes it readable and small, and says what is wrong with it. */
addEventListener('message', ({ data }: MessageEvent<Blob>) => void answered(data))

async function answered(picture: Blob): Promise<void> {
  const answer = await looked(picture)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  postMessage(answer)
}

/** In so many dots edges are looked for. */
const EDGES_SIDE = 400

interface Size {
  readonly width: number
  readonly height: number
}

async function looked(picture: Blob): Promise<LookedPage> {
  try {
    // Turned as the camera was held.
    const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
    const corners = cornersIn(bitmap)
    const page = corners ? straightened(bitmap, corners) : drawn(bitmap, within(bitmap, PAGE_SIZE.longSide))
    bitmap.close()
    lighten(page)
    const measured = measuredPage(greyOn(page, narrowed(page)), page)
    const jpeg = await page.convertToBlob({ type: 'image/jpeg', quality: PAGE_SIZE.quality / 100 })
    return { kind: 'page', jpeg, faults: faultsOfPage(measured), isStraightened: corners !== null }
  } catch {
    // What this browser cannot open, the server looks at.
    return { kind: 'unreadable' }
  }
}

function within({ width, height }: Size, longSide: number): Size {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

function narrowed({ width, height }: Size): Size {
  const scale = Math.min(1, MEASURED_WIDTH / width)
  return { width: Math.round(width * scale), height: Math.max(1, Math.round(height * scale)) }
}

function drawn(picture: ImageBitmap | OffscreenCanvas, { width, height }: Size): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height)
  const context = contextOf(canvas)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return canvas
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return context
}

function pixelsOf(canvas: OffscreenCanvas): ImageData {
  return contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height)
}

function greyOn(picture: ImageBitmap | OffscreenCanvas, size: Size) {
  return greyOf(pixelsOf(drawn(picture, size)).data, size)
}

function cornersIn(bitmap: ImageBitmap): Corners | null {
  const size = within(bitmap, EDGES_SIDE)
  const found = cornersOf(greyOn(bitmap, size))
  const scale = bitmap.width / size.width
  const [first, second, third, fourth] = found?.map(({ x, y }) => ({ x: x * scale, y: y * scale })) ?? []
  return first && second && third && fourth ? [first, second, third, fourth] : null
}

/** The sheet within these corners, as if seen from straight above; each dot between the four nearest to it. */
function straightened(bitmap: ImageBitmap, corners: Corners): OffscreenCanvas {
  const size = sheetSize(corners, PAGE_SIZE.longSide)
  const source = pixelsOf(drawn(bitmap, bitmap))
  const from = straightening(corners)
  const canvas = new OffscreenCanvas(size.width, size.height)
  const sheet = contextOf(canvas).createImageData(size.width, size.height)
  for (let y = 0; y < size.height; y += 1)
    for (let x = 0; x < size.width; x += 1) {
      const at = from((x + 0.5) / size.width, (y + 0.5) / size.height)
      between(source, at, sheet.data, (y * size.width + x) * 4)
    }
  contextOf(canvas).putImageData(sheet, 0, 0)
  return canvas
}

function between(
  { data, width, height }: ImageData,
  at: { readonly x: number; readonly y: number },
  into: Uint8ClampedArray,
  place: number,
): void {
  const x = Math.min(Math.max(at.x - 0.5, 0), width - 1)
  const y = Math.min(Math.max(at.y - 0.5, 0), height - 1)
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, below] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)]
  const [across, down] = [x - left, y - top]
  for (let colour = 0; colour < 3; colour += 1) {
    const tone = (column: number, row: number) => data[(row * width + column) * 4 + colour] ?? 0
    const upper = tone(left, top) * (1 - across) + tone(right, top) * across
    const lower = tone(left, below) * (1 - across) + tone(right, below) * across
    into[place + colour] = upper * (1 - down) + lower * down
  }
  into[place + 3] = 255
}

/** Paper white, writing and stamps in their colours. */
function lighten(page: OffscreenCanvas): void {
  const { paper } = measuredPage(greyOn(page, narrowed(page)), page)
  const by = lightening(paper)
  if (by === 1) return
  const pixels = pixelsOf(page)
  const { data } = pixels
  for (let place = 0; place < data.length; place += 1)
    if (place % 4 !== 3) data[place] = (data[place] ?? 0) * by
  contextOf(page).putImageData(pixels, 0, 0)
}
