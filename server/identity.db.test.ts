import { randomUUIDv7 } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  if (!('token' in outcome)) throw new Error(`not signed in: ${JSON.stringify(outcome)}`)
  return outcome
}

test('a token tells who somebody is, until the sign-out', async () => {
  const { token, endsAt } = await signedIn()
  expect(endsAt.toString()).toBe('2019-07-03T13:00:00Z')
  expect(await identity.whoIs(token)).toMatchObject(LAN)
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

describe('with a password that was drawn', () => {
  const MAI = { centre: 'dong-trieu', login: 'mai.pt', staffId: randomUUIDv7() }
  const DRAWN = 'abcd-efgh-ijkm-npqr'
  const OWN = 'con mèo trèo cây cau'
  const address = '203.0.113.7'
  const choosing = async () => {
    const outcome = await identity.signIn({ ...MAI, password: DRAWN, address })
    if (!('choosing' in outcome)) throw new Error(JSON.stringify(outcome))
    return outcome.choosing
  }

  test('it opens no session, only the choice of an own one, once', async () => {
    expect(await identity.giveOneTimePassword(MAI, DRAWN)).toBe(false)
    const [pending, another] = [await choosing(), await choosing()]
    expect(await identity.whoIs(pending)).toBeNull()
    expect(await identity.confirm({ pending, code: '000000', address })).toEqual({
      refused: 'sign-in-failed',
    })
    expect(await identity.choosePassword({ pending, password: DRAWN, address })).toBeNull()
    const opened = await identity.choosePassword({ pending, password: OWN, address })
    expect(opened).toMatchObject({ staffId: MAI.staffId })
    for (const used of [pending, another])
      expect(await identity.choosePassword({ pending: used, password: 'của kẻ trộm', address })).toEqual({
        refused: 'sign-in-failed',
      })
    expect(await identity.signIn({ ...MAI, password: DRAWN, address })).toEqual({ refused: 'sign-in-failed' })
    expect(await identity.signIn({ ...MAI, password: OWN, address })).toMatchObject({ staffId: MAI.staffId })
  })

  test('given anew, it ends every sign-in; after two weeks it is worth nothing', async () => {
    const { token } = await signedIn(OWN, { ...MAI, address })
    await identity.giveOneTimePassword(MAI, DRAWN)
    expect(await identity.whoIs(token)).toBeNull()
    const before = now
    now = before.add({ hours: 24 * 14 + 1 })
    expect(await identity.signIn({ ...MAI, password: DRAWN, address })).toEqual({ refused: 'sign-in-failed' })
    now = before
  })
})

describe('with a second factor', () => {
  const TRAN = { centre: 'dong-trieu', login: 'tran.vd', staffId: randomUUIDv7() }
  let secret: Uint8Array
  let recovery: readonly string[] = []

  /** The code of a step of time before or after the present one, as the telephone shows it. */
  const codeOf = (by = 0) =>
    createOTP(secret).hotp(Math.floor(Temporal.Now.instant().epochMilliseconds / 30_000) + by)
  const first = async (address = '203.0.113.9') => {
    const outcome = await identity.signIn({ ...TRAN, password: PASSWORD, address })
    if (!('pending' in outcome)) throw new Error(JSON.stringify(outcome))
    return { pending: outcome.pending, address }
  }

  beforeAll(async () => {
    await identity.createAccount(TRAN, PASSWORD)
    const { token } = await signedIn(PASSWORD, TRAN)
    const account = await identity.whoIs(token)
    if (!account) throw new Error('nobody')
    const { text } = await identity.secondFactors.begin(account.userId, TRAN.login, 'Trung tâm')
    secret = base32.decode(text)
    expect(await identity.secondFactors.confirm(account.userId, '000000', now)).toBeNull()
    recovery = (await identity.secondFactors.confirm(account.userId, await codeOf(-1), now)) ?? []
  })

  test('the password alone opens nothing, and a code opens once', async () => {
    expect(recovery).toHaveLength(10)
    const step = await first()
    expect(await identity.whoIs(step.pending)).toBeNull()
    const code = await codeOf()
    const opened = await identity.confirm({ ...step, code })
    expect(opened).toMatchObject({ staffId: TRAN.staffId })
    expect(await identity.confirm({ ...step, code })).toEqual({ refused: 'sign-in-failed' })
    expect(await identity.confirm({ ...(await first()), code })).toEqual({ refused: 'sign-in-failed' })
  })

  test('a recovery code opens once, in any spelling', async () => {
    const [code = ''] = recovery
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `
    expect(await identity.confirm({ ...(await first()), code: typed })).toHaveProperty('token')
    expect(await identity.confirm({ ...(await first()), code })).toEqual({ refused: 'sign-in-failed' })
  })

  test('wrong codes lock the account as wrong passwords do', async () => {
    const step = await first('203.0.113.10')
    let last: unknown
    for (let times = 0; times < 12; times += 1) last = await identity.confirm({ ...step, code: '123456' })
    expect(last).toMatchObject({ refused: 'sign-in-locked' })
    const [, code = ''] = recovery
    expect(await identity.confirm({ ...step, code })).toMatchObject({ refused: 'sign-in-locked' })
    now = now.add({ minutes: 16 })
  })

  test('an administrator takes it away from who has lost the telephone', async () => {
    expect(await identity.resetSecondFactor('dong-trieu', 'tran.vd')).toBe(true)
    expect(await signedIn(PASSWORD, TRAN)).toHaveProperty('token')
    expect(await identity.resetSecondFactor('dong-trieu', 'tran.vd')).toBe(false)
  })
})

test('sign-ins are listed and ended, one or all others, and a new password ends the others', async () => {
  const dung = { ...LAN, login: 'dung.dv', staffId: randomUUIDv7() }
  await identity.createAccount(dung, PASSWORD)
  const open = () => signedIn(PASSWORD, dung)
  const [here, there, third] = [await open(), await open(), await open()]
  const account = await identity.whoIs(here.token)
  if (!account) throw new Error('nobody')
  const sessions = await identity.sessionsOf(account, here.token)
  expect(sessions.filter((one) => one.isThis)).toHaveLength(1)
  const [latest] = sessions
  expect(latest?.address).toBe('203.0.113.1')
  await identity.endSessions(account, { id: latest?.id ?? null, but: here.token })
  expect(await identity.whoIs(third.token)).toBeNull()
  expect(await identity.whoIs(there.token)).not.toBeNull()
  await identity.changePassword(account, 'Một câu dài khác hẳn', here.token)
  expect(await identity.whoIs(there.token)).toBeNull()
  expect(await identity.whoIs(here.token)).not.toBeNull()
  expect(await identity.isPassword(account, PASSWORD)).toBe(false)
  expect(await identity.sessionsOf(account, here.token)).toHaveLength(1)
})
