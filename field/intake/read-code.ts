import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** The reader some browsers have of their own. */
interface Detector {
  detect(source: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
declare global {
  var BarcodeDetector: (new (options: { formats: readonly string[] }) => Detector) | undefined
}

type Picture = Blob | ImageBitmap

/** Larger pictures are made smaller: the code of a card still has four dots a module then. */
const MOST_SIDE = 1800

/**
 * Reads the QR code in a picture: by the browser's own reader where it has one, otherwise by ZXing, fetched from our own
 * origin. Null where no code is seen. A bitmap that is handed in is closed.
 */
export function codeReader(address: string): (picture: Picture) => Promise<string | null> {
  const Own = globalThis.BarcodeDetector
  const own = Own && new Own({ formats: ['qr_code'] })
  return async (picture) => {
    const bitmap = await opened(picture)
    if (bitmap === null) return null
    try {
      const [seen] = (await own?.detect(bitmap)) ?? []
      return seen ? seen.rawValue : await byZXing(bitmap, address)
    } finally {
      bitmap.close()
    }
  }
}

async function opened(picture: Picture): Promise<ImageBitmap | null> {
  if (picture instanceof ImageBitmap) return picture
  try {
    return await createImageBitmap(picture, { imageOrientation: 'from-image' })
  } catch (error) {
    // What the browser cannot open holds no code for it.
    if (error instanceof DOMException) return null
    throw error
  }
}

async function byZXing(bitmap: ImageBitmap, address: string): Promise<string | null> {
  prepareZXingModule({ overrides: { locateFile: () => address } })
  const [seen] = await readBarcodes(dots(bitmap), { formats: ['QRCode'], maxNumberOfSymbols: 1 })
  return seen?.text ?? null
}

function dots(bitmap: ImageBitmap): ImageData {
  const scale = Math.min(1, MOST_SIDE / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)]
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}
