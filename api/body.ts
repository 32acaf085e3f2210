import { isProblem, type Problem, problem } from './problem.ts'

/** The largest body that is read. A dossier with sixty papers and long names comes to a tenth of it. */
export const MOST_BYTES = 256 * 1024
/** What is thrown away unread after that, so that the sender hears the answer before the line is cut. */
const MOST_DISCARDED = 32 * 1024 * 1024
const MOST_DEPTH = 32

const FORM_TYPE = /^multipart\/form-data\s*;/i
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** A file that came with a request. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The JSON body of a request: at most 256 KB, strict UTF-8, not nested endlessly. */
export async function readBody(request: Request): Promise<{ readonly value: unknown } | Problem> {
  const bytes = await readBytes(request, MOST_BYTES)
  if (!(bytes instanceof Uint8Array)) return bytes
  const type = request.headers.get('content-type')
  if (bytes.length === 0) return problem('body-missing')
  if (!JSON_TYPE.test(type ?? '') || request.headers.has('content-encoding')) return problem('not-json')
  const text = decoded(bytes)
  return text === null ? problem('malformed-utf-8') : parsed(text)
}

/**
 * Files with what they are about: a form of one part `about`, which is JSON as a body is, and one or more parts `files`.
 * The files together are at most `mostBytes`.
 */
export async function readForm(
  request: Request,
  mostBytes: number,
): Promise<{ readonly value: unknown; readonly files: readonly SentFile[] } | Problem> {
  const bytes = await readBytes(request, mostBytes + MOST_BYTES)
  if (!(bytes instanceof Uint8Array)) return bytes
  const type = request.headers.get('content-type') ?? ''
  if (bytes.length === 0) return problem('body-missing')
  if (!FORM_TYPE.test(type) || request.headers.has('content-encoding')) return problem('not-multipart')
  const form = await formIn(bytes, type)
  if (!form) return problem('malformed-form')
  const about = form.get('about')
  const files = form.getAll('files').filter((one) => typeof one !== 'string')
  if (about === null || 1 + files.length !== [...form.keys()].length) return problem('malformed-form')
  const text = typeof about === 'string' ? about : decoded(await about.bytes())
  // A text part is decoded before we see it: what was no UTF-8 has become U+FFFD.
  if (text === null || text.includes('\ufffd')) return problem('malformed-utf-8')
  if (text.length > MOST_BYTES) return problem('body-too-large', { most: MOST_BYTES })
  const read = parsed(text)
  if (isProblem(read)) return read
  if (files.length === 0) return problem('files-missing')
  return {
    ...read,
    files: await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.bytes() }))),
  }
}

async function formIn(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | null> {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    return null
  }
}

function parsed(text: string): { readonly value: unknown } | Problem {
  try {
    const value: unknown = JSON.parse(text)
    return isNestedWithin(value, MOST_DEPTH) ? { value } : problem('nested-too-deep', { most: MOST_DEPTH })
  } catch {
    return problem('malformed-json')
  }
}

/** The body of a request as it was sent: at most 256 KB, strict UTF-8. */
export async function readText(request: Request): Promise<string | Problem> {
  const bytes = await readBytes(request, MOST_BYTES)
  if (!(bytes instanceof Uint8Array)) return bytes
  return decoded(bytes) ?? problem('malformed-utf-8')
}

/** The bytes of a body as they are. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | Problem> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    // An honest length within the limit is read at once; anything else piece by piece, so that the limit holds.
    if (Number(request.headers.get('content-length') ?? Number.NaN) <= most)
      return new Uint8Array(await request.arrayBuffer())
    for await (const part of request.body ?? []) {
      length += part.length
      if (length <= most) parts.push(part)
      if (length > most + MOST_DISCARDED) break
    }
  } catch {
    return problem('body-cut-off')
  }
  if (length > most) return problem('body-too-large', { most })
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isNestedWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((part) => isNestedWithin(part, levels - 1))
}
