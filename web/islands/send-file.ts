import { DetailedError, type HttpResponse, Upload } from 'tus-js-client'

/** So much is sent in one go: on a line of ten kilobytes a second half a minute. */
const PIECE_BYTES = 256 * 1024
const RETRY_AFTER_MS = [0, 1000, 3000, 5000, 10_000]

/** What is sent, and where to. */
export interface Sending {
  readonly file: Blob
  readonly name: string
  readonly uploads: string
  /** What was begun before, by the hash of its content. */
  readonly unfinished: readonly { readonly url: string; readonly sha256: string | null }[]
}

interface Told {
  readonly progress: (percent: number) => void
  /** The line is broken; it goes on by itself, or when told to. */
  readonly broken: (percent: number) => void
  /** It has come whole and was taken. */
  readonly taken: (isHardToRead: boolean) => void
  /** It will not be taken, whatever is tried. */
  readonly refused: (text: string | null) => void
}

/** Sends a file in pieces by the tus protocol, and goes on where the line broke; answers how to go on now, and to stop. */
export async function sendFile({ file, name, uploads, unfinished }: Sending, told: Told) {
  const sha256 = await hashOf(file)
  const begun = sha256 === null ? undefined : unfinished.find((one) => one.sha256 === sha256)
  let percent = 0
  const upload = new Upload(file, {
    endpoint: uploads,
    uploadUrl: begun?.url ?? null,
    metadata: { filename: name, ...(sha256 !== null && { sha256 }) },
    chunkSize: PIECE_BYTES,
    retryDelays: RETRY_AFTER_MS,
    storeFingerprintForResuming: false,
    onProgress(sent, all) {
      percent = Math.floor((sent / all) * 100)
      told.progress(percent)
    },
    onSuccess: () => void settled(),
    onError(error) {
      const answer = error instanceof DetailedError ? error.originalResponse : null
      if (answer && answer.getStatus() >= 400 && answer.getStatus() < 500) told.refused(refusedIn(answer))
      else told.broken(percent)
    },
  })
  const goOn = () => upload.start()
  async function settled(): Promise<void> {
    try {
      const answer = await fetch(upload.url ?? uploads)
      const became: unknown = await answer.json()
      if (saysSo(became, 'isTaken')) told.taken(saysSo(became, 'isHardToRead'))
      else told.refused(refusedIn(became))
    } catch {
      // It has come; what became of it is asked for when there is a line again.
      told.broken(100)
    }
  }
  upload.start()
  return { goOn, stop: () => upload.abort(true).catch(() => {}) }
}

function saysSo(answer: unknown, what: string): boolean {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    Object.entries(answer).some(([name, value]) => name === what && value === true)
  )
}

/** The sentence of a refusal, in an answer of the server. */
function refusedIn(answer: unknown): string | null {
  const told: unknown = isResponse(answer) ? parsed(answer.getBody()) : answer
  return typeof told === 'object' && told !== null && 'refused' in told && typeof told.refused === 'string'
    ? told.refused
    : null
}

function isResponse(answer: unknown): answer is HttpResponse {
  return typeof answer === 'object' && answer !== null && 'getBody' in answer
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** By which the same file is known again; null where the browser does not tell (a page without TLS). */
async function hashOf(file: Blob): Promise<string | null> {
  if (!('subtle' in crypto)) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
