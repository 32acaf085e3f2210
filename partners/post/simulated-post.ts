import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { toMoment } from '#domain/calendar/moment.ts'
import type { TrackedStatus } from '#domain/post/carrier.ts'
import { compactTime } from '../payments/compact-time.ts'
import { hmac } from '../payments/macs.ts'
import { simulatedPostPage } from './simulated-post-page.ts'
import { STATUS_CODES } from './status-codes.ts'
import type { VnpostSettings } from './vnpost.ts'

/** How a simulated post answers: truly, not at all, with nonsense, of another order, everything twice, or taking orders it then keeps quiet about. */
export const POST_MOODS = ['answers', 'silent', 'nonsense', 'of-another', 'repeats', 'loses-answers'] as const
export type PostMood = (typeof POST_MOODS)[number]

/** How a simulated post tells by itself what happened: at once, not at all, three times, late, or in somebody else's hand. */
export const TELLINGS = ['tells', 'keeps-quiet', 'tells-thrice', 'tells-late', 'forges'] as const
export type Telling = (typeof TELLINGS)[number]

export interface SimulatedParcel {
  readonly orderNumber: string
  readonly item: string
  readonly receiver: string
  readonly codDong: number
  /** How often it was ordered. */
  orders: number
  isCancelled: boolean
  readonly entries: {
    readonly id: number
    readonly status: TrackedStatus
    readonly at: string
    readonly receiver: string | null
    readonly codDong: number
  }[]
}

interface Said {
  readonly at?: Temporal.Instant
  readonly receiver?: string
  readonly codDong?: number
  readonly telling?: Telling
}

export interface SimulatedPost {
  readonly books: Map<string, SimulatedParcel>
  mood: PostMood
  readonly origin: string
  readonly settings: VnpostSettings
  /** Something happens to a parcel, whether it can or not. */
  happens(orderNumber: string, status: TrackedStatus, said?: Said): Promise<void>
  stop(): Promise<void>
}

interface Playing {
  readonly now: () => Temporal.Instant
  readonly noticeAt: string
  /** Drawn anew for every start; nobody outside knows it. */
  readonly secret: string
}

const Asked = z.object({
  OrderNumber: z.string().optional(),
  orderNumber: z.string().optional(),
  ReceiverName: z.string().default(''),
  CODAmount: z.number().default(0),
  lastId: z.number().default(0),
  pageSize: z.number().default(50),
})
const LATE_MS = 1500
const CODES = new Map(Object.entries(STATUS_CODES[0]?.codes ?? {}).map(([code, status]) => [status, code]))

/** The post on a small server of this machine alone, for tests and the demonstration; nothing is ever carried. */
export async function startSimulatedPost({ now, noticeAt, secret }: Playing): Promise<SimulatedPost> {
  const books = new Map<string, SimulatedParcel>()
  let entries = 0
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  const address = server.address()
  const origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''

  const post: SimulatedPost = {
    books,
    mood: 'answers',
    origin,
    settings: {
      url: origin,
      customerCode: 'MOTCUA',
      token: () => secret,
      noticeSecret: secret,
      codes: STATUS_CODES,
    },
    async happens(orderNumber, status, { at = now(), receiver, codDong, telling = 'tells' } = {}) {
      const parcel = books.get(orderNumber)
      if (!parcel) return
      const isDelivered = status === 'delivered'
      if (telling !== 'forges') {
        entries += 1
        parcel.entries.push({
          id: entries,
          status,
          at: compactTime(toMoment(at)),
          receiver: isDelivered ? (receiver ?? parcel.receiver) : null,
          codDong: isDelivered ? (codDong ?? parcel.codDong) : 0,
        })
      }
      await tell(orderNumber, telling)
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return post

  async function tell(orderNumber: string, telling: Telling): Promise<void> {
    if (telling === 'keeps-quiet') return
    const body = JSON.stringify({ orderNumber })
    const signature = hmac('sha256', telling === 'forges' ? 'forged' : secret, body)
    const send = () =>
      fetch(noticeAt, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-signature': signature },
        body,
        signal: AbortSignal.timeout(10_000),
      }).then(
        (answer) => answer.arrayBuffer(),
        () => undefined,
      )
    if (telling === 'tells-late') return void wait(LATE_MS, undefined, { ref: false }).then(send)
    await Promise.all(Array.from({ length: telling === 'tells-thrice' ? 3 : 1 }, send))
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    if (request.method === 'GET')
      return void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(simulatedPostPage([...books.values()]))
    if (url.pathname === '/lam') {
      const form = new URLSearchParams(await text(request))
      const status = [...CODES.keys()].find((one) => one === form.get('status'))
      if (status) await post.happens(form.get('order') ?? '', status)
      return void response.writeHead(303, { location: origin }).end()
    }
    const asked = Asked.parse(JSON.parse(await text(request)))
    const said = request.headers['access_token'] === secret ? answer(url.pathname, asked) : { Status: '401' }
    if (post.mood === 'silent' || post.mood === 'loses-answers') return void response.writeHead(503).end()
    const body = post.mood === 'nonsense' ? { Status: '100', Data: [{ id: 'x', statusCode: '400' }] } : said
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  function answer(path: string, asked: z.infer<typeof Asked>): object {
    if (post.mood === 'silent' || post.mood === 'nonsense') return {}
    if (path === '/order/post') return ordered(asked)
    const orderNumber = asked.orderNumber ?? ''
    const parcel = books.get(orderNumber)
    if (path === '/order/cancel') {
      if (parcel) parcel.isCancelled = true
      return { Status: parcel ? '100' : '404' }
    }
    if (!parcel) return { Status: '404' }
    const named = post.mood === 'of-another' ? 'ANOTHER-1' : orderNumber
    const page = parcel.entries
      .filter(({ id }) => post.mood === 'repeats' || id > asked.lastId)
      .slice(0, asked.pageSize)
      .map(({ id, status, at, receiver, codDong }) => ({
        id,
        orderNumber: named,
        statusCode: CODES.get(status),
        statusMessage: status,
        statusTime: at,
        receiverName: receiver,
        codAmount: codDong,
      }))
    return { Status: '100', Data: post.mood === 'repeats' ? [...page, ...page] : page }
  }

  function ordered({
    OrderNumber: orderNumber = '',
    ReceiverName,
    CODAmount,
  }: z.infer<typeof Asked>): object {
    const known = books.get(orderNumber)
    if (known) known.orders += 1
    const item = known?.item ?? `EK${String(190_000_001 + books.size).padStart(9, '0')}VN`
    if (!known)
      books.set(orderNumber, {
        orderNumber,
        item,
        receiver: ReceiverName,
        codDong: CODAmount,
        orders: 1,
        isCancelled: false,
        entries: [],
      })
    const named = post.mood === 'of-another' ? 'ANOTHER-1' : orderNumber
    return { Status: known ? '101' : '100', Message: '', OrderNumber: named, ItemCode: item }
  }
}
