import { randomUUIDv7 } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readSecrets } from '#server/secrets.ts'
import { type Centre, openDatabase } from '#store/database.ts'
import { APP_ROLE } from '#store/grants.ts'
import { end, freePort, type HouseProcess, requiredPapers, signInAll, startHouse } from './house-process.ts'

/**
 * The program is killed when a mail server has taken a letter and before it is written down that it has. Nobody can know
 * then whether it went: it goes once more under the same Message-ID, and killed there again it is left to a person.
 */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const EIGHT = Temporal.Instant.from('2019-03-05T01:00:00Z')

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-told-'))
const dataDir = join(folder, 'data')
const letters: string[] = []
let house: HouseProcess
/** A letter may be on its way before the program says that it is ready. */
let starting: Promise<HouseProcess>
let port = 0
let mail: SMTPServer

/** The program a while after eight o'clock. */
async function houseAfter(minutes: number): Promise<void> {
  const CLOCK = EIGHT.add({ minutes }).toString()
  starting = startHouse(dataDir, port, { CLOCK, MESSAGES: join(folder, 'messages.json') })
  house = await starting
}

beforeAll(async () => {
  chmodSync(folder, 0o711)
  mkdirSync(dataDir)
  mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: async (stream, _, done) => {
      letters.push(await text(stream))
      await end((await starting).process, 'SIGKILL')
      done()
    },
  })
  // The one who sent is gone by then.
  mail.on('error', () => {})
  const listening = mail.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (typeof address !== 'object' || address === null) throw new Error('no mail server')
  const email = {
    host: '127.0.0.1',
    port: address.port,
    tls: 'none',
    from: 'bao-tin@example.vn',
    name: 'Trung tâm',
  }
  writeFileSync(join(folder, 'messages.json'), JSON.stringify({ 'dong-trieu': { email } }))
  port = await freePort()
  await houseAfter(0)
}, 120_000)
afterAll(async () => {
  await end(house.process, 'SIGTERM')
  await new Promise<void>((closed) => mail.close(() => closed()))
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** Does something with the centre's tables while the program runs on them. */
async function inTables<Value>(work: (centre: Centre) => Promise<Value>): Promise<Value> {
  const running = readPidFile(join(dataDir, 'postgres')) ?? expect.fail('no database runs')
  const url = urlAt(running.endpoint, APP_ROLE, readSecrets(dataDir).databaseApp, 'mot_cua')
  const database = openDatabase({ url, poolSize: 1, onError: () => undefined })
  try {
    return await work((await database.centre('dong-trieu')) ?? expect.fail('the centre is gone'))
  } finally {
    await database.close()
  }
}

/** How the one notice stands. */
const standing = () =>
  inTables(({ db }) => db.selectFrom('notice').select(['state', 'doubts', 'next_at']).execute())

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return
    await wait(50)
  }
  throw new Error(`it does not come to that. ${house.said()}`)
}
const isKilled = () => house.process.signalCode === 'SIGKILL'
const doubts = async (count: number) => (await standing())[0]?.doubts === count

test('a letter in doubt goes once more as the same letter, then never again, and a person is told', async () => {
  const tokens = await signInAll(house.origin, dataDir)
  const answer = await fetch(`${house.origin}/api/v1/dossiers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.get('clerk')}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      id: randomUUIDv7(),
      procedure: PROCEDURE,
      channel: 'counter',
      placeOfReceipt: 'HCC-TN',
      applicant: { kind: 'citizen', name: 'Phạm Thị Mơ' },
      components: await requiredPapers(house.origin, PROCEDURE),
      notices: { way: 'email', email: 'mo@example.vn' },
    }),
  })
  expect(answer.status).toBe(201)
  await until(isKilled)
  // Until the lease is over nobody touches it; then it is a letter in doubt, which waits a minute.
  await houseAfter(3)
  await until(() => doubts(1))
  expect(letters).toHaveLength(1)
  await inTables(({ db }) => db.updateTable('notice').set({ next_at: EIGHT.toString() }).execute())
  await until(isKilled)
  await houseAfter(6)
  await until(() => doubts(2))
  // Nothing is tried any more.
  expect(await standing()).toEqual([{ state: 'in-doubt', doubts: 2, next_at: null }])
  const ids = letters.map((letter) => /^Message-ID: (.+)$/im.exec(letter)?.[1])
  expect([letters.length, new Set(ids).size]).toEqual([2, 1])
}, 180_000)
