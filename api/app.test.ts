import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/people/may.ts'
import type { Centre } from '#store/database.ts'
import { apiApp } from './app.ts'
import { MOST_BYTES } from './body.ts'
import { openApi } from './openapi.ts'
import { PROBLEM_CODES } from './problem.ts'
import { NO_BODY } from './route.ts'
import { ROUTES } from './routes.ts'
import { testDoors } from './test-doors.ts'

/** A centre nothing may be asked of: what is answered here is answered before the database. */
const untouchable = new Proxy({ slug: 'x', name: 'x', schema: 'c_x', isDemonstration: true } as Centre, {
  get(target, name) {
    if (name === 'run' || name === 'db') throw new Error('the database was asked')
    return Reflect.get(target, name)
  },
})

const clerk: Actor = {
  kind: 'staff',
  id: '0197a5c0-0000-7000-8000-000000000001',
  name: 'Trịnh Xuân Đạt',
  appointments: [
    { post: 'clerk', unit: 'HCC-TN', from: '2019-01-01', until: null },
    { post: 'head', unit: 'TP', from: '2018-01-01', until: '2019-01-01' },
  ],
  mandates: [],
}

function house(deskWith = (actor: Actor, now: Temporal.Instant) => ({ centre: untouchable, actor, now })) {
  const made = testDoors({ people: new Map([['dat.tx', clerk]]), deskWith })
  return { ...made, app: apiApp(made.doors) }
}

const RECEIVE = '/api/v1/dossiers'
const signedIn = { authorization: 'Bearer dat.tx' }
const json = { ...signedIn, 'content-type': 'application/json' }
const toReceive = ROUTES.find((route) => route.name === 'receiveDossier')?.body.example
const receiving = (changes: object) => JSON.stringify(Object.assign({}, toReceive, changes))

async function ask(path: string, init: RequestInit = {}) {
  const { app, faults } = house()
  const response = await app.request(path, init)
  expect(faults).toEqual([])
  const body = await response.text()
  return { status: response.status, headers: response.headers, body, problem: body ? safeJson(body) : null }
}

function safeJson(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const receive = (body: BodyInit, headers: Record<string, string> = json) =>
  ask(RECEIVE, { method: 'POST', body, headers })

test.each<[string, number, string, BodyInit, Record<string, string>?]>([
  ['no body', 400, 'body-missing', ''],
  ['broken JSON', 400, 'malformed-json', '{"id":'],
  ['a JSON with a trailing comma', 400, 'malformed-json', '{"id":1,}'],
  ['broken UTF-8', 400, 'malformed-utf-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d])],
  ['a surrogate written in UTF-8', 400, 'malformed-utf-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['UTF-16', 400, 'malformed-utf-8', new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
  ['JSON nested 100,000 deep', 400, 'nested-too-deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['10 MB of JSON', 413, 'body-too-large', JSON.stringify({ id: 'x'.repeat(10_000_000) })],
  ['a form', 415, 'not-json', 'id=1', { ...signedIn, 'content-type': 'application/x-www-form-urlencoded' }],
  [
    'JSON in another charset',
    415,
    'not-json',
    '{}',
    { ...signedIn, 'content-type': 'application/json; charset=utf-16' },
  ],
  ['compressed JSON', 415, 'not-json', '{}', { ...json, 'content-encoding': 'gzip' }],
  ['a list', 422, 'invalid-content', '[]'],
  ['null', 422, 'invalid-content', 'null'],
])('%s is %i %s', async (_, status, code, body, headers) => {
  const answer = await receive(body, headers)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.problem).toMatchObject({ status, code, type: `/api/v1/problems/${code}` })
  expect(answer.status).toBe(status)
})

test.each([
  [
    'a component count of −1',
    { components: [{ component: 'a', original: -1 }] },
    '#/components/0/original',
    'too-small',
  ],
  [
    'a component count of 10⁹',
    { components: [{ component: 'a', copy: 1e9 }] },
    '#/components/0/copy',
    'too-large',
  ],
  ['a count that is no whole number', { copiesWanted: 1.5 }, '#/copiesWanted', 'wrong-type'],
  ['a count that is text', { copiesWanted: '2' }, '#/copiesWanted', 'wrong-type'],
  ['an unknown key', { nguoi_nop: 'x' }, '#/nguoi_nop', 'unknown-field'],
  ['a key with a slash', { 'a/b~c': 'x' }, '#/a~1b~0c', 'unknown-field'],
  ['a missing key', { procedure: undefined }, '#/procedure', 'missing'],
  ['a channel that is none', { channel: 'fax' }, '#/channel', 'not-a-choice'],
  ['an id that is not UUIDv7', { id: '6ba7b810-9dad-41d1-80b4-00c04fd430c8' }, '#/id', 'wrong-format'],
  [
    'a name with a NUL',
    { applicant: { kind: 'citizen', name: 'Hòa\u0000' } },
    '#/applicant/name',
    'control-characters',
  ],
  ['half a surrogate pair', { procedure: '\ud800' }, '#/procedure', 'control-characters'],
  [
    'a name of 201 letters',
    { applicant: { kind: 'citizen', name: 'à'.repeat(201) } },
    '#/applicant/name',
    'too-long',
  ],
  ['a blank name', { applicant: { kind: 'citizen', name: '  ' } }, '#/applicant/name', 'too-short'],
  [
    '61 papers',
    { components: Array.from({ length: 61 }, (_, n) => ({ component: `${n}` })) },
    '#/components',
    'too-long',
  ],
])('%s is told at its field', async (_, changes, pointer, code) => {
  const { status, problem } = await receive(receiving(changes))
  expect(status).toBe(422)
  expect(problem.code).toBe('invalid-content')
  expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }))
  for (const { messages } of problem.errors) expect(messages.vi && messages.en).toBeTruthy()
})

const SCANS = '/api/v1/dossiers/000.00.12.H49-190703-0042/scans'
const toDigitise = JSON.stringify(ROUTES.find((route) => route.name === 'digitise')?.body.example)
const page = () => new File(['x'], 'trang-1.jpg')
const sentForm = (parts: readonly (readonly [string, string | Blob])[]) => {
  const form = new FormData()
  for (const [name, value] of parts) form.append(name, value)
  return form
}
const BROKEN = new Uint8Array([0x22, 0xc3, 0x28, 0x22])
const typed = { ...signedIn, 'content-type': 'multipart/form-data; boundary=a' }

test.each<[string, number, string, BodyInit, Record<string, string>?]>([
  ['nothing', 400, 'body-missing', '', typed],
  ['JSON', 415, 'not-multipart', toDigitise, json],
  [
    'a form without a boundary',
    415,
    'not-multipart',
    'x',
    { ...typed, 'content-type': 'multipart/form-data' },
  ],
  ['a compressed form', 415, 'not-multipart', 'x', { ...typed, 'content-encoding': 'gzip' }],
  ['what is no form', 400, 'malformed-form', 'x', typed],
  ['a form cut off', 400, 'malformed-form', '--a\r\ncontent-disposition: form-data; name="ab', typed],
  ['files that are about nothing', 400, 'malformed-form', sentForm([['files', page()]])],
  [
    'two abouts',
    400,
    'malformed-form',
    sentForm([
      ['about', '{}'],
      ['about', '{}'],
      ['files', page()],
    ]),
  ],
  [
    'a part of another name',
    400,
    'malformed-form',
    sentForm([
      ['about', toDigitise],
      ['tep', page()],
    ]),
  ],
  [
    'a file that is text',
    400,
    'malformed-form',
    sentForm([
      ['about', toDigitise],
      ['files', 'x'],
    ]),
  ],
  [
    'broken JSON',
    400,
    'malformed-json',
    sentForm([
      ['about', '{'],
      ['files', page()],
    ]),
  ],
  [
    'broken UTF-8',
    400,
    'malformed-utf-8',
    sentForm([
      ['about', new File([BROKEN], 'a')],
      ['files', page()],
    ]),
  ],
  ['no file', 422, 'files-missing', sentForm([['about', toDigitise]])],
  [
    'no such field',
    422,
    'invalid-content',
    sentForm([
      ['about', '{"trang":1}'],
      ['files', page()],
    ]),
  ],
  [
    '257 KB about a file',
    413,
    'body-too-large',
    sentForm([
      ['about', `"${'x'.repeat(MOST_BYTES)}"`],
      ['files', page()],
    ]),
  ],
])('with files, %s is %i %s', async (_, status, code, body, headers = signedIn) => {
  const { problem } = await ask(SCANS, { method: 'POST', body, headers })
  expect(problem).toMatchObject({ status, code })
})

test('files together of more than the limit are not read, and without a session none is', async () => {
  const body = sentForm([
    ['about', toDigitise],
    ['files', new File([new Uint8Array(61 * 1024 * 1024)], 'a.pdf')],
  ])
  const large = await ask(SCANS, { method: 'POST', body, headers: signedIn })
  expect(large.problem).toMatchObject({ code: 'body-too-large' })
  expect((await ask(SCANS, { method: 'POST', body })).problem.code).toBe('sign-in-needed')
})

test('a body of nothing but unknown keys is not answered with thousands of faults', async () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`k${n}`, n]))
  const { problem } = await receive(JSON.stringify(many))
  expect(problem.errors.length).toBeLessThanOrEqual(50)
})

test('a body of exactly the limit is read, one byte more is not', async () => {
  const padded = (bytes: number) => `{}${' '.repeat(bytes - 2)}`
  expect((await receive(padded(MOST_BYTES))).problem.code).toBe('invalid-content')
  expect((await receive(padded(MOST_BYTES + 1))).problem.code).toBe('body-too-large')
})

test.each([
  ['/api/v1/figures/day', 'on', 'missing'],
  ['/api/v1/figures/day?on=2019-02-30', 'on', 'wrong-format'],
  ['/api/v1/figures/day?on=0000-01-01', 'on', 'wrong-format'],
  ['/api/v1/figures/day?on=2019-07-03&on=2019-07-04', 'on', 'wrong-type'],
  ['/api/v1/worklist?page=2', 'page', 'unknown-field'],
  ['/api/v1/worklist?post=king', 'post', 'not-a-choice'],
  [`/api/v1/worklist?after=2019-03-05T24:61:00.000Z~${clerk.id}`, 'after', 'wrong-format'],
  [`/api/v1/worklist?after=0000-01-01T00:00:00.000Z~${clerk.id}`, 'after', 'wrong-format'],
  ['/api/v1/worklist?after=infinity~x', 'after', 'wrong-format'],
  [
    '/api/v1/worklist?after=9999-99-99T99:99:99.999Z~00000000-0000-7000-8000-000000000000',
    'after',
    'wrong-format',
  ],
  ['/api/v1/procedures?level=5', 'level', 'not-a-choice'],
  ['/api/v1/procedures/2.000635/due?receivedAt=2019-02-30T09:00%2B07:00', 'receivedAt', 'wrong-format'],
  ['/api/v1/procedures/2.000635/due?receivedAt=2019-07-03', 'receivedAt', 'wrong-format'],
  ['/api/v1/procedures/2.000635/due?receivedAt=2019-07-03T09:00', 'receivedAt', 'wrong-format'],
  ['/api/v1/procedures/2.000635/due?channel=fax', 'channel', 'not-a-choice'],
])('%s: the parameter %s is %s', async (path, parameter, code) => {
  const { status, problem } = await ask(path, { headers: signedIn })
  expect(status).toBe(400)
  expect(problem.code).toBe('invalid-parameters')
  expect(problem.errors).toContainEqual(expect.objectContaining({ parameter, code }))
})

test('a token that has ended, one that is none, and none at all are three things', async () => {
  const codeWith = async (headers: Record<string, string>) => {
    const { status, problem, headers: answered } = await ask('/api/v1/worklist', { headers })
    expect(status).toBe(401)
    expect(answered.get('www-authenticate')).toBe('Bearer')
    return problem.code
  }
  expect(await codeWith({ authorization: 'Bearer ended' })).toBe('session-ended')
  expect(await codeWith({ authorization: 'Basic ZGF0OnR4' })).toBe('malformed-token')
  expect(await codeWith({})).toBe('sign-in-needed')
  expect(await codeWith({ cookie: 'session=dat.tx' })).toBe('sign-in-needed')
})

test('a token that has ended is told on public routes too', async () => {
  const { problem } = await ask('/api/v1/follow', {
    method: 'POST',
    headers: { authorization: 'Bearer ended' },
  })
  expect(problem.code).toBe('session-ended')
})

test('addresses and methods that are not there', async () => {
  expect((await ask('/api/v1/nowhere')).problem.code).toBe('no-such-address')
  expect((await ask('/api/v2')).problem.code).toBe('no-such-address')
  expect((await ask('/api/v1/problems/nothing')).problem.code).toBe('no-such-address')
  expect((await ask('/api/v1/procedures/%ff')).problem.code).toBe('malformed-address')
  expect((await ask('/api/v1/procedures?q=%c3%28')).problem.code).toBe('malformed-address')
  expect((await ask(`/api/v1/${'a'.repeat(5000)}`)).problem.code).toBe('address-too-long')
  const wrong = await ask(RECEIVE, { method: 'DELETE' })
  expect(wrong.status).toBe(405)
  expect(wrong.headers.get('allow')).toBe('POST')
  expect((await ask('/api/v1', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
})

test('the sentence follows the language the request prefers; both are always given', async () => {
  const inLanguage = (language: string) =>
    ask('/api/v1/nowhere', { headers: { 'accept-language': language } }).then(({ problem }) => problem)
  expect((await inLanguage('')).detail).toBe('Không có địa chỉ này trong API.')
  expect((await inLanguage('en-GB,en;q=0.9')).detail).toBe('The API has no such address.')
  expect((await inLanguage('fr, en;q=0.4, vi;q=0.8')).title).toBe('Không tìm thấy')
  expect((await inLanguage('q=;;,,x')).messages.en).toBe('The API has no such address.')
})

test('a database that is away and a fault of the program are told apart, and the fault is reported', async () => {
  const broken = (message: string) =>
    house(() => {
      throw new Error(message)
    })
  const away = broken('away')
  const answer = await away.app.request('/api/v1/me', { headers: signedIn })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
  const elsewhere = await broken('no centre').app.request('/api/v1/me', { headers: signedIn })
  expect(elsewhere.status).toBe(404)
  const fault = broken('a bug with a password in it')
  const told = await fault.app.request('/api/v1/me', { headers: signedIn })
  expect(told.status).toBe(500)
  expect(await told.text()).not.toContain('password')
  expect(fault.faults).toHaveLength(1)
})

test('10 MB over a real connection: the sender hears the problem, and the connection is worth something after', async () => {
  const { app } = house()
  const server = serve({ fetch: app.fetch, port: 0 })
  try {
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const at = `http://127.0.0.1:${address.port}${RECEIVE}`
    for (const bytes of [10_000_000, 300_000, 10]) {
      const answer = await fetch(at, { method: 'POST', headers: json, body: 'x'.repeat(bytes) })
      expect((await answer.json()).code).toBe(bytes > MOST_BYTES ? 'body-too-large' : 'malformed-json')
    }
    expect((await fetch(at, { method: 'POST', body: 'x'.repeat(10_000_000) })).status).toBe(401)
  } finally {
    server.close()
  }
})

test('signing in, being somebody, signing out', async () => {
  const { app, clock } = house()
  const signIn = (body: object) =>
    app.request('/api/v1/sign-in', { method: 'POST', headers: json, body: JSON.stringify(body) })
  const response = await app.request('/api/v1/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'dat.tx', password: 'right' }),
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { token } = await response.json()
  const headers = { authorization: `Bearer ${token}` }
  const me = await app.request('/api/v1/me', { headers })
  expect(await me.json()).toEqual({
    id: clerk.id,
    name: 'Trịnh Xuân Đạt',
    posts: [{ post: 'clerk', unit: 'HCC-TN' }],
    mandates: [],
  })
  expect((await signIn({ name: 'dat.tx', password: 'wrong' })).status).toBe(401)
  const locked = await signIn({ name: 'locked', password: 'wrong' })
  expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '90'])
  for (let n = 0; n < 7; n += 1) await signIn({ name: 'dat.tx', password: `${n}` })
  expect((await signIn({ name: 'dat.tx', password: 'right' })).status).toBe(429)
  clock.now = clock.now.add({ seconds: 6 })
  expect((await signIn({ name: 'dat.tx', password: 'right' })).status).toBe(200)
  expect((await app.request('/api/v1/sign-out', { method: 'POST', headers })).status).toBe(204)
  expect((await app.request('/api/v1/me', { headers })).status).toBe(401)
})

test('every answer of the API says what a browser may do with it', async () => {
  for (const path of ['/api/v1', '/api/v1/openapi.json', '/api/v1/nowhere']) {
    const { headers } = await ask(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-frame-options')).toBeTruthy()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('the OpenAPI document is whole: references lead somewhere, patterns compile, examples are taken', async () => {
  const { body } = await ask('/api/v1/openapi.json')
  const document = JSON.parse(body)
  expect(document.openapi).toBe('3.1.0')
  for (const [, name] of body.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
    expect(document.components.schemas).toHaveProperty(name ?? '')
  expect(body).not.toContain('$defs')
  for (const [, pattern] of body.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g))
    expect(new RegExp(JSON.parse(pattern ?? ''), 'u').unicode).toBe(true)
  for (const route of ROUTES) {
    expect(document.paths[route.path][route.method].operationId).toBe(route.name)
    if (route.body !== NO_BODY) expect(route.body.schema.safeParse(route.body.example).error).toBeUndefined()
  }
})

test('the readable page shows every route, the page of problems every code; no script, no other site', async () => {
  const { app } = house()
  const ask = async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, body: await response.text() }
  }
  const { body } = await ask('/api/v1')
  for (const { name } of ROUTES) expect(body).toContain(`id="${name}"`)
  const problems = await ask('/api/v1/problems')
  for (const code of PROBLEM_CODES) expect(problems.body).toContain(`/api/v1/problems/${code}"`)
  for (const code of PROBLEM_CODES) expect((await ask(`/api/v1/problems/${code}`)).status).toBe(200)
  for (const page of [body, problems.body]) expect(page).not.toMatch(/<script|src="|href="https?:/)
})

test('names of routes and of types are used once', () => {
  expect(new Set(ROUTES.map(({ name }) => name)).size).toBe(ROUTES.length)
  const { schemas } = openApi(ROUTES).components
  const bodies = ROUTES.filter(({ body }) => body !== NO_BODY).map(({ body }) => body.name)
  const answers = new Map(ROUTES.map(({ answer }) => [answer.schema, answer.name])).values()
  expect(Object.keys(schemas).length).toBe(new Set([...bodies, ...answers, 'Problem']).size - 1)
})
