import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Files as citizens, scanners and attackers send them, made by code. Only for tests. */

interface PdfPart {
  readonly dict: string
  readonly stream?: Uint8Array
}

/** A PDF of these objects, numbered from 1; the first is the catalog. */
export function pdfOf(objects: readonly PdfPart[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  const size = () => parts.reduce((sum, one) => sum + one.length, 0)
  for (const [place, { dict, stream }] of objects.entries()) {
    offsets.push(size())
    const length = stream ? ` /Length ${stream.length}` : ''
    parts.push(Buffer.from(`${place + 1} 0 obj\n<< ${dict}${length} >>\n`))
    if (stream) parts.push(Buffer.from('stream\n'), Buffer.from(stream), Buffer.from('\nendstream\n'))
    parts.push(Buffer.from('endobj\n'))
  }
  const at = size()
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

/** A PDF of so many pages with a line of text on each. */
export function textPdf(pages: number, { catalog = '', page = '', trailer = '' } = {}): Buffer {
  const text = Array.from(
    { length: 30 },
    (_, line) => `BT /F1 14 Tf 60 ${780 - line * 24} Td (Don de nghi xac nhan ${line}) Tj ET`,
  )
  const stream = deflateSync(text.join('\n'))
  const kids = Array.from({ length: pages }, (_, place) => `${place + 5} 0 R`).join(' ')
  return pdfOf(
    [
      { dict: `/Type /Catalog /Pages 2 0 R ${catalog}` },
      { dict: `/Type /Pages /Kids [${kids}] /Count ${pages}` },
      { dict: '/Type /Font /Subtype /Type1 /BaseFont /Helvetica' },
      { dict: '/Filter /FlateDecode', stream },
      ...Array.from({ length: pages }, () => ({
        dict: `/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> ${page}`,
      })),
    ],
    trailer,
  )
}

/** One page whose content unpacks to so many bytes. */
export function bombPdf(bytes: number): Buffer {
  return pdfOf([
    { dict: '/Type /Catalog /Pages 2 0 R' },
    { dict: '/Type /Pages /Kids [3 0 R] /Count 1' },
    { dict: '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R' },
    { dict: '/Filter /FlateDecode', stream: deflateSync(Buffer.alloc(bytes, 0x20)) },
  ])
}

/** A page with written lines, as a scanner or a telephone sends it. */
export async function photo({
  width = 1240,
  height = 1754,
  blur = 0,
  light = 1,
  lines = 40,
  format = 'jpeg' as 'jpeg' | 'png',
} = {}): Promise<Buffer> {
  const rows = Array.from(
    { length: lines },
    (
      _,
      line,
    ) => `<text x="${width * 0.08}" y="${(height * (line + 2)) / 44}" font-size="${height / 60}" font-family="DejaVu Sans, sans-serif">Cong hoa xa hoi chu nghia ${line} Dong Trieu</text>
      <rect x="${width * 0.6}" y="${(height * (line + 1.6)) / 44}" width="${width * 0.2}" height="${height / 300}"/>`,
  ).join('')
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f2ec"/>${rows}</svg>`
  const drawn = sharp(Buffer.from(page))
  const seen = blur > 0 ? drawn.blur(blur) : drawn
  return seen.linear(light, 0).flatten({ background: '#fff' })[format]().toBuffer()
}

/** The same page lying askew on a dark table, as a telephone sees it. */
export async function photographed({ blur = 0, turn = 5 } = {}): Promise<Buffer> {
  const table = { r: 62, g: 48, b: 40, alpha: 1 }
  const page = sharp(await photo({ blur, format: 'png' })).rotate(turn, { background: table })
  return page
    .extend({ top: 120, bottom: 160, left: 140, right: 110, background: table })
    .flatten({ background: table })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** The head of a PNG that calls itself so large, with almost nothing behind it. */
export function bombPng(side: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG that calls itself 65,000 by 65,000. */
export async function bombJpeg(): Promise<Buffer> {
  const small = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const frame = small.indexOf(Buffer.from([0xff, 0xc0]))
  small.writeUInt16BE(65_000, frame + 5)
  small.writeUInt16BE(65_000, frame + 7)
  return small
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
