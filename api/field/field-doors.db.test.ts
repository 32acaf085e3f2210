import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, allowed, type Hall } from '#work/a-hall.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { newId } from '#work/chance.ts'
import type { Desk } from '#work/desk.ts'
import { aFieldOffice, anIntake, deviceKeys, type Seal, sealerOf } from '#work/field/a-device.ts'
import { allPapers, aSaturday, FRIDAY, MONDAY } from '#work/field/a-saturday.ts'
import { endDevice } from '#work/field/end-device.ts'
import type { FieldOffice } from '#work/field/field-office.ts'
import { askDeviceCode, seeDeviceCode } from '#work/field/register-device.ts'
import type { Provision } from '#shapes/field/provision.ts'
import { apiApp } from '../app.ts'
import { testDoors } from '../test-doors.ts'

let opened: TestCentre
let hall: Hall
let field: FieldOffice
let outing: Awaited<ReturnType<typeof aSaturday>>
let made: ReturnType<typeof testDoors>
let app: ReturnType<typeof apiApp>

const clerk = (): Desk => ({ ...hall.deskOf('clerk', 'HCC-TN', FRIDAY), field })

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  field = await aFieldOffice()
  const { actor } = clerk()
  outing = await aSaturday(hall, [actor.kind === 'staff' ? actor.id : ''])
  made = testDoors({
    people: new Map(),
    deskWith: (who, now) => ({ centre: opened.centre, now, actor: who, field }),
    now: FRIDAY.toString(),
  })
  app = apiApp(made.doors)
})
afterAll(() => opened.close())

interface Sent {
  readonly token?: string
  readonly body?: BodyInit
  readonly headers?: Record<string, string>
  readonly method?: string
}

async function send(path: string, { token, body, headers = {}, method = 'GET' }: Sent = {}) {
  const answer = await app.request(`/api/v1/field/${path}`, {
    method,
    headers: { ...(token && { authorization: `Device ${token}` }), ...headers },
    ...(body !== undefined && { body }),
  })
  return { status: answer.status, body: Object(await answer.json()) }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const post = (path: string, content: object, token?: string) =>
  send(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(content), ...(token && { token }) })

async function registered(): Promise<{ token: string; device: string; seal: Seal }> {
  made.clock.now = FRIDAY
  const asked = newId()
  allowed(await askDeviceCode(clerk(), asked))
  const code = (await seeDeviceCode(clerk(), asked))?.code ?? ''
  const { publicKey, privateKey } = await deviceKeys()
  const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `
  const { status, body } = await post('devices', { code: typed, name: 'Máy tính bảng', publicKey })
  expect(status).toBe(201)
  return { token: body.token, device: body.device, seal: sealerOf({ device: body.device, privateKey }) }
}

async function provisioned(token: string): Promise<Provision> {
  made.clock.now = FRIDAY
  const { status, body } = await post('provisions', { id: newId(), outing }, token)
  expect(status).toBe(200)
  return body
}

test('a device asks in, goes out with all it needs, and brings a dossier back piece by piece', async () => {
  const { token, seal } = await registered()
  expect((await send('outings', { token })).body.outings).toMatchObject([outing])
  const by = await provisioned(token)
  expect(by).toMatchObject({ publicKey: field.publicKey, outing, registrations: [] })
  expect(by.procedures.length).toBeGreaterThan(200)
  expect(by.guide.everydayWords.length).toBeGreaterThan(100)
  const said = anIntake(by, 0)
  const components = await allPapers(hall)
  const sealed = await seal({ ...said, dossier: { ...said.dossier, components } }, by, { pieceBytes: 900 })
  made.clock.now = MONDAY
  expect((await send(`packets/${sealed.id}`, { token })).body).toMatchObject({ stage: 'unknown' })
  const headers = {
    'x-pieces': String(sealed.pieces.length),
    'x-sha256': sealed.sha256,
    'x-device-clock': '2019-03-11T01:00:00.5Z',
    'content-type': 'application/octet-stream',
  }
  const answers = []
  for (const [place, bytes] of sealed.pieces.entries())
    answers.push(
      await send(`packets/${sealed.id}/pieces/${place}`, { token, headers, body: bytes, method: 'PUT' }),
    )
  expect(answers.map(({ status }) => status)).toEqual(sealed.pieces.map(() => 200))
  expect(answers[0]?.body).toMatchObject({ stage: 'arriving', have: [0], code: null })
  expect(answers.at(-1)?.body).toMatchObject({
    stage: 'taken-in',
    code: said.code,
    receivedAt: '2019-03-09T01:30:00.000Z',
  })
  expect((await send(`packets/${sealed.id}`, { token })).body).toMatchObject({
    stage: 'taken-in',
    code: said.code,
  })
})

test('a lost device hears nothing but that it is to erase itself, says so, and stays out', async () => {
  const { token, device } = await registered()
  allowed(await endDevice(clerk(), device, 'lost'))
  for (const answer of [
    await send('outings', { token }),
    await post('provisions', { id: newId(), outing }, token),
    await send(`packets/${newId()}`, { token }),
    await send(`packets/${newId()}/pieces/0`, { token, method: 'PUT', body: 'x' }),
  ])
    expect(answer).toMatchObject({ status: 410, body: { code: 'device-ended', facts: { erase: true } } })
  expect(await send('erased', { token, method: 'POST' })).toMatchObject({
    status: 200,
    body: { erased: true },
  })
  expect((await send('outings', { token })).status).toBe(410)
})

test('who guesses tokens or codes is made to wait', async () => {
  const headers = { 'x-test-address': '198.51.100.7' }
  const { publicKey } = await deviceKeys()
  const guess = { code: '2222222222', name: 'x', publicKey }
  const tried = []
  for (let tries = 0; tries < 12; tries += 1) {
    tried.push(await send('outings', { token: 'a'.repeat(43), headers }))
    const body = JSON.stringify(guess)
    tried.push(await send('devices', { method: 'POST', headers: { ...headers, ...JSON_TYPE }, body }))
  }
  expect(tried.slice(0, 4).map(({ status }) => status)).toEqual([401, 422, 401, 422])
  expect(tried.slice(-2).map(({ status }) => status)).toEqual([429, 429])
})

test('whatever a device sends as a piece is answered in words, and nothing comes of it', async () => {
  const { token } = await registered()
  const before = await opened.centre.db.selectFrom('dossier').select('id').execute()
  const odd = fc.constantFrom('', '0', '-1', '1e9', '257', 'x', '1.5', '\u00e9', 'null')
  const hash = fc.oneof(
    fc.constantFrom('', 'a'.repeat(64), 'A'.repeat(64), 'g'.repeat(64)),
    fc.string({ unit: 'grapheme-ascii' }),
  )
  const clock = fc.constantFrom(
    '',
    'now',
    '2019-13-01T00:00:00Z',
    '2019-03-11T01:00:00Z',
    '-271821-04-19T00:00:00Z',
    '9999-12-31T23:59:59Z',
  )
  const id = fc.constantFrom(newId(), newId(), '1', '%00', '0197a5c2-6b1d-4d0e-a2c4-5f7e8d9c0b1a')
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constant(new Uint8Array(131_073)),
    fc.constant(new Uint8Array(80)),
  )
  await fc.assert(
    fc.asyncProperty(id, odd, odd, hash, clock, bytes, async (packet, place, pieces, sha256, at, body) => {
      const headers = {
        'x-pieces': pieces,
        'x-sha256': sha256.replaceAll(/[^\x20-\x7e]/g, ''),
        'x-device-clock': at,
      }
      const address = `packets/${packet}/pieces/${encodeURIComponent(place)}`
      const { status, body: said } = await send(address, {
        token,
        method: 'PUT',
        headers,
        body: new Uint8Array(body),
      })
      expect(status).toBeLessThan(500)
      if (status >= 400) expect(said.detail).toEqual(expect.any(String))
    }),
    { numRuns: 200, seed: 20190309 },
  )
  expect(made.faults).toEqual([])
  expect(await opened.centre.db.selectFrom('dossier').select('id').execute()).toHaveLength(before.length)
  expect(await checkCentre(opened.centre)).toEqual([])
})
