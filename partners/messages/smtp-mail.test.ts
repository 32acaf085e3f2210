import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smtpMail } from './smtp-mail.ts'

/** A mail server as they stand in the world, which answers what it is told to. */
let server: SMTPServer
let port = 0
let at: 'nothing' | 'connect' | 'mail' | 'rcpt' | 'data' | 'cut' | 'silence'
let code = 550
const arrived: string[] = []
const refusal = () => Object.assign(new Error('no'), { responseCode: code })
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onConnect: (_, done) => done(at === 'connect' ? refusal() : null),
    onAuth: ({ username, password }, _, done) =>
      username === 'trung-tam' && password === 'bi-mat'
        ? done(null, { user: username })
        : done(new Error('wrong')),
    onMailFrom: (_, __, done) => done(at === 'mail' ? refusal() : null),
    onRcptTo: (_, __, done) => done(at === 'rcpt' ? refusal() : null),
    onData: async (stream, session, done) => {
      const letter = await text(stream)
      if (at === 'data') return done(refusal())
      arrived.push(letter)
      if (at === 'cut') {
        for (const connection of server.connections) if (connection.session === session) connection.close()
        return
      }
      if (at !== 'silence') done()
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => new Promise<void>((closed) => server.close(() => closed())))
beforeEach(() => {
  at = 'nothing'
  arrived.splice(0)
})

const LETTER = {
  id: '018f6b2e-3d1c-7b4a-9c2d-0a1b2c3d4e5f',
  to: { way: 'email', address: 'huong@example.vn' },
  subject: 'Hồ sơ H49-1 đã có kết quả',
  text: 'Kính gửi ông/bà,\n\nHồ sơ H49-1 đã có kết quả.',
  leave: 'https://motcua.example.vn/thoi-bao-tin/abc',
} as const
const send = (over: object = {}, letter: object = {}) =>
  smtpMail({
    host: '127.0.0.1',
    port,
    tls: 'none',
    login: { user: 'trung-tam', password: 'bi-mat' },
    from: 'bao-tin@motcua.example.vn',
    name: 'Trung tâm Hành chính công',
    patience: 300,
    ...over,
  })({ ...LETTER, ...letter })

test('a letter arrives with its id, and with the link to want no more in its head', async () => {
  expect(await send()).toEqual({ kind: 'accepted', reference: null })
  const [letter = ''] = arrived
  expect(letter).toContain(`Message-ID: <${LETTER.id}@motcua.example.vn>`)
  expect(letter).toContain('Auto-Submitted: auto-generated')
  expect(letter).toContain(`List-Unsubscribe: <${LETTER.leave}>`)
  expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(letter).toContain('To: huong@example.vn')
  await send({ login: null }, { leave: null })
  expect(arrived[1]).not.toContain('List-Unsubscribe')
})

test.each([
  ['rcpt', 550, 'refused'],
  ['rcpt', 450, 'not-now'],
  ['data', 554, 'refused'],
  ['data', 452, 'not-now'],
  ['mail', 550, 'not-now'],
  ['connect', 421, 'not-now'],
  ['connect', 554, 'not-now'],
] as const)('a server that says no at %s with %i', async (where, status, kind) => {
  ;[at, code] = [where, status]
  expect((await send()).kind).toBe(kind)
  expect(arrived).toEqual([])
})

test('a wrong password, a server without TLS and nobody there send nothing; what broke after the letter may have gone', async () => {
  expect((await send({ login: { user: 'trung-tam', password: 'sai' } })).kind).toBe('not-now')
  expect((await send({ tls: 'starttls' })).kind).toBe('not-now')
  expect((await send({ tls: 'tls' })).kind).toBe('not-now')
  expect((await send({ port: 9 })).kind).toBe('not-now')
  expect(arrived).toEqual([])
  for (const broken of ['cut', 'silence'] as const) {
    at = broken
    expect((await send()).kind).toBe('unknown')
  }
  expect(arrived).toHaveLength(2)
})
