import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationOutbox, type DemonstrationOutbox } from '#partners/messages/demonstration-outbox.ts'
import { houseApp } from './app.ts'
import { citizenDoors } from './citizen-doors.ts'
import { deskMaker } from './desk-for.ts'
import { makeDoors } from './doors.ts'
import { demonstrationMessages } from './messages/open-messages.ts'
import { type Identity, openIdentity } from './identity.ts'
import { TEST_SLUG, type TestCentre, testCentre } from './test-centre.ts'

/** Codes, sessions and limits of citizens through the whole house, against the real database. */
const ORIGIN = 'http://127.0.0.1:3000'
const baseUrl = ORIGIN
const now = () => Temporal.Instant.from('2019-03-05T01:00:00Z')

let one: TestCentre
let identity: Identity
let outbox: DemonstrationOutbox
let logged = ''

beforeAll(async () => {
  one = await testCentre({ imported: true })
  identity = openIdentity({
    database: one.database,
    databaseUrl: one.appUrl,
    secret: 'nothing but a test of the house, thirty-two',
    baseUrl,
    clock: now,
    onError: () => undefined,
  })
  outbox = demonstrationOutbox(now)
})
afterAll(async () => {
  await identity.close()
  await one.close()
})

function house() {
  const { database } = one
  const desks = deskMaker({
    database,
    identity,
    clock: now,
    admitsDemonstration: true,
    messages: new Map([
      [
        TEST_SLUG,
        demonstrationMessages(outbox, {
          baseUrl: baseUrl,
          pushSecret: Buffer.alloc(32, 7).toString('base64url'),
        }),
      ],
    ]),
  })
  const log = pino({ level: 'debug' }, { write: (line: string) => void (logged += line) })
  const citizens = citizenDoors({
    database,
    desks,
    identity,
    trustProxy: false,
    nationals: new Map(),
    outbox,
  })
  const changes = { hear: () => () => {}, stop: async () => {} }
  const config = { isLoopback: true, trustProxy: false, baseUrl }
  const doors = makeDoors({ config, desks, identity, log, changes, citizens })
  return houseApp({ config, doors, log, isReady: async () => true })
}

const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
const post = (path: string, typed: Record<string, string>, address = '10.0.0.1', cookie = '') =>
  house().request(
    ORIGIN + path,
    { method: 'POST', headers: { origin: ORIGIN, cookie }, body: new URLSearchParams(typed) },
    from(address),
  )
const mine = (cookie: string, path = '/toi') =>
  house().request(ORIGIN + path, { headers: { cookie } }, from('10.0.0.1'))
const handleIn = (html: string) => /name="handle" value="([^"]+)"/.exec(html)?.[1] ?? ''

async function signedIn(contact: string, address: string): Promise<string> {
  const asked = await (await post('/toi/dang-nhap', { contact }, address)).text()
  const code = /\d{6}/.exec(outbox.shown()[0]?.text ?? '')?.[0] ?? ''
  const response = await post('/toi/dang-nhap/ma', { contact, handle: handleIn(asked), code }, address)
  expect(response.status).toBe(303)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('a code lets in, and out again the session is worth nothing', async () => {
  const cookie = await signedIn('0911000001', '10.0.1.1')
  expect(cookie).toMatch(/^cong-dan=/)
  expect((await mine(cookie)).headers.get('location')).toBe('/toi/thong-tin?tiep=%2Ftoi')
  expect((await post('/toi/dang-xuat', {}, '10.0.1.1', cookie)).status).toBe(303)
  expect((await mine(cookie)).headers.get('location')).toBe('/toi/dang-nhap?tiep=%2Ftoi')
})

test('who asks learns nothing of accounts: a known telephone and an unknown one are answered alike', async () => {
  await signedIn('0911000002', '10.0.2.1')
  const shown = async (contact: string) => {
    const response = await post('/toi/dang-nhap', { contact }, '10.0.2.2')
    const html = await response.text()
    return [response.status, html.replaceAll(handleIn(html), '').replaceAll(contact, '')]
  }
  expect(await shown('0911000002')).toEqual(await shown('0912000002'))
})

test('to one telephone go three codes in a quarter of an hour, wherever they are asked for', async () => {
  const ask = async (n: number) =>
    (await post('/toi/dang-nhap', { contact: '0911000003' }, `10.0.3.${n}`)).status
  expect([await ask(1), await ask(2), await ask(3), await ask(4)]).toEqual([200, 200, 200, 422])
})

test('from one address twenty codes are asked for and forty tried, and no more', async () => {
  const sent = outbox.shown().length
  let status = 0
  for (let n = 10; n < 31; n++)
    status = (await post('/toi/dang-nhap', { contact: `09112000${n}` }, '10.0.4.1')).status
  expect([status, outbox.shown().length - sent]).toEqual([422, 20])
  const tries = Array.from({ length: 41 }, () =>
    post('/toi/dang-nhap/ma', { contact: '0911200010', handle: 'nothing', code: '123456' }, '10.0.4.2'),
  )
  const said = await Promise.all((await Promise.all(tries)).map((response) => response.text()))
  expect(said.filter((text) => text.includes('Đã thử quá nhiều lần'))).toHaveLength(1)
})

test('no log says a code, a telephone, or what was typed', () => {
  expect(logged).toContain('/toi/dang-nhap')
  expect(logged).not.toMatch(/0911000|09112000|handle=|contact/)
  for (const { text } of outbox.shown()) expect(logged).not.toContain(/\d{6}/.exec(text)?.[0] ?? text)
})

test('a citizen’s session opens nothing of the centre’s people, and theirs nothing of the citizen’s', async () => {
  const cookie = await signedIn('0911000005', '10.0.5.1')
  const token = cookie.split('=')[1] ?? ''
  const app = house()
  const api = await app.request(
    `${ORIGIN}/api/v1/me`,
    { headers: { authorization: `Bearer ${token}` } },
    from('10.0.5.1'),
  )
  expect(api.status).toBe(401)
  const desk = await app.request(`${ORIGIN}/ban`, { headers: { cookie: `phien=${token}` } }, from('10.0.5.1'))
  expect(desk.headers.get('location')).toContain('/dang-nhap?')

  const staff = { centre: 'dong-trieu', login: 'lan.nt', staffId: '0195c7a0-0000-7000-8000-000000000001' }
  await identity.createAccount(staff, 'một mật khẩu dài')
  const entered = await identity.signIn({ ...staff, password: 'một mật khẩu dài', address: '::1' })
  if (!('token' in entered)) throw new Error('not signed in')
  expect((await mine(`cong-dan=${entered.token}`)).headers.get('location')).toContain('/toi/dang-nhap')
})

test('many first sessions of one citizen at once come to one account', async () => {
  const citizenId = '0195c7a0-0000-7000-8000-000000000009'
  const tokens = await Promise.all(
    [1, 2, 3, 4].map(() => identity.openForCitizen('dong-trieu', citizenId, { address: '::1' })),
  )
  const accounts = await Promise.all(tokens.map((token) => identity.whichCitizen(token)))
  expect(new Set(accounts.map((account) => account?.userId)).size).toBe(1)
  expect(accounts[0]).toMatchObject({ kind: 'citizen', centre: 'dong-trieu', citizenId })
})
