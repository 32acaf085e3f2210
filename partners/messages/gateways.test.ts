import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoticeMessage } from '#domain/notices/message.ts'
import { smsGateway } from './sms-gateway.ts'
import { zaloNotices } from './zalo-notices.ts'

/** Gateways as they stand in the world: they answer what they are told to, or nothing at all. */
let server: Server
let url: string
let answer: { readonly status?: number; readonly body: string } | 'silence' | 'hang-up'
const asked: { readonly path: string | undefined; readonly headers: object; readonly body: unknown }[] = []
beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked.push({ path: request.url, headers: request.headers, body: await json(request) })
    if (answer === 'hang-up') request.socket.destroy()
    else if (answer !== 'silence') response.writeHead(answer.status ?? 200).end(answer.body)
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  const address = server.address()
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const READY: NoticeMessage = {
  id: '018f6b2e-3d1c-7b4a-9c2d-0a1b2c3d4e5f',
  to: { way: 'phone', address: '0912345678' },
  subject: 'Hồ sơ H49-1 đã có kết quả',
  text: 'Hồ sơ H49-1 đã có kết quả',
  leave: null,
  kind: 'ready',
  language: 'vi',
  values: { code: 'H49-1', received: '05/03/2019' },
  link: 'https://motcua.example.vn/tra-cuu?ma=H49-1',
}
const sms = (over: object = {}) =>
  smsGateway({ url, secret: 'bi-mat', sender: 'MOTCUA', keepsMarks: false, patience: 200, ...over })(READY)
const templates = { otherwise: '100', ready: '207' }
const zalo = (over: object = {}) =>
  zaloNotices({ url, token: () => 'the-truy-cap', templates, patience: 200, ...over })(READY)
const answering = (body: object | string, status = 200) => {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

test('a message to a telephone carries its id, and no diacritics unless they are paid for', async () => {
  answering({ reference: 'g-77' })
  expect(await sms()).toEqual({ kind: 'accepted', reference: 'g-77' })
  expect(asked.at(-1)).toMatchObject({
    path: '/messages',
    headers: { authorization: 'Bearer bi-mat' },
    body: { id: READY.id, from: 'MOTCUA', to: '0912345678', text: 'Ho so H49-1 da co ket qua' },
  })
  await sms({ keepsMarks: true })
  expect(asked.at(-1)).toMatchObject({ body: { text: READY.text } })
})

test.each([
  ['known already', { error: 'duplicate', reference: 'g-77' }, 409, 'accepted'],
  ['no such number', { error: 'bad-number' }, 422, 'refused'],
  ['blocked by its owner', { error: 'blocked' }, 403, 'refused'],
  ['nothing paid in', { error: 'no-credit' }, 402, 'not-now'],
  ['busy', { error: 'busy' }, 200, 'not-now'],
  ['too much at once', 'Too many', 429, 'not-now'],
  ['not there behind its door', '<html>', 502, 'not-now'],
  ['a wrong secret', '<html>', 401, 'not-now'],
  ['nonsense', '<html>', 200, 'unknown'],
  ['broken within', '{}', 500, 'unknown'],
  ['nonsense and broken', '<html>', 500, 'unknown'],
])('a gateway for telephones that says: %s', async (_, body, status, kind) => {
  answering(body, status)
  expect((await sms()).kind).toBe(kind)
})

test('who never heard us sent nothing; who fell silent may have', async () => {
  const gone = createServer().listen(0, '127.0.0.1')
  await once(gone, 'listening')
  const address = gone.address()
  const nobody = `http://127.0.0.1:${typeof address === 'object' && address?.port}`
  await new Promise((closed) => gone.close(closed))
  for (const send of [sms, zalo]) {
    expect((await send({ url: nobody })).kind).toBe('not-now')
    answer = 'silence'
    expect((await send()).kind).toBe('unknown')
    answer = 'hang-up'
    expect((await send()).kind).toBe('unknown')
  }
})

test('Zalo is told the words alone, with the template it has approved', async () => {
  answering({ error: 0, message: 'Success', data: { msg_id: 'z-1' } })
  expect(await zalo()).toEqual({ kind: 'accepted', reference: 'z-1' })
  expect(asked.at(-1)).toMatchObject({
    path: '/message/template',
    headers: { access_token: 'the-truy-cap' },
    body: {
      phone: '84912345678',
      template_id: '207',
      template_data: {
        code: 'H49-1',
        received: '05/03/2019',
        due: '–',
        subject: READY.subject,
        link: READY.link,
      },
      tracking_id: READY.id,
    },
  })
  await zalo({ templates: { otherwise: '100' } })
  expect(asked.at(-1)).toMatchObject({ body: { template_id: '100' } })
})

test.each([
  [-118, 'refused'],
  [-139, 'refused'],
  [-124, 'not-now'],
  [-147, 'not-now'],
])('Zalo says %i', async (error, kind) => {
  answering({ error, message: 'x' })
  expect((await zalo()).kind).toBe(kind)
})

test('what is for a device goes to no telephone', async () => {
  const to = { endpoint: 'https://push.example.vn/1', p256dh: 'a', auth: 'b' }
  const settings = { url, secret: 'x', sender: 'MOTCUA', keepsMarks: false }
  expect((await smsGateway(settings)({ ...READY, to })).kind).toBe('refused')
})
