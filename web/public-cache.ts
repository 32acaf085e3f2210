import { hash } from 'node:crypto'
import type { Context } from 'hono'

/** An answer that everybody may have, kept whole for a moment. */
interface Kept {
  readonly until: number
  readonly answer: Promise<{
    readonly status: number
    readonly headers: [string, string][]
    readonly body: string
    readonly etag: string
  }>
}

/** So long an answer is given again without being made again; browsers and proxies may keep it as long. */
const KEPT_SECONDS = 30
const MOST_KEPT = 200

/**
 * Answers that are the same for all who ask the same: made once however many ask at once, given again for half a
 * minute, and not sent at all to whoever has them already (304).
 */
export function publicCache() {
  const kept = new Map<string, Kept>()

  async function made(make: () => Promise<Response>) {
    const response = await make()
    const body = await response.text()
    const etag = `"${hash('sha256', body).slice(0, 24)}"`
    return { status: response.status, headers: [...response.headers], body, etag }
  }

  return async function answered(c: Context, key: string, make: () => Promise<Response>): Promise<Response> {
    const now = performance.now()
    let one = kept.get(key)
    if (!one || one.until < now) {
      const answer = made(make)
      one = { until: now + KEPT_SECONDS * 1000, answer }
      kept.delete(key)
      kept.set(key, one)
      answer.catch(() => kept.delete(key))
      const oldest = kept.keys().next()
      if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value)
    }
    const { status, headers, body, etag } = await one.answer
    const fresh = new Headers(headers)
    // A wrong address is not worth keeping anywhere.
    if (status === 200) fresh.set('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
    fresh.set('ETag', etag)
    const isKnown = (c.req.header('if-none-match') ?? '')
      .split(',')
      .some((given) => given.trim().replace(/^W\//, '') === etag)
    return isKnown && status === 200
      ? new Response(null, {
          status: 304,
          headers: {
            ETag: etag,
            'Cache-Control': fresh.get('Cache-Control') ?? '',
            Vary: fresh.get('Vary') ?? '',
          },
        })
      : new Response(body, { status, headers: fresh })
  }
}
