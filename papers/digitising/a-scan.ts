import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { pdfOf } from './bad-files.ts'

/** How a page lies in the scanner, and how good that is. */
export interface ScanWay {
  readonly dpi?: number
  /** Degrees, clockwise. */
  readonly turned?: number
  /** Grain of bad paper and bad light: the pixels' deviation. */
  readonly grain?: number
  readonly blur?: number
  readonly quality?: number
}

/** The pages of a PDF as a scanner sends them: grey JPEGs, made by poppler. Only for tests. */
export async function scanned(pdf: Uint8Array, way: ScanWay = {}): Promise<Buffer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-scan-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    const { dpi = 150 } = way
    const told = ['-r', String(dpi), '-gray', '-png', join(folder, 'paper.pdf'), join(folder, 'page')]
    execFileSync('pdftoppm', told)
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'))
    return await Promise.all(pages.toSorted().map((name) => asLaid(readFileSync(join(folder, name)), way)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function asLaid(png: Buffer, { turned = 0, grain = 0, blur = 0, quality = 75 }: ScanWay) {
  const laid = sharp(png).rotate(turned, { background: '#ffffff' })
  const { data, info } = await (blur > 0 ? laid.blur(blur) : laid)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (grain > 0) {
    const next = noise()
    // Bad light besides: black is dark grey, and white light grey.
    for (const [place, tone] of data.entries())
      data[place] = Math.max(0, Math.min(255, (tone - 255) * 0.7 + 235 + next() * grain))
  }
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } }).jpeg({ quality }).toBuffer()
}

/** The same grain every time: sums of a generator that is always begun alike. */
function noise(): () => number {
  let state = 20_190_305
  const even = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return () => even() + even() + even() + even() - 2
}

/** One PDF of scanned pages, as a feeder with a stack in it makes. */
export async function feederPdf(jpegs: readonly Uint8Array[], dpi = 150): Promise<Buffer> {
  const sizes = await Promise.all(jpegs.map((jpeg) => sharp(jpeg).metadata()))
  const kids = jpegs.map((_, place) => `${place * 3 + 3} 0 R`).join(' ')
  return pdfOf([
    { dict: '/Type /Catalog /Pages 2 0 R' },
    { dict: `/Type /Pages /Kids [${kids}] /Count ${jpegs.length}` },
    ...jpegs.flatMap((stream, place) => {
      const { width = 0, height = 0 } = sizes[place] ?? {}
      const [wide, high] = [(width * 72) / dpi, (height * 72) / dpi]
      const own = place * 3 + 3
      return [
        {
          dict: `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${own + 1} 0 R /Resources << /XObject << /I ${own + 2} 0 R >> >>`,
        },
        { dict: '', stream: Buffer.from(`${wide} 0 0 ${high} 0 0 cm /I Do`) },
        {
          dict: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode`,
          stream,
        },
      ]
    }),
  ])
}

/** A sheet put between two documents. */
export function blankSheet(dpi = 150): Promise<Buffer> {
  const side = (inches: number) => Math.round(inches * dpi)
  return sharp({ create: { width: side(8.27), height: side(11.69), channels: 3, background: '#f7f6f2' } })
    .greyscale()
    .jpeg()
    .toBuffer()
}
