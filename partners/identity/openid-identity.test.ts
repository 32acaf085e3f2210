import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import type { Errand, NationalIdentity } from './national-identity.ts'
import { openidIdentity } from './openid-identity.ts'
import { type SimulatedIdentity, simulatedIdentity } from './simulated-identity.ts'

const RETURN = new URL('http://127.0.0.1:9/toi/dang-nhap/dinh-danh/ve')
const SETTINGS = { returnTo: [RETURN.href], host: '127.0.0.1', year: 2019 }
const faults: string[] = []

let provider: SimulatedIdentity
let identity: NationalIdentity

beforeAll(async () => {
  provider = await simulatedIdentity(SETTINGS)
  identity = openidIdentity({
    key: 'vneid',
    name: 'VNeID',
    ...provider,
    onFault: (fault) => faults.push(fault),
  })
})
afterAll(() => provider.close())

/** Goes to the provider as a browser does, chooses somebody there, and answers where it is sent back to. */
async function wentAs(person: string): Promise<{ calledAt: URL; errand: Errand; way: URL }> {
  const begun = await identity.begin(RETURN)
  if (isRefusal(begun)) throw new Error('not begun')
  const jar = new Map<string, string>()
  const at = async (url: URL, body?: string): Promise<URL> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body !== undefined && { method: 'POST', body }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      jar.set(name, value)
    }
    await answer.arrayBuffer()
    return new URL(answer.headers.get('location') ?? '', url)
  }
  const choice = await at(begun.url)
  const resume = await at(choice, `nguoi=${person}`)
  return { calledAt: await at(resume), errand: begun.errand, way: begun.url }
}

test('who signs in there comes back with name, number, day of birth and level', async () => {
  const { calledAt, errand, way } = await wentAs('huong')
  expect(way.searchParams.get('code_challenge_method')).toBe('S256')
  expect(way.search).not.toContain(errand.verifier)
  expect(await identity.finish(calledAt, errand)).toEqual({
    subject: 'huong',
    name: 'Nguyễn Thị Hương',
    idNumber: '022185001234',
    bornOn: '1985-02-03',
    assurance: 'national-2',
    organisation: null,
  })
})

test('an organisation comes with the person who acts for it', async () => {
  const { calledAt, errand } = await wentAs('gom-dat-viet')
  expect(await identity.finish(calledAt, errand)).toMatchObject({
    name: 'Đoàn Thị Lan',
    organisation: { taxCode: '5700123456', name: 'Công ty TNHH Gốm Đất Việt' },
  })
})

test('an account without a number is let in by nobody', async () => {
  const { calledAt, errand } = await wentAs('thieu')
  expect(await identity.finish(calledAt, errand)).toEqual({
    refused: 'identity-incomplete',
    facts: { missing: ['idNumber'] },
  })
})

test('who goes back is told so', async () => {
  const { calledAt, errand } = await wentAs('')
  expect(await identity.finish(calledAt, errand)).toMatchObject({ refused: 'identity-cancelled' })
})

describe('what does not belong together lets nobody in', () => {
  const refused = { refused: 'identity-not-proved' }

  test('a code that was used before', async () => {
    const { calledAt, errand } = await wentAs('minh')
    expect(await identity.finish(calledAt, errand)).toMatchObject({
      subject: 'minh',
      assurance: 'national-1',
    })
    expect(await identity.finish(calledAt, errand)).toMatchObject(refused)
  })

  test.each(['state', 'nonce', 'verifier'] as const)(
    'another %s than the one that was sent',
    async (part) => {
      const { calledAt, errand } = await wentAs('minh')
      const other = await identity.begin(RETURN)
      if (isRefusal(other)) throw new Error('not begun')
      expect(await identity.finish(calledAt, { ...errand, [part]: other.errand[part] })).toMatchObject(
        refused,
      )
    },
  )

  test('a code made up', async () => {
    const { calledAt, errand } = await wentAs('minh')
    calledAt.searchParams.set('code', 'tu-nghi-ra')
    expect(await identity.finish(calledAt, errand)).toMatchObject(refused)
  })

  test('an address with nothing in it', async () => {
    const { errand } = await wentAs('minh')
    expect(await identity.finish(RETURN, errand)).toMatchObject(refused)
  })
})

test('a provider that is away, or is none, is said to be unreachable, and asked again next time', async () => {
  const gone = await simulatedIdentity(SETTINGS)
  await gone.close()
  const away = openidIdentity({
    key: 'vneid',
    name: 'VNeID',
    ...gone,
    onFault: (fault) => faults.push(fault),
  })
  for (let time = 0; time < 2; time++)
    expect(await away.begin(RETURN)).toMatchObject({ refused: 'identity-unreachable' })
  const noProvider = openidIdentity({
    key: 'vneid',
    name: 'VNeID',
    ...provider,
    issuer: `${provider.issuer}/khong-co`,
    onFault: (fault) => faults.push(fault),
  })
  expect(await noProvider.begin(RETURN)).toMatchObject({ refused: 'identity-unreachable' })
})

test('what is told of faults says nothing of the person', () => {
  expect(faults.length).toBeGreaterThan(5)
  expect(faults.join()).not.toMatch(/minh|huong|0221|0220|code=/i)
})
