import { z } from 'zod'
import type { SendOutcome } from '#domain/notices/going.ts'

/** No gateway takes longer over one message; after that nobody knows whether it went. */
const PATIENCE_MS = 20_000

interface GatewayRequest {
  readonly url: string
  readonly headers: { readonly [name: string]: string }
  readonly body: object
  readonly patience?: number | undefined
}

/**
 * Posts to a gateway and reads its JSON. What was surely not sent is told apart from what may have been: a connection
 * that never came about sent nothing, one that broke or fell silent may have.
 */
export async function askGateway<Answer>(
  { url, headers, body, patience = PATIENCE_MS }: GatewayRequest,
  shape: z.ZodType<Answer>,
): Promise<{ readonly status: number; readonly answer: Answer } | SendOutcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(patience),
      body: JSON.stringify(body),
    })
    // Too much at once, or a gateway that is not there behind its door.
    if (response.status === 429 || response.status === 502 || response.status === 503)
      return { kind: 'not-now', why: `HTTP ${response.status}` }
    const read = shape.safeParse(parsed(await response.text()))
    if (read.success) return { status: response.status, answer: read.data }
    return response.status >= 400 && response.status < 500
      ? { kind: 'not-now', why: `HTTP ${response.status}` }
      : { kind: 'unknown' }
  } catch (error) {
    return isNeverConnected(error) ? { kind: 'not-now', why: 'not connected' } : { kind: 'unknown' }
  }
}

/** Nothing is what a page is read as. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Nobody there, or somebody who cannot show who he is: then nothing was said to him. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_CERT_.*|UNABLE_TO_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*)$/

export function isNeverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    NEVER_CONNECTED.test(cause.code)
  )
}
