import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { HearEvent } from '#domain/notices/message.ts'

export interface ZaloEventSettings {
  readonly appId: string
  /** That of the official account, not of the app. */
  readonly secret: string
}

const EVENT = z.looseObject({
  app_id: z.string(),
  timestamp: z.union([z.string(), z.number()]).transform(String),
  event_name: z.string(),
  message: z.looseObject({ tracking_id: z.uuid() }).optional().catch(undefined),
})

/**
 * What Zalo posts of an official account (webhook). It signs with SHA-256 over app, body, time and the account's secret,
 * one behind the other, in `X-ZEvent-Signature: mac=…`. Of a notice that arrived it says by which `tracking_id` it was
 * sent; who follows the account or leaves it is named by an id that leads to no telephone, and changes nothing here.
 */
export function zaloEvents({ appId, secret }: ZaloEventSettings): HearEvent {
  return (body, signature) => {
    const read = EVENT.safeParse(parsed(body))
    if (!read.success || read.data.app_id !== appId) return { kind: 'false' }
    const { timestamp, event_name: name, message } = read.data
    const mac = createHash('sha256').update(`${appId}${body}${timestamp}${secret}`).digest('hex')
    if (!isSame(`mac=${mac}`, signature ?? '')) return { kind: 'false' }
    if (name !== 'user_received_message' || !message) return { kind: 'other' }
    return { kind: 'delivered', id: message.tracking_id }
  }
}

function isSame(ours: string, theirs: string): boolean {
  const [one, other] = [Buffer.from(ours), Buffer.from(theirs)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
