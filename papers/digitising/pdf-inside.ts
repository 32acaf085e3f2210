import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import { UPLOAD_LIMITS, type UploadFault } from '#domain/digitising/upload-limits.ts'

/** What makes a PDF do something or carry something along (ISO 32000-1, 12.6.4 and 7.11.4): no copy of paper needs it. */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|EF|RichMedia|XFA|SubmitForm|ImportData|GoToE|Movie|Sound|Rendition)(?![A-Za-z0-9])/
/** The most one byte of these can become. */
const GROWTH = { LZWDecode: 1400, RunLengthDecode: 128 } as const
const OBJECTS = /\/Type\s*\/ObjStm/
/** Objects packed together are read whole; real ones are far smaller. */
const MOST_OBJECTS = 32 * 1024 * 1024

/**
 * Why a PDF is not opened: it is locked, it would do something, or it would unpack to more than anybody scans. Nothing
 * is kept of what is unpacked but packed objects, so that the memory it takes does not follow from the file.
 */
export async function pdfInside(bytes: Uint8Array): Promise<UploadFault | null> {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let unpacked = 0
  let at = 0
  for (;;) {
    const begin = pdf.indexOf('stream', at)
    const outside = namesIn(pdf.toString('latin1', at, begin < 0 ? pdf.length : begin))
    if (/\/Encrypt(?![A-Za-z0-9])/.test(outside)) return 'locked'
    if (ACTIVE.test(outside)) return 'active'
    if (begin < 0) return null
    const end = pdf.indexOf('endstream', begin)
    const raw = pdf.subarray(afterLine(pdf, begin + 'stream'.length), end < 0 ? pdf.length : end)
    const head = outside.slice(Math.max(0, outside.lastIndexOf(' obj')))
    const grown = await grownBy(head, raw, UPLOAD_LIMITS.unpacked - unpacked)
    if (typeof grown === 'string') return grown
    unpacked += grown
    at = end < 0 ? pdf.length : end + 'endstream'.length
  }
}

/** Bytes a stream comes to, or what is wrong with it. */
async function grownBy(head: string, raw: Uint8Array, left: number): Promise<number | UploadFault> {
  if (pixelsOf(head) > UPLOAD_LIMITS.pixels) return 'bomb'
  const filters = [...head.matchAll(/\/(\w+Decode)\b/g)].map(([, name]) => name ?? '')
  const packing = filters.filter((name) => name === 'FlateDecode' || name in GROWTH)
  // Packed twice, or packed under another coat, it could not be measured without keeping it.
  if (packing.length > 1 || (packing.length === 1 && filters[0] !== packing[0])) return 'bomb'
  const [how] = packing
  if (how === undefined) return raw.length > left ? 'bomb' : raw.length
  if (how === 'LZWDecode' || how === 'RunLengthDecode') {
    const most = raw.length * GROWTH[how]
    return most > left ? 'bomb' : most
  }
  const isObjects = OBJECTS.test(head)
  const { size, text } = await inflated(raw, isObjects ? Math.min(left, MOST_OBJECTS) : left, isObjects)
  if (size === null) return 'bomb'
  return isObjects && ACTIVE.test(namesIn(text)) ? 'active' : size
}

/** How much comes out of a packed part, counted and let go; null when more than may be. */
async function inflated(raw: Uint8Array, most: number, isKept: boolean) {
  let size = 0
  const kept: Buffer[] = []
  try {
    for await (const chunk of Readable.from([raw]).pipe(createInflate({ chunkSize: 1024 * 1024 }))) {
      size += chunk.length
      if (size > most) return { size: null, text: '' }
      if (isKept) kept.push(chunk)
    }
  } catch (error) {
    // A part that breaks off is shown as far as it goes; it is counted as far as it went.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
  return { size, text: Buffer.concat(kept).toString('latin1') }
}

function pixelsOf(head: string): number {
  const side = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(head)?.[1] ?? 0)
  return side('Width') * side('Height')
}

/** Names may hide letters: `/J#61vaScript`. */
function namesIn(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

function afterLine(pdf: Buffer, at: number): number {
  if (pdf[at] === 0x0d && pdf[at + 1] === 0x0a) return at + 2
  return pdf[at] === 0x0a || pdf[at] === 0x0d ? at + 1 : at
}
