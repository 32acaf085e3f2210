import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { SigningService } from './signing-service.ts'

const ASKED = z.object({ id: z.string() })
const STATE = z.object({
  state: z.enum(['waiting', 'signed', 'declined']),
  signature: z.base64().nullable().default(null),
})

export interface HttpServiceSettings {
  readonly url: string
  readonly secret: string
  /** Milliseconds between two questions, and until we stop asking. */
  readonly every?: number
  readonly patience?: number
}

/**
 * A signing service over HTTP, in the pattern of the national remote-signing services: a hash is handed in, the
 * owner of the key confirms, and the signature is fetched.
 */
export function httpSigningService({
  url,
  secret,
  every = 2_000,
  patience = 90_000,
}: HttpServiceSettings): SigningService {
  async function ask<Answer>(path: string, shape: z.ZodType<Answer>, body?: object): Promise<Answer> {
    const answer = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`the signing service answered ${answer.status}`)
    return shape.parse(await answer.json())
  }

  async function answerTo(id: string): Promise<Outcome<Uint8Array>> {
    for (let waited = 0; waited < patience; waited += every) {
      const { state, signature } = await ask(`/sign-requests/${encodeURIComponent(id)}`, STATE)
      if (state === 'declined') return refuse('signing-declined')
      if (state === 'signed' && signature !== null) return Buffer.from(signature, 'base64')
      await wait(every)
    }
    return refuse('signing-unanswered')
  }

  return {
    async sign({ account, data, document }) {
      const hash = createHash('sha256').update(data).digest('base64')
      const { title, reviewed } = document
      try {
        const { id } = await ask('/sign-requests', ASKED, {
          account,
          hash,
          algorithm: 'SHA-256',
          title,
          reviewed,
        })
        return await answerTo(id)
      } catch {
        // Away, broken or talking nonsense: for the person it has not answered, and nothing was signed.
        return refuse('signing-unanswered')
      }
    },
  }
}
