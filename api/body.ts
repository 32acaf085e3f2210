import { type Problem, problem } from './problem.ts'

/** The largest body that is read. A dossier with sixty papers and long names comes to a tenth of it. */
export const MOST_BYTES = 256 * 1024
/** What is thrown away unread after that, so that the sender hears the answer before the line is cut. */
const MOST_DISCARDED = 32 * 1024 * 1024
const MOST_DEPTH = 32

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** The JSON body of a request: at most 256 KB, strict UTF-8, not nested endlessly. */
export async function readBody(request: Request): Promise<{ readonly value: unknown } | Problem> {
  const bytes = await readBytes(request)
  if (!(bytes instanceof Uint8Array)) return bytes
  const type = request.headers.get('content-type')
  if (bytes.length === 0) return problem('body-missing')
  if (!JSON_TYPE.test(type ?? '') || request.headers.has('content-encoding')) return problem('not-json')
  const text = decoded(bytes)
  if (text === null) return problem('malformed-utf-8')
  try {
    const value: unknown = JSON.parse(text)
    return isNestedWithin(value, MOST_DEPTH) ? { value } : problem('nested-too-deep', { most: MOST_DEPTH })
  } catch {
    return problem('malformed-json')
  }
}

async function readBytes(request: Request): Promise<Uint8Array | Problem> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    // An honest length within the limit is read at once; anything else piece by piece, so that the limit holds.
    if (Number(request.headers.get('content-length') ?? Number.NaN) <= MOST_BYTES)
      return new Uint8Array(await request.arrayBuffer())
    for await (const part of request.body ?? []) {
      length += part.length
      if (length <= MOST_BYTES) parts.push(part)
      if (length > MOST_DISCARDED) break
    }
  } catch {
    return problem('body-cut-off')
  }
  if (length > MOST_BYTES) return problem('body-too-large', { most: MOST_BYTES })
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
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
