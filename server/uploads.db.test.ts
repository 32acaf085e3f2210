import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { textPdf } from '#papers/digitising/bad-files.ts'
import { seal } from '#work/chance.ts'
import { allowed } from '#work/a-hall.ts'
import { aDraft } from '#work/filing/a-filing.ts'
import type { AtDraft } from '#work/filing/own-draft.ts'
import { seeDraft } from '#work/filing/see-draft.ts'
import { startClamd } from '#partners/antivirus/real-clamd.ts'
import { startSimulatedClamd } from '#partners/antivirus/simulated-clamd.ts'
import { houseApp } from './app.ts'
import { aroundViruses } from './around-viruses.ts'
import { citizenDoors } from './citizen-doors.ts'
import { type Config, readConfig } from './config.ts'
import { deskMaker } from './desk-for.ts'
import { makeDoors } from './doors.ts'
import { listen } from './http.ts'
import { type Identity, openIdentity } from './identity.ts'
import { type TestCentre, testCentre } from './test-centre.ts'

/** The tus protocol through the whole house over real sockets, spoken by the client its makers keep, and by hand. */
const now = () => Temporal.Instant.from('2019-03-05T01:00:00Z')
const PORT = 20_000 + (process.pid % 20_000)
const ORIGIN = `http://127.0.0.1:${PORT}`
const COOKIE = { cookie: 'nop=what-this-browser-holds' }
const TUS = { 'tus-resumable': '1.0.0' }

let one: TestCentre
let identity: Identity
let close: () => Promise<void>
const at = (): AtDraft => ({
  desk: { centre: one.centre, now: now(), actor: { kind: 'public' } },
  browser: 'what-this-browser-holds',
})

beforeAll(async () => {
  one = await testCentre({ imported: true })
  const { database } = one
  identity = openIdentity({
    database,
    databaseUrl: one.appUrl,
    secret: 'nothing but a test of the house, thirty-two',
    baseUrl: ORIGIN,
    clock: now,
    onError: () => undefined,
  })
  const log = pino({ level: 'silent' })
  const desks = deskMaker({ database, identity, clock: now, admitsDemonstration: true })
  const doorsOfCitizens = { database, desks, identity, trustProxy: false, nationals: new Map(), outbox: null }
  const citizens = citizenDoors(doorsOfCitizens)
  const changes = { hear: () => () => {}, stop: async () => {} }
  const config = { isLoopback: true, trustProxy: false, baseUrl: ORIGIN, host: '127.0.0.1', port: PORT }
  const doors = makeDoors({ config, desks, identity, log, changes, citizens })
  close = await listen(houseApp({ config, doors, log, isReady: async () => true }), config)
})
afterAll(async () => {
  await close()
  await identity.close()
  await one.close()
})

const LARGE = Buffer.concat([textPdf(1), Buffer.alloc(2_000_000, ' '), Buffer.from('\n%%EOF')])

async function aPaperPage(): Promise<{ draft: string; uploads: string }> {
  const draft = await aDraft(at())
  const { steps, draft: row } = allowed(await seeDraft(at(), draft))
  const step = steps.find(({ kind }) => kind === 'paper')?.key ?? ''
  return { draft, uploads: `/nop/${row.procedure}/${draft}/${encodeURIComponent(step)}/tep` }
}

const filesIn = async (draft: string) =>
  allowed(await seeDraft(at(), draft)).files.map(({ sha256 }) => sha256)

const metadata = (told: Record<string, string>) =>
  Object.entries(told)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

const begin = (uploads: string, size: number, headers: Record<string, string> = COOKIE) =>
  fetch(ORIGIN + uploads, {
    method: 'POST',
    headers: {
      ...TUS,
      ...headers,
      'upload-length': String(size),
      'upload-metadata': metadata({ filename: 'giấy.pdf' }),
    },
  })

/** Sends part of what it says it sends, and hangs up. */
async function cutOff(path: string, bytes: Buffer, count: number): Promise<void> {
  const socket = connect(PORT, '127.0.0.1')
  await once(socket, 'connect')
  const head = [
    `PATCH ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${PORT}`,
    `Cookie: ${COOKIE.cookie}`,
    'Tus-Resumable: 1.0.0',
    'Upload-Offset: 0',
    'Content-Type: application/offset+octet-stream',
    `Content-Length: ${bytes.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  await new Promise<void>((done) => socket.write(bytes.subarray(0, count), () => done()))
  socket.destroy()
}

async function offsetOf(path: string): Promise<number> {
  const answer = await fetch(ORIGIN + path, { method: 'HEAD', headers: { ...TUS, ...COOKIE } })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return Number(answer.headers.get('upload-offset'))
}

/** How far it stands once nothing moves any more. */
async function settledOffset(path: string): Promise<number> {
  for (let before = -1; ; await wait(200)) {
    const stands = await offsetOf(path)
    if (stands === before) return stands
    before = stands
  }
}

test('cut off at 99 %, an upload is gone on with by the client of the protocol, and nothing comes twice', async () => {
  const { draft, uploads } = await aPaperPage()
  const begun = await begin(uploads, LARGE.length)
  expect([begun.status, begun.headers.get('upload-expires')]).toEqual([201, 'Wed, 06 Mar 2019 01:00:00 GMT'])
  const path = begun.headers.get('location') ?? ''
  const cut = Math.floor(LARGE.length * 0.99)
  await cutOff(path, LARGE, cut)
  // What still stood in the wires is sent again: less than one piece.
  await expect.poll(() => offsetOf(path), { timeout: 10_000 }).toBeGreaterThan(cut - 150_000)
  const stands = await settledOffset(path)
  expect(stands).toBeLessThanOrEqual(cut)
  expect(await filesIn(draft)).toEqual([])

  let sent = 0
  await new Promise<void>((done, failed) =>
    new Upload(LARGE, {
      uploadUrl: ORIGIN + path,
      headers: COOKIE,
      retryDelays: null,
      onChunkComplete: (size) => (sent += size),
      onSuccess: () => done(),
      onError: failed,
    }).start(),
  )
  expect(sent).toBe(LARGE.length - stands)
  expect(await filesIn(draft)).toEqual([seal(LARGE)])
  const became = await fetch(ORIGIN + path, { headers: COOKIE })
  expect(await became.json()).toEqual({ isTaken: true, isHardToRead: false, refused: null })
})

test('the client of the protocol sends a whole file in pieces; what is refused is said in a sentence', async () => {
  const { draft, uploads } = await aPaperPage()
  const send = (bytes: Buffer) =>
    new Promise<string>((done, failed) => {
      const upload = new Upload(bytes, {
        endpoint: ORIGIN + uploads,
        headers: COOKIE,
        chunkSize: 300_000,
        metadata: { filename: '../ảnh.jpg', sha256: seal(bytes) },
        onSuccess: () => done(upload.url ?? ''),
        onError: failed,
      })
      upload.start()
    })
  await send(LARGE)
  expect(await filesIn(draft)).toEqual([seal(LARGE)])
  const program = await send(Buffer.from('MZ This program cannot be run in DOS mode.'))
  const became = await fetch(program, { headers: COOKIE })
  expect(await became.json()).toEqual({
    isTaken: false,
    isHardToRead: false,
    refused: expect.stringContaining('“ảnh.jpg” không phải PDF, JPEG hay PNG'),
  })
  const large = await begin(uploads, 200 * 1024 * 1024)
  expect([large.status, await large.json()]).toEqual([413, { refused: expect.stringContaining('20 MB') }])
})

test('what is larger than a form may be is answered with a page that says so', async () => {
  const { uploads } = await aPaperPage()
  const form = new FormData()
  form.set('tep', new File([new Uint8Array(62 * 1024 * 1024)], 'anh.jpg'))
  const headers = { ...COOKIE, origin: ORIGIN }
  const page = uploads.replace(/\/tep$/, '')
  const answer = await fetch(ORIGIN + page, { method: 'POST', headers, body: form })
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('<h1')])
})

test('doctor says of a scanner that it is away, that it finds nothing, and that its signatures have no day', async () => {
  const told = async (clamd: Config['clamd']) => {
    const config = { ...readConfig({}), clamd }
    return (await aroundViruses({ config, database: one.database, owner: one.owner })).map(({ text }) => text)
  }
  expect(await told({ host: '127.0.0.1', port: 9 })).toEqual([expect.stringContaining('clamd không trả lời')])
  const liar = await startSimulatedClamd()
  expect(await told(liar.at)).toEqual([
    'Quét mã độc: ClamAV 1.4.6/27000/simulated',
    expect.stringContaining('không phát hiện tệp thử EICAR'),
    expect.stringContaining('Không rõ ngày'),
  ])
  await liar.stop()
  const real = await startClamd()
  const [named, ...more] = await told(real.at)
  expect(named).toMatch(/^Quét mã độc: ClamAV \d/)
  expect(more.join()).not.toContain('EICAR')
  await real.stop()
})

test('another browser, another site and who does not keep to the protocol get nowhere', async () => {
  const { uploads } = await aPaperPage()
  expect((await begin(uploads, 100, { cookie: 'nop=another' })).status).toBe(404)
  expect((await begin(uploads.replace(/p\.[^/]+/, 'kiem-tra'), 100)).status).toBe(404)
  const path = (await begin(uploads, 100)).headers.get('location') ?? ''
  const patch = (headers: Record<string, string>) =>
    fetch(ORIGIN + path, { method: 'PATCH', headers: { ...COOKIE, ...headers }, body: 'x' })
  const content = { 'content-type': 'application/offset+octet-stream' }
  expect((await patch({ ...content, 'upload-offset': '0' })).status).toBe(412)
  expect((await patch({ ...TUS, 'upload-offset': '0' })).status).toBe(415)
  expect((await patch({ ...TUS, ...content })).status).toBe(400)
  expect((await patch({ ...TUS, ...content, 'upload-offset': '5' })).status).toBe(409)
  const options = await fetch(ORIGIN + uploads, { method: 'OPTIONS' })
  expect(options.headers.get('access-control-allow-origin')).toBeNull()
  expect(options.headers.get('tus-extension')).toBe('creation,termination,expiration')
  const gone = { method: 'DELETE', headers: { ...TUS, ...COOKIE } }
  expect([(await fetch(ORIGIN + path, gone)).status, (await fetch(ORIGIN + path, gone)).status]).toEqual([
    204, 404,
  ])
  expect(isRefusal(await seeDraft(at(), 'nothing'))).toBe(true)
})
