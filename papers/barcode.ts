import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

const WRITER = fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'))
let isPrepared = false

/**
 * A label as bars (Code 128, SVG), as every scanner at a counter reads them. Nothing stands in it but the number that is
 * printed below.
 */
export async function barcode(label: string): Promise<string> {
  // The writer comes with the package; left to itself it would fetch one from the net.
  if (!isPrepared)
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(WRITER)).buffer } })
  isPrepared = true
  const { svg, error } = await writeBarcode(label, { format: 'Code128' })
  if (error !== '') throw new Error(`no bars for ${label}: ${error}`)
  return svg
}
