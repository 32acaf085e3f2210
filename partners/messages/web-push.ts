import { createECDH } from 'node:crypto'
import { encryptNotification, type PushSubscription, vapidHeaders } from '@block65/webcrypto-web-push'
import type { Day } from '#domain/calendar/moment.ts'
import type { SendOutcome } from '#domain/notices/going.ts'
import type { NoticeMessage, SendNotice } from '#domain/notices/message.ts'
import { isPushEndpoint, type PushService } from '#domain/notices/push-services.ts'
import { isNeverConnected } from './ask-gateway.ts'

/** By which push services know the centre again (VAPID, RFC 8292); base64url. */
export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** The pair that a secret of 32 bytes is the private half of. */
export function pushKeys(secret: string): PushKeys {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(secret, 'base64url'))
  return { publicKey: pair.getPublicKey().toString('base64url'), privateKey: secret }
}

export interface WebPushSettings {
  readonly keys: PushKeys
  /** A mailbox by which a service reaches who runs this. */
  readonly contact: string
  readonly services: readonly PushService[]
  readonly today: () => Day
  readonly patience?: number
}

const PATIENCE_MS = 20_000
/** A device that was off for longer is told by its page. */
const KEPT_SECONDS = 7 * 86_400

/**
 * Pushes to browsers by the Web Push protocol (RFC 8030), encrypted for the device alone (RFC 8291), each as long as
 * any other. A repeat replaces what the service still keeps. A device that its service no longer knows is refused, and
 * so is an address of no service that is known.
 */
export function webPush(settings: WebPushSettings): SendNotice {
  const { services, today } = settings
  return async (message) => {
    const { to } = message
    if ('address' in to) return { kind: 'refused', why: 'no device' }
    if (!isPushEndpoint(to.endpoint, services, today())) return { kind: 'refused', why: 'no push service' }
    const { endpoint, ...keys } = to
    const subscription = { endpoint, keys, expirationTime: null }
    const body = await encrypted(subscription, message)
    if (body === null) return { kind: 'refused', why: 'bad keys' }
    const { headers } = await vapidHeaders(subscription, {
      subject: `mailto:${settings.contact}`,
      ...settings.keys,
    })
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          ...headers,
          TTL: String(KEPT_SECONDS),
          Urgency: 'normal',
          Topic: message.id.replaceAll('-', ''),
          'Content-Encoding': 'aes128gcm',
          'Content-Type': 'application/octet-stream',
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(settings.patience ?? PATIENCE_MS),
      })
      await response.body?.cancel()
      return cameTo(response.status)
    } catch (error) {
      return isNeverConnected(error) ? { kind: 'not-now', why: 'not connected' } : { kind: 'unknown' }
    }
  }
}

/** The message as the device alone can read it; null where it gave keys that are none. */
async function encrypted(
  subscription: PushSubscription,
  { id, text, values, language, link }: NoticeMessage,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const said = JSON.stringify({ id, title: values.centre ?? '', text, language, link })
  try {
    return await encryptNotification(subscription, new TextEncoder().encode(said))
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

function cameTo(status: number): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'accepted', reference: null }
  const why = `HTTP ${status}`
  if (status === 404 || status === 410) return { kind: 'refused', why }
  return status >= 500 && status !== 502 && status !== 503 ? { kind: 'unknown' } : { kind: 'not-now', why }
}
