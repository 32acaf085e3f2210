import { randomUUIDv7 } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { houseApp } from './app.ts'
import { citizenDoors } from './citizen-doors.ts'
import { deskMaker } from './desk-for.ts'
import { makeDoors } from './doors.ts'
import { listen } from './http.ts'
import { type Identity, openIdentity } from './identity.ts'
import { openLog } from './log.ts'
import { testCentre, type TestCentre } from './test-centre.ts'

let one: TestCentre
let identity: Identity
let token = ''
let isUp = true
const now = () => Temporal.Instant.from('2019-07-03T01:00:00Z')
const log = openLog('silent')
/** What node-server hands over beside the request. */
const from = (remoteAddress: string) => ({
  incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } },
})

beforeAll(async () => {
  one = await testCentre({ imported: true })
  identity = openIdentity({
    database: one.database,
    databaseUrl: one.appUrl,
    secret: 'a secret only for tests, thirty-two letters',
    baseUrl: 'http://127.0.0.1:3000',
    clock: now,
    onError: () => undefined,
  })
  const { id } = await one.ownerCentre.db
    .selectFrom('staff')
    .select('id')
    .where('login', '=', 'lan.nt')
    .executeTakeFirstOrThrow()
  await identity.createAccount({ centre: 'dong-trieu', login: 'lan.nt', staffId: id }, 'một mật khẩu dài')
  const signedIn = await identity.signIn({
    centre: 'dong-trieu',
    login: 'lan.nt',
    password: 'một mật khẩu dài',
    address: '::1',
  })
  if (!('token' in signedIn)) throw new Error('not signed in')
  token = signedIn.token
})
afterAll(async () => {
  await identity.close()
  await one.close()
})

function house({ isLoopback = true, trustProxy = false, baseUrl = 'http://127.0.0.1:3000' } = {}) {
  const desks = deskMaker({ database: one.database, identity, clock: now, admitsDemonstration: isLoopback })
  const doors = makeDoors({
    config: { isLoopback, trustProxy, baseUrl },
    desks,
    identity,
    log,
    changes: { hear: () => () => {}, stop: async () => {} },
    citizens: citizenDoors({
      database: one.database,
      desks,
      identity,
      trustProxy,
      nationals: new Map(),
      outbox: null,
    }),
  })
  return houseApp({ config: { baseUrl, trustProxy }, doors, log, isReady: async () => isUp })
}

const me = (app: ReturnType<typeof house>, bearer = token) =>
  app.request('/api/v1/me', { headers: { authorization: `Bearer ${bearer}` } }, from('127.0.0.1'))

test('it lives without its database, and is ready with it', async () => {
  const app = house()
  isUp = false
  expect((await app.request('/healthz')).status).toBe(200)
  const away = await app.request('/readyz')
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5'])
  isUp = true
  expect((await app.request('/readyz')).status).toBe(200)
})

test('every answer carries a number and the headers that keep other sites out; TLS is asked for where it is spoken', async () => {
  const paths = ['/healthz', '/', '/thu-tuc', '/api/v1', '/api/v1/nothing', '/nothing', '/api/v1/me']
  for (const path of paths) {
    const { headers } = await house().request(path, {}, from('127.0.0.1'))
    expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('content-security-policy'), path).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy'), path).not.toContain('unsafe')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('x-frame-options'), path).toBe('DENY')
    expect(headers.get('strict-transport-security'), path).toBeNull()
  }
  const { headers } = await house({ baseUrl: 'https://motcua.example.vn' }).request('/healthz')
  expect(headers.get('strict-transport-security')).toContain('max-age')
})

test('whoever signed in is known by the token; the end of the posts is felt within a second', async () => {
  const app = house()
  const posts = async () => ((await (await me(app)).json()) as { posts: unknown[] }).posts
  expect(await posts()).toEqual([{ post: 'director', unit: 'HCC' }])
  await one.owner.pool.query(
    `update c_dong_trieu.appointment set until_on = '2019-07-03'
     where staff_id = (select id from c_dong_trieu.staff where login = 'lan.nt')`,
  )
  await wait(1_050)
  expect(await posts()).toEqual([])
})

test('a token that is not one, or of an ended session, opens nothing', async () => {
  expect((await me(house(), randomUUIDv7())).status).toBe(401)
})

test('with an address for others, demonstration accounts are refused', async () => {
  const app = house({ isLoopback: false })
  expect((await me(app)).status).toBe(401)
  const body = JSON.stringify({ name: 'lan.nt', password: 'một mật khẩu dài' })
  const given = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  expect((await app.request('/api/v1/sign-in', given, from('203.0.113.9'))).status).toBe(401)
})

test('behind a trusted proxy a form from our own address by TLS is taken, from another site it is not', async () => {
  const post = (app: ReturnType<typeof house>, origin: string) =>
    app.request(
      'http://motcua.example.vn/tra-cuu',
      {
        method: 'POST',
        headers: {
          origin,
          'x-forwarded-proto': 'https',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'ma=&khoa=',
      },
      from('127.0.0.1'),
    )
  expect((await post(house({ trustProxy: true }), 'https://motcua.example.vn')).status).toBe(422)
  expect((await post(house({ trustProxy: true }), 'https://evil.example')).status).toBe(403)
  expect((await post(house(), 'https://motcua.example.vn')).status).toBe(403)
})

test('a port that is taken is told, with another to try', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(listen(house(), { host: '127.0.0.1', port })).rejects.toThrow(`PORT=${port + 1} npm start`)
  await expect(listen(house(), { host: '192.0.2.1', port: 3999 })).rejects.toThrow(
    /không có địa chỉ 192\.0\.2\.1/,
  )
  other.close()
})
