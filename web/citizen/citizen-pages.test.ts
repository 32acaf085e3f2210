import { describe, expect, test } from 'vitest'
import { refuse } from '#domain/outcome.ts'
import { webPages } from '#web/pages.ts'
import type { WebDoors } from '#web/visit.ts'
import { smallCentre, smallReads } from '../../e2e/small-centre.ts'
import { nextOf } from './addresses.ts'
import { CITIZEN_PAGES } from './pages.ts'

const ORIGIN = 'http://localhost'

function house(over: Partial<WebDoors['citizens']> = {}, takesFilings = true) {
  const small = smallCentre()
  const name = 'Trung tâm Hành chính công nhỏ'
  const seeCentre = () =>
    Promise.resolve({
      name,
      isDemonstration: true,
      takesFilings,
      asksRatings: true,
      takesFeedback: true,
      takesPostComplaints: true,
    })
  return webPages({
    ...small,
    reads: smallReads({ seeCentre }),
    citizens: {
      ...small.citizens,
      ways: () => Promise.resolve({ national: 'VNeID', codes: true }),
      ...over,
    },
  })
}
const post = (pages: ReturnType<typeof house>, path: string, typed: Record<string, string>, cookie = '') =>
  pages.request(ORIGIN + path, {
    method: 'POST',
    headers: { origin: ORIGIN, cookie },
    body: new URLSearchParams(typed),
  })
const addressOf = (path: string) => path.replace(':id', '0195c7a0-0000-7000-8000-000000000001')

describe('who is not signed in', () => {
  test.each(CITIZEN_PAGES.filter(({ get }) => get).map(({ path }) => addressOf(path)))(
    'is asked to sign in at %s, and comes back there',
    async (path) => {
      const response = await house().request(ORIGIN + path)
      expect(response.status).toBe(303)
      expect(response.headers.get('location')).toBe(`/toi/dang-nhap?tiep=${encodeURIComponent(path)}`)
    },
  )

  test.each(CITIZEN_PAGES.filter(({ post: sends }) => sends).map(({ path }) => addressOf(path)))(
    'changes nothing by a form sent to %s, and is told that the session had ended',
    async (path) => {
      const response = await post(house(), path, { lam: 'end-others' })
      expect(response.status).toBe(401)
      expect(await response.text()).toContain('Phiên đăng nhập đã hết')
    },
  )
})

test('from another site nothing is taken', async () => {
  const response = await house().request(`${ORIGIN}/toi/dang-nhap`, {
    method: 'POST',
    headers: { origin: 'https://la.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'contact=0912345678',
  })
  expect(response.status).toBe(403)
})

describe('where the national portal is in front', () => {
  const closed = house({}, false)

  test('there is no sign-in, and what stays is said', async () => {
    const home = await (await closed.request(`${ORIGIN}/`)).text()
    expect(home).not.toContain('href="/toi"')
    expect(await (await house().request(`${ORIGIN}/`)).text()).toContain('href="/toi"')
    expect(await (await closed.request(`${ORIGIN}/dang-nhap`)).text()).not.toContain('href="/toi"')
    for (const path of ['/toi', '/toi/dang-nhap', '/toi/dang-nhap/dinh-danh']) {
      const response = await closed.request(ORIGIN + path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Cổng Dịch vụ công quốc gia')
    }
  })

  test('no code goes out', async () => {
    const asked: unknown[] = []
    const askCode: WebDoors['citizens']['askCode'] = async (...given) => {
      asked.push(given)
      return { kind: 'not-sent' }
    }
    const response = await post(house({ askCode }, false), '/toi/dang-nhap', { contact: '0912345678' })
    expect([response.status, asked]).toEqual([404, []])
  })
})

test('a national identity that is away is said with another way in; so is one that lets nobody in', async () => {
  const away = await house().request(`${ORIGIN}/toi/dang-nhap/dinh-danh?tiep=/toi`)
  const text = await away.text()
  expect(away.status).toBe(503)
  expect(text).toContain('lúc này không trả lời')
  expect(text).toContain('Số điện thoại hoặc thư điện tử')
})

describe('back from the national identity', () => {
  const errand = { state: 's', nonce: 'n', verifier: 'v' }
  const opened = house({
    beginIdentity: () => Promise.resolve({ url: new URL('https://sso.example/auth'), errand }),
    enterByIdentity: async () => 'token-token-token-token',
  })
  const back = (cookie: string, pages = opened) =>
    pages.request(`${ORIGIN}/toi/dang-nhap/dinh-danh/ve?code=1&state=s`, { headers: { cookie } })
  const errandCookie = async () => {
    const response = await opened.request(`${ORIGIN}/toi/dang-nhap/dinh-danh?tiep=/toi/nop-thay`)
    expect(response.headers.get('location')).toBe('https://sso.example/auth')
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    return cookie.split(';')[0] ?? ''
  }

  test('one goes on to where one came from, with a session no script can read', async () => {
    const response = await back(await errandCookie())
    expect([response.status, response.headers.get('location')]).toEqual([303, '/toi/nop-thay'])
    const cookies = response.headers.getSetCookie().join('\n')
    expect(cookies).toMatch(/^cong-dan=token-token-token-token;.*HttpOnly/m)
    expect(cookies).toMatch(/^dinh-danh=;/m)
  })

  test.each(['', 'dinh-danh=', 'dinh-danh=%7B', 'dinh-danh=%7B%22state%22%3A1%7D'])(
    'without what the browser was to bring (%s) nobody comes in',
    async (cookie) => {
      const response = await back(cookie)
      expect(response.status).toBe(422)
      expect(response.headers.getSetCookie().join()).not.toContain('cong-dan')
    },
  )

  test('who was signed in when it began is not given another’s identity', async () => {
    const errandOf = encodeURIComponent(JSON.stringify({ ...errand, next: '/toi', who: 'another' }))
    expect((await back(`dinh-danh=${errandOf}`)).status).toBe(422)
  })

  test('a number that is another account’s is told plainly', async () => {
    const pages = house({ enterByIdentity: async () => refuse('identity-of-another') })
    const response = await back(await errandCookie(), pages)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('mang căn cước đến quầy')
  })
})

describe('a code', () => {
  test('is asked for without telling whether there is an account, and a wrong one is told', async () => {
    const pages = house({ askCode: async () => ({ kind: 'sent', handle: 'h' }) })
    const asked = await (await post(pages, '/toi/dang-nhap', { contact: '+84 912 345 678' })).text()
    expect(asked).toContain('09•••••678')
    expect(asked).not.toMatch(/tài khoản (?:đã|chưa)/)
    const wrong = await post(pages, '/toi/dang-nhap/ma', { contact: '0912345678', handle: 'h', code: '1' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Mã không đúng')
  })

  test('is waited for after too many', async () => {
    const until = Temporal.Instant.from('2019-03-05T01:15:00Z')
    const pages = house({
      askCode: async () => ({ kind: 'wait', until }),
      enterByCode: async () => ({ kind: 'wait', until }),
    })
    for (const [path, typed] of [
      ['/toi/dang-nhap', { contact: '0912345678' }],
      ['/toi/dang-nhap/ma', { contact: '0912345678', handle: 'h', code: '123456' }],
    ] as const)
      expect(await (await post(pages, path, typed)).text()).toContain('đợi đến 08:15')
  })
})

test.each([
  ['/toi/nop-thay?ai=child', '/toi/nop-thay?ai=child'],
  ['//la.example', '/toi'],
  ['/\\la.example', '/toi'],
  ['https://la.example', '/toi'],
  ['javascript:alert(1)', '/toi'],
  [undefined, '/toi'],
])('on from the sign-in to %s one comes to %s', (asked, next) => {
  expect(nextOf(asked)).toBe(next)
})
