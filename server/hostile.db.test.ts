import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCommandId } from '#web/desk/form.ts'
import { FIELD } from '#web/field/addresses.ts'
import { cookieOf, type Sent, testHouse, type TestHouse, typedForm as form } from './test-house.ts'

/** Every public door there is, walked by its own list: headers, forms of other sites, and whatever can be sent. */
let house: TestHouse
let routes: { method: string; path: string }[]
/** Nobody, who holds a half-filled form; and a citizen who is signed in and holds one too. */
const people: { cookie: string; draft: string }[] = []
const send: TestHouse['send'] = (...asked) => house.send(...asked)

beforeAll(async () => {
  house = await testHouse(Temporal.Instant.from('2019-03-05T01:00:00Z'))
  const isPublic = (path: string) => !path.startsWith('/ban') && !path.includes('*')
  const all = house.routes.filter(({ method, path }) => method !== 'ALL' && isPublic(path))
  routes = [...new Map(all.map((one) => [`${one.method} ${one.path}`, one])).values()]
  people.push(await withDraft(''))
  people.push(await withDraft(await house.signIn('0911000009')))
}, 120_000)
afterAll(() => house.close())

async function withDraft(session: string) {
  const body = form({ id: newCommandId() })
  const begun = await send('POST', '/nop/2.000635', { cookie: session, body })
  const draft = begun.headers.get('location') ?? ''
  expect(draft).toMatch(/^\/nop\/2\.000635\/[0-9a-f-]{36}\//)
  return { cookie: [session, cookieOf(begun)].filter(Boolean).join('; '), draft }
}

/** What may stand in an address where a key belongs. */
const PARTS = [
  'khong-co',
  '%00',
  '%E0%A4',
  "'--",
  'x'.repeat(2000),
  '01a21c5d-ced0-7392-b143-bb5b0124be34',
  '-1',
]

/** The addresses of a door: with each of these in place of what it names, and the half-filled form there is. */
function addressesOf(path: string, draft: string): string[] {
  if (!path.includes(':')) return [path]
  const own = path === '/nop/:key/:draft/:step' ? [draft, draft.replace(/[^/]+$/, 'khong-co')] : []
  return [...own, ...PARTS.map((part) => path.replace(/:[a-z]+(?:\{[^}]*\})?/gi, part))]
}

test('there are doors to walk', () => {
  const posts = routes.filter(({ method }) => method === 'POST')
  expect(posts.length).toBeGreaterThan(25)
  expect(routes.length - posts.length).toBeGreaterThan(30)
})

test('every page carries the headers that keep other sites and foreign scripts out', async () => {
  for (const { method, path } of routes.filter((route) => route.method === 'GET')) {
    for (const { cookie, draft } of people) {
      const [at = path] = addressesOf(path, draft)
      const { headers } = await send(method, at, { cookie })
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, at).toMatch(/default-src 'none'/)
      expect(policy, at).toMatch(/frame-ancestors 'none'/)
      // The reader of QR codes of the field app is WebAssembly; nothing else there, and nothing anywhere else.
      const strict = at === FIELD ? policy.replace("script-src 'self' 'wasm-unsafe-eval'", '') : policy
      expect(strict, at).not.toMatch(/unsafe|\*|https?:\/\/(?!127)/)
      expect(headers.get('x-content-type-options'), at).toBe('nosniff')
      expect(headers.get('referrer-policy'), at).toMatch(/^(same-origin|no-referrer)$/)
      expect(headers.get('permissions-policy'), at).toContain('geolocation=()')
      expect(headers.get('cross-origin-opener-policy'), at).toBe('same-origin')
    }
  }
})

/** The page of a half-filled form on which a paper is handed in. */
const paperOf = (draft: string) => draft.replace(/[^/]+$/, 'p.van-ban-uy-quyen-neu-nop')

const checkOf = (draft: string) => draft.replace(/[^/]+$/, 'kiem-tra')

/** Pages of what there is, besides those whose address needs nothing. */
const REAL = [
  '/thu-tuc?q=cap',
  '/thu-tuc/2.000635',
  '/thu-tuc/2.000635/giay-to',
  '/su-kien/sinh-con',
  '/nop/2.000635',
]
const MOST_BYTES = 100_000
const MOST_SCRIPT_BYTES = 30_000
/** The field app of the centre's own devices is loaded once, at the centre, with all its rules and words. */
const MOST_FIELD_BYTES = 400_000

test('a first visit of any page is under 100 KB compressed besides the fonts, and under 30 KB of script', async () => {
  const compressed = async (path: string, cookie = '') => {
    const response = await send('GET', path, { cookie, headers: { 'accept-encoding': 'br, gzip' } })
    return { response, bytes: (await response.clone().arrayBuffer()).byteLength }
  }
  const plain = routes.filter(({ method, path }) => method === 'GET' && !/[:.]/.test(path))
  const weights: { at: string; bytes: number; script: number }[] = []
  for (const { cookie, draft } of people)
    for (const at of [...plain.map(({ path }) => path), ...REAL, draft, paperOf(draft), checkOf(draft)]) {
      const { response, bytes } = await compressed(at, cookie)
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await (await send('GET', at, { cookie })).text()
      const assets = [...new Set(html.match(/\/assets\/[^"]+\.(?:css|js|svg)/g))]
      const sizes = await Promise.all(
        assets.map(async (path) => ({ path, bytes: (await compressed(path)).bytes })),
      )
      const sum = (some: typeof sizes) => some.reduce((all, one) => all + one.bytes, 0)
      weights.push({
        at,
        bytes: bytes + sum(sizes),
        script: sum(sizes.filter(({ path }) => path.endsWith('.js'))),
      })
    }
  expect(weights.length).toBeGreaterThan(40)
  const field = weights.filter(({ at }) => at === FIELD)
  expect(field.map(({ bytes }) => bytes < MOST_FIELD_BYTES)).toEqual(field.map(() => true))
  const open = weights.filter(({ at }) => at !== FIELD)
  expect(open.filter(({ bytes, script }) => bytes >= MOST_BYTES || script >= MOST_SCRIPT_BYTES)).toEqual([])
})

/** A mail program ends letters without opening a page (RFC 8058): what ends them is the token alone. */
const WITHOUT_ORIGIN = ['/thoi-bao-tin/:token']

test('a form of another site is refused at every door that takes one', async () => {
  for (const { path } of routes.filter(({ method }) => method === 'POST')) {
    if (WITHOUT_ORIGIN.includes(path)) continue
    for (const { cookie, draft } of people) {
      const [at = path] = addressesOf(path, draft)
      const headers = { origin: 'https://evil.example' }
      const { status } = await send('POST', at, { cookie, headers, body: form({ a: '1' }) })
      // The door of pieces asks for a header that no form can send.
      expect(status, at).toBe(path.endsWith('/tep') ? 412 : 403)
    }
  }
})

test('whoever files, uploads, asks, rates or looks up without end is told to wait, by account and by address', async () => {
  const stranger = '10.200.0.1'
  const refusedAfter = async (most: number, path: string, given: () => Omit<Sent, 'address'>) => {
    for (let n = 0; n <= most; n += 1) {
      const { status } = await send('POST', path, { ...given(), address: stranger })
      if (status === 429) return n
    }
    return null
  }
  const [nobody, citizen] = people
  const key = () => ({ body: form({ ma: '000.00.12.H49-190228-0042', khoa: 'ABCDE23456' }) })
  expect(await refusedAfter(20, '/tra-cuu', key)).toBe(10)
  expect(await refusedAfter(20, '/danh-gia', () => ({ body: form({ ma: '123456' }) }))).toBe(10)
  expect(await refusedAfter(20, '/gop-y/theo-doi', key)).toBe(0)
  const begin = (cookie: string) => () => ({ cookie, body: form({ id: newCommandId() }) })
  expect(await refusedAfter(40, '/nop/2.000635', begin(''))).toBe(30)
  const bySession = begin(citizen?.cookie ?? '')
  for (let n = 0; n < 40; n += 1) await send('POST', '/nop/2.000635', bySession())
  expect((await send('POST', '/nop/2.000635', bySession())).status).toBe(429)
  const paper = paperOf(nobody?.draft ?? '')
  const files = new FormData()
  for (let n = 0; n < 50; n += 1) files.append('tep', new File(['x'], 'x.pdf'))
  expect(await refusedAfter(10, paper, () => ({ cookie: nobody?.cookie ?? '', body: files }))).toBe(6)
})

const BODIES: readonly Sent[] = [
  { body: form({}) },
  {
    body: form({ id: 'x', lam: 'x', version: 'x', contact: 'x', ma: 'x', khoa: 'x', code: '123456', q: 'x' }),
  },
  {
    body: form({
      id: '\0',
      lam: '\0',
      ma: '\0',
      khoa: '\0',
      contact: '\0',
      name: '\0',
      case: '\0',
      text: '\0',
    }),
  },
  { body: '%E0%A4=%FF%FE&id=%ED%A0%80', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  { body: '{"id":1}', headers: { 'content-type': 'application/json' } },
  { body: '--x\r\nbroken', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  { body: 'x', headers: { 'content-type': 'text/plain' } },
]
const QUERIES = ['', '?q=%00&after=%00&sau=%00&case=%00&ai=%00&tiep=%00&ho-so=%00&tu=%00&ma=%00&khoa=%00']

test('whatever is sent to a door is answered with words, never with a fault', async () => {
  const faulty = new Set<string>()
  for (const { method, path } of routes) {
    for (const { cookie, draft } of people) {
      for (const at of addressesOf(path, draft)) {
        const sendings = method === 'GET' ? QUERIES.map((query) => ({ at: at + query })) : BODIES
        for (const sending of sendings) {
          const to = 'at' in sending ? sending.at : at
          const { status } = await send(method, to, { ...sending, cookie })
          if (status >= 500 && status !== 503) faulty.add(`${method} ${path}: ${to.slice(0, 90)}`)
        }
      }
    }
  }
  expect([...faulty]).toEqual([])
  expect(house.logged).toEqual([])
})
