import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { toMoment } from '#domain/calendar/moment.ts'
import type { PostCarrier, PostOrder } from '#domain/post/carrier.ts'
import { hmac } from '../payments/macs.ts'
import { type SimulatedPost, startSimulatedPost } from './simulated-post.ts'
import { vnpost } from './vnpost.ts'

const NOW = Temporal.Instant.from('2019-03-05T03:00:00Z')
let post: SimulatedPost
let carrier: PostCarrier

beforeAll(async () => {
  post = await startSimulatedPost({ now: () => NOW, noticeAt: 'http://127.0.0.1:9/', secret: 'secret' })
  carrier = vnpost(post.settings)
})
afterEach(() => {
  post.mood = 'answers'
})
afterAll(() => post.stop())

const side = {
  name: 'Nguyễn Thị Hương',
  phone: '0912345678',
  province: 'Quảng Ninh',
  district: null,
  address: 'Khu 3',
}
const order = (orderNumber: string, over: Partial<PostOrder> = {}): PostOrder => ({
  orderNumber,
  direction: 'out',
  sender: side,
  receiver: side,
  contents: 'Kết quả',
  codDong: 8000,
  ...over,
})
const quiet = { telling: 'keeps-quiet' } as const

test('an order is taken once, however often it is sent', async () => {
  const first = await carrier.order(order('A-1'))
  expect(first).toEqual({ answer: 'taken', item: expect.stringMatching(/^EK\d{9}VN$/) })
  expect(await carrier.order(order('A-1'))).toEqual(first)
  expect(await carrier.track('A-1', 0)).toEqual([])
  expect(await carrier.track('UNKNOWN', 0)).toBe('unknown')
  expect([await carrier.cancel('A-1'), await carrier.cancel('UNKNOWN')]).toEqual([true, true])
})

test('what happened comes in our words, page after page, and only what is new', async () => {
  await carrier.order(order('B-1'))
  for (let place = 0; place < 60; place += 1) await post.happens('B-1', 'on-the-way', quiet)
  await post.happens('B-1', 'delivered', { ...quiet, receiver: ' Nguyễn Thị Hương ', codDong: 8000 })
  const all = await carrier.track('B-1', 0)
  if (!Array.isArray(all)) throw new Error('nothing was heard')
  expect(all).toHaveLength(61)
  expect(all.at(-1)).toMatchObject({
    status: 'delivered',
    at: toMoment(NOW),
    receiver: 'Nguyễn Thị Hương',
    codDong: 8000,
  })
  expect(await carrier.track('B-1', all.at(-2)?.id ?? 0)).toEqual([all.at(-1)])
})

test.each(['silent', 'nonsense', 'of-another', 'loses-answers'] as const)(
  'a post that answers %s says nothing',
  async (mood) => {
    await carrier.order(order('C-1'))
    await post.happens('C-1', 'delivered', quiet)
    post.mood = mood
    expect(await carrier.track('C-1', 0)).toBeNull()
    if (mood !== 'nonsense') expect(await carrier.order(order(`C-${mood}`))).toEqual({ answer: 'silent' })
  },
)

test('with another token nothing is answered', async () => {
  const stranger = vnpost({ ...post.settings, token: () => 'other' })
  expect(await stranger.track('A-1', 0)).toBeNull()
  expect(await stranger.order(order('D-1'))).toMatchObject({ answer: 'declined' })
  const lost = vnpost({
    ...post.settings,
    token: () => {
      throw new Error('no file')
    },
  })
  expect(await lost.track('A-1', 0)).toBeNull()
})

test('a notice is the post’s by its signature over every byte, and names an order alone', () => {
  const body = JSON.stringify({ orderNumber: 'A-1', statusCode: '400' })
  const signed = (text: string, secret = 'secret') => ({
    body: text,
    signature: hmac('sha256', secret, text),
  })
  expect(carrier.hear(signed(body))).toBe('A-1')
  expect(carrier.hear(signed(body, 'other'))).toBeNull()
  expect(carrier.hear({ body: `${body} `, signature: signed(body).signature })).toBeNull()
  expect(carrier.hear({ body, signature: null })).toBeNull()
  expect(carrier.hear(signed('no json'))).toBeNull()
  expect(vnpost({ ...post.settings, noticeSecret: null }).hear(signed(body))).toBeNull()
})
