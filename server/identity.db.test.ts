import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Identity, openIdentity } from './identity.ts'
import { testCentre, type TestCentre } from './test-centre.ts'

let one: TestCentre
let identity: Identity
let now = Temporal.Instant.from('2019-07-03T01:00:00Z')
const faults: Error[] = []
const LAN = { centre: 'dong-trieu', login: 'lan.nt', staffId: randomUUIDv7() }
const PASSWORD = 'Đúng mật khẩu này'
const attempt = (password: string, over = {}) =>
  identity.signIn({ ...LAN, password, address: '203.0.113.1', ...over })

beforeAll(async () => {
  one = await testCentre()
  identity = openIdentity({
    database: one.database,
    databaseUrl: one.appUrl,
    secret: 'a secret only for tests, thirty-two letters',
    baseUrl: 'http://127.0.0.1:3000',
    clock: () => now,
    onError: (error) => faults.push(error),
  })
  await identity.createAccount(LAN, PASSWORD)
})
afterAll(async () => {
  await identity.close()
  await one.close()
})

async function signedIn(password = PASSWORD, over = {}) {
  const outcome = await attempt(password, over)
  if (!('token' in outcome)) throw new Error(`not signed in: ${outcome.refused}`)
  return outcome
}

test('a token tells who somebody is, until the sign-out', async () => {
  const { token, endsAt } = await signedIn()
  expect(endsAt.toString()).toBe('2019-07-03T13:00:00Z')
  expect(await identity.whoIs(token)).toEqual(LAN)
  await identity.signOut(token)
  expect(await identity.whoIs(token)).toBeNull()
  for (const other of ['', 'x'.repeat(32), `${token}.forged`, 'Đ'.repeat(20), '\n'.repeat(20)])
    expect(await identity.whoIs(other)).toBeNull()
})

test('a session ends after twelve hours', async () => {
  const { token } = await signedIn()
  const { rows } = await one.owner.pool.query<{ hours: string }>(
    `select extract(epoch from "expiresAt" - "createdAt")::int / 3600 as hours from mot_cua."session" where token = $1`,
    [token],
  )
  expect(rows).toEqual([{ hours: 12 }])
  await one.owner.pool.query(
    `update mot_cua."session" set "expiresAt" = clock_timestamp() where token = $1`,
    [token],
  )
  expect(await identity.whoIs(token)).toBeNull()
})

test('a password typed with its marks apart is the same; another, another name, another centre are not', async () => {
  await signedIn(PASSWORD.normalize('NFD'))
  await signedIn(PASSWORD, { login: ' LAN.NT ' })
  const failed = { refused: 'sign-in-failed' }
  expect(await attempt('sai')).toEqual(failed)
  expect(await attempt(PASSWORD, { login: 'nobody' })).toEqual(failed)
  expect(await attempt(PASSWORD, { centre: 'cam-pha' })).toEqual(failed)
})

test('an unknown name takes as long as a wrong password', async () => {
  const milliseconds = async (login: string) => {
    const from = performance.now()
    await attempt('sai', { login, address: randomUUIDv7() })
    return performance.now() - from
  }
  await identity.createAccount({ ...LAN, login: 'slow.one' }, PASSWORD)
  const known = [
    await milliseconds('slow.one'),
    await milliseconds('slow.one'),
    await milliseconds('slow.one'),
  ]
  const unknown = [await milliseconds('no.one'), await milliseconds('no.one'), await milliseconds('no.one')]
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2)
})

test('ten wrong passwords lock an account, also at once and from many addresses, until a quarter of an hour is over', async () => {
  await identity.createAccount({ ...LAN, login: 'locked.one' }, PASSWORD)
  const over = () => ({ login: 'locked.one', address: randomUUIDv7() })
  const tried = await Promise.all(Array.from({ length: 30 }, () => attempt('sai', over())))
  const refused = tried.map((outcome) => ('refused' in outcome ? outcome.refused : 'signed in'))
  expect(refused.filter((one) => one === 'sign-in-failed').length).toBe(10)
  const until = now.add({ minutes: 15 })
  expect(await attempt(PASSWORD, over())).toEqual({ refused: 'sign-in-locked', facts: { until } })
  now = until.add({ seconds: 1 })
  await signedIn(PASSWORD, over())
})

test('fifty wrong passwords from one address close it, whatever the names; a right one in between opens nothing', async () => {
  const over = (name: number) => ({ login: `name.${name}`, address: '198.51.100.7' })
  for (let name = 0; name < 25; name += 1) await attempt('sai', over(name))
  await signedIn(PASSWORD, { address: '198.51.100.7' })
  for (let name = 25; name < 50; name += 1) await attempt('sai', over(name))
  expect(await attempt(PASSWORD, { address: '198.51.100.7' })).toMatchObject({ refused: 'sign-in-locked' })
  await signedIn(PASSWORD, { address: '198.51.100.8' })
})

test('a new password replaces the old one', async () => {
  await identity.createAccount(LAN, 'một mật khẩu mới')
  expect(await attempt(PASSWORD)).toEqual({ refused: 'sign-in-failed' })
  await signedIn('một mật khẩu mới')
  expect(faults).toEqual([])
})
