import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { readMark, type ResultMark } from '#domain/dossier/result-mark.ts'
import type { DrawnPage } from './page-picture.ts'

const READER = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
// The reader comes with the package; left to itself it would fetch one from the net.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(READER)).buffer } })

/** What a page says of itself, and by how many degrees, clockwise, it is to be turned to stand upright. */
export interface SaidByPage {
  readonly mark: ResultMark | null
  readonly turn: number
}

/** As large as it is; where nothing is found, smaller: that takes the grain of bad paper and bad light out. */
const SIZES = [1, 0.75]
/** A page may bear marks that are not ours. */
const MOST_MARKS = 8

/** Reads the code mark of a drawn page. Marks that contradict each other are none. */
export async function saidByPage(page: DrawnPage): Promise<SaidByPage> {
  for (const size of SIZES) {
    const found = await readBarcodes(await imageOf(page, size), {
      formats: ['QRCode'],
      maxNumberOfSymbols: MOST_MARKS,
    })
    const ours = found.filter(({ text, isValid }) => isValid && readMark(text) !== null)
    const [one] = ours
    if (one && ours.every(({ text }) => text === one.text))
      return { mark: readMark(one.text), turn: upright(one.orientation) }
    if (one) break
  }
  return { mark: null, turn: 0 }
}

async function imageOf({ data, width, height }: DrawnPage, size: number): Promise<ImageData> {
  const { data: pixels, info } =
    size === 1
      ? { data, info: { width, height } }
      : await sharp(data, { raw: { width, height, channels: 4 } })
          .resize({ width: Math.round(width * size) })
          .raw()
          .toBuffer({ resolveWithObject: true })
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength)
  return { data: clamped, width: info.width, height: info.height, colorSpace: 'srgb' } as ImageData
}

/** The quarter turn that undoes the way a mark lies. */
function upright(orientation: number): number {
  return (((Math.round(-orientation / 90) * 90) % 360) + 360) % 360
}
