import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const READER = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(READER)).buffer } })

/** A printer on a cable that keeps what it was sent in `printed` of the page, since there is none here. */
export function plugInPrinter(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const printed: number[] = []
    const printer = {
      configuration: {
        interfaces: [
          {
            interfaceNumber: 0,
            alternate: { interfaceClass: 7, endpoints: [{ direction: 'out', endpointNumber: 2 }] },
          },
        ],
      },
      open: async () => {},
      close: async () => {},
      claimInterface: async () => {},
      transferOut: async (_endpoint: number, part: Uint8Array) => {
        printed.push(...part)
        return { status: 'ok' }
      },
    }
    Object.assign(globalThis, { printed })
    Object.defineProperty(navigator, 'usb', { value: { requestDevice: async () => printer } })
  })
}

/** What came out of the printer, as a picture: the bands of ESC/POS, one below the other. */
export async function printedRoll(page: Page): Promise<{ readonly width: number; readonly png: Buffer }> {
  const sent = await page.evaluate((): number[] => Reflect.get(globalThis, 'printed'))
  const bytes = Buffer.from(sent)
  const rows: Buffer[] = []
  let width = 0
  for (let at = 2; bytes[at + 1] === 0x76;) {
    width = bytes.readUInt16LE(at + 4)
    const size = width * bytes.readUInt16LE(at + 6)
    rows.push(bytes.subarray(at + 8, at + 8 + size))
    at += 8 + size
  }
  const tones = Buffer.concat(rows.map((row) => Buffer.from([...row].flatMap(tonesOf))))
  const raw = { width: width * 8, height: tones.length / (width * 8), channels: 1 as const }
  return {
    width: raw.width,
    png: await sharp(tones, { raw })
      .extend({ top: 8, bottom: 8, left: 8, right: 8, background: '#fff' })
      .png()
      .toBuffer(),
  }
}

const tonesOf = (byte: number) => Array.from({ length: 8 }, (_, bit) => ((byte >> (7 - bit)) & 1 ? 0 : 255))

/** What the QR code on a picture says; null for none. */
export async function codeOn(png: Buffer): Promise<string | null> {
  const [found] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'] })
  return found?.text ?? null
}
