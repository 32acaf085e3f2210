import { z } from 'zod'
import type { SendOutgoing } from '#domain/notices/message.ts'
import { withoutMarks } from '#domain/notices/template.ts'
import { askGateway } from './ask-gateway.ts'

export interface SmsGatewaySettings {
  readonly url: string
  readonly secret: string
  /** The name the telephone shows, registered with the operators. */
  readonly sender: string
  /** With diacritics a message holds 70 characters and not 160. */
  readonly keepsMarks: boolean
  readonly patience?: number
}

const ANSWER = z.object({
  reference: z.string().max(100).nullable().default(null),
  error: z.enum(['bad-number', 'blocked', 'busy', 'no-credit', 'duplicate']).nullable().default(null),
})

/**
 * A gateway for messages to telephones, over HTTP: `POST /messages` with `id`, `from`, `to` and `text`. The same id
 * again is the same message, and it drops it. No operator's own protocol stands here: each has its own, behind a gateway
 * that speaks this one.
 */
export function smsGateway({ url, secret, sender, keepsMarks, patience }: SmsGatewaySettings): SendOutgoing {
  return async ({ id, to, text }) => {
    if (!('address' in to)) return { kind: 'refused', why: 'no telephone' }
    const asked = await askGateway(
      {
        url: `${url}/messages`,
        headers: { authorization: `Bearer ${secret}` },
        body: { id, from: sender, to: to.address, text: keepsMarks ? text : withoutMarks(text) },
        patience,
      },
      ANSWER,
    )
    if ('kind' in asked) return asked
    const { status, answer } = asked
    const { error, reference } = answer
    if (error === 'bad-number' || error === 'blocked') return { kind: 'refused', why: error }
    if (error === 'duplicate' || (error === null && status < 300)) return { kind: 'accepted', reference }
    if (error === null && status >= 500) return { kind: 'unknown' }
    return { kind: 'not-now', why: error ?? `HTTP ${status}` }
  }
}
