import { execFileSync } from 'node:child_process'
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Device } from '#domain/notices/message.ts'

/** What the service does with what it is handed. */
export type PushBehaviour =
  | 'takes'
  /** Takes it, and answers after longer than anybody waits. */
  | 'slow'
  /** The browser has given up the subscription. */
  | 'gone'
  | 'unknown-device'
  | 'busy'
  /** Does not believe that it is the centre. */
  | 'distrusts'
  | 'broken'
  /** Says that it took it, and shows nothing. */
  | 'lies'
  /** Sends on to another address, within this machine. */
  | 'leads-away'
  /** Takes it and hangs up. */
  | 'cut'

/** What a device shows, as it was decrypted there, and how it came. */
export interface Pushed {
  readonly device: string
  readonly said: unknown
  readonly topic: string
  readonly bytes: number
}

/** A push service and the browsers behind it, for tests: reads everything by the standards' own words. */
export async function simulatedPushService() {
  const tls = certifiedHere()
  const browsers = new Map<string, { readonly pair: ECDH; readonly auth: Buffer }>()
  const shown: Pushed[] = []
  const calls: string[] = []
  let behaviour: PushBehaviour = 'takes'
  const server = createServer(tls, async (request, response) => {
    calls.push(request.url ?? '')
    const body = await buffer(request)
    const name = (request.url ?? '').split('/').at(-1) ?? ''
    const browser = browsers.get(name)
    const end = (status: number) => response.writeHead(status).end()
    if (behaviour === 'distrusts' || !isVapid(request, origin())) return end(403)
    if (behaviour === 'busy') return response.writeHead(429, { 'retry-after': '60' }).end()
    if (behaviour === 'broken') return end(500)
    if (behaviour === 'gone') return end(410)
    if (behaviour === 'leads-away')
      return response.writeHead(307, { location: `${origin()}/elsewhere` }).end()
    if (behaviour === 'unknown-device' || !browser) return end(404)
    const said = behaviour === 'lies' ? null : opened(body, browser)
    const topic = String(request.headers['topic'] ?? '')
    if (said !== null) shown.push({ device: name, said: JSON.parse(said), topic, bytes: body.length })
    if (behaviour === 'cut') return request.socket.destroy()
    if (behaviour === 'slow') await wait(1000)
    return end(201)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const origin = () => `https://${host}`
  return {
    host,
    shown,
    calls,
    behave: (as: PushBehaviour) => void (behaviour = as),
    /** What a browser gives a page that asked for a subscription. */
    subscribe(): Device & { readonly name: string } {
      const pair = createECDH('prime256v1')
      const p256dh = pair.generateKeys().toString('base64url')
      const auth = randomBytes(16)
      const name = randomBytes(8).toString('hex')
      browsers.set(name, { pair, auth })
      return { name, endpoint: `${origin()}/push/${name}`, p256dh, auth: auth.toString('base64url') }
    },
    async close() {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

/** A certificate for this machine, which this process trusts from now on. */
function certifiedHere(): { readonly key: string; readonly cert: string } {
  const words =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=push -keyout -'
  const made = execFileSync('openssl', [...words.split(' '), '-addext', 'subjectAltName=IP:127.0.0.1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  })
  const cert = made.slice(made.indexOf('-----BEGIN CERT'))
  setDefaultCACertificates([...getCACertificates(), cert])
  return { key: made, cert }
}

/** As a browser does: what it cannot open it does not show, and nobody is told. */
function opened(body: Buffer, browser: { pair: ECDH; auth: Buffer }): string | null {
  try {
    return decrypted(body, browser)
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/** RFC 8291 over RFC 8188: one record. */
function decrypted(body: Buffer, { pair, auth }: { pair: ECDH; auth: Buffer }): string {
  const salt = body.subarray(0, 16)
  const size = body.readUInt32BE(16)
  const theirs = body.subarray(21, 21 + body.readUInt8(20))
  const record = body.subarray(21 + theirs.length)
  if (body.length > 4096 || record.length > size) throw new Error('too long for a push service')
  const derived = (secret: Buffer, salted: Buffer, info: Buffer | string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salted, info, length))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs])
  const secret = derived(pair.computeSecret(theirs), auth, info, 32)
  const key = derived(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derived(secret, salt, 'Content-Encoding: nonce\0', 12)
  const opening = createDecipheriv('aes-128-gcm', key, nonce)
  opening.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([opening.update(record.subarray(0, -16)), opening.final()])
  const end = padded.lastIndexOf(2)
  if (padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('not padded with zeroes')
  return padded.subarray(0, end).toString()
}

/** RFC 8292: signed by the key that is named, for this service, for no longer than a day, with a way to reach somebody. */
function isVapid({ headers }: IncomingMessage, origin: string): boolean {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  if (point.length !== 65) return false
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }
  const publicKey = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    publicKey,
    Buffer.from(signature, 'base64url'),
  )
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    aud: string
    exp: number
    sub: string
  }
  const now = Temporal.Now.instant().epochMilliseconds / 1000
  return isSigned && aud === origin && exp > now && exp <= now + 86_400 && sub.startsWith('mailto:')
}
