import { execFileSync } from 'node:child_process'
import { randomUUIDv7 } from 'node:crypto'
import { once as listening } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OWNER } from '#server/postgres/cluster.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { readSecrets } from '#server/secrets.ts'
import { openDatabase } from '#store/database.ts'
import { APP_ROLE } from '#store/grants.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { end, freePort, type HouseProcess, requiredPapers, signInAll, startHouse } from './house-process.ts'

/**
 * The power goes at the worst moments of an official document: behind its number and before its seal, behind the
 * signature and before the event that says so. Nothing is half there, and whoever tries again gets the same number.
 */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const SCHEMA = 'c_dong_trieu'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-cut-'))
const dataDir = join(folder, 'data')
let port = 0
let house: HouseProcess
let tokens: ReadonlyMap<string, string>

beforeAll(async () => {
  chmodSync(folder, 0o711)
  mkdirSync(dataDir)
  port = await freePort()
  house = await startHouse(dataDir, port)
  tokens = await signInAll(house.origin, dataDir)
}, 120_000)
afterAll(async () => {
  await end(house.process, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

interface At {
  readonly code: string
  readonly version: number
  readonly step: string
}

const on = ({ version, step }: At) => ({ id: randomUUIDv7(), version, step })

/** Sends a command once: what it comes to, or null where the program went before it answered. */
async function once(post: string, path: string, body: object): Promise<At | null> {
  try {
    const answer = await fetch(`${house.origin}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.get(post)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const said = (await answer.json()) as At
    if (answer.status >= 500) return null
    if (!answer.ok) throw new TypeError(`${path}: ${answer.status} ${JSON.stringify(said)}`)
    return said
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('/')) throw error
    return null
  }
}

async function sent(post: string, path: string, body: object): Promise<At> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await once(post, path, body)
    if (answer) return answer
    await wait(50)
  }
  throw new Error(`${path}: no answer. ${house.said()}`)
}

const command = (post: string, at: At, verb: string, more: object = {}) =>
  sent(post, `/dossiers/${at.code}/${verb}`, { ...on(at), ...more })

/** What lies with the approver, and the hash of what would be signed with the key. */
async function toApprove(): Promise<{ at: At; reviewed: string }> {
  const receipt = await sent('clerk', '/dossiers', {
    id: randomUUIDv7(),
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name: 'Phạm Thị Mơ' },
    components: await requiredPapers(house.origin, PROCEDURE),
  })
  const at = await command('handler', receipt, 'complete-step')
  const seen = await fetch(`${house.origin}/api/v1/dossiers/${at.code}`, {
    headers: { authorization: `Bearer ${tokens.get('approver')}` },
  })
  const { toSign } = (await seen.json()) as { toSign: string | null }
  return { at, reviewed: toSign ?? expect.fail('nothing to sign') }
}

async function toSeal(): Promise<At> {
  const { at, reviewed } = await toApprove()
  return command('approver', at, 'approve', { reviewed })
}

const running = () => readPidFile(join(dataDir, 'postgres')) ?? expect.fail('no database runs')

/** A connection of the owner, as soon as the database is there. */
async function owner(): Promise<Client> {
  let client: Client | null = null
  await until(async () => {
    client = await connected().catch(() => null)
    return client !== null
  })
  return client ?? expect.fail('no database')
}

async function connected(): Promise<Client> {
  const url = urlAt(running().endpoint, OWNER, readSecrets(dataDir).databaseOwner, 'mot_cua')
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** What stands of a dossier: how many events and documents, and its numbers. */
async function standing(code: string) {
  const client = await owner()
  try {
    const of = async (text: string) => (await client.query(text, [code])).rows
    const [dossier] = await of(`select id, version from ${SCHEMA}.dossier where code = $1`)
    const documents = await of(
      `select r.stage, encode(r.sha256, 'hex') as sha256, r.bytes from ${SCHEMA}.result_document r
       join ${SCHEMA}.dossier d on d.id = r.dossier_id where d.code = $1 order by r.stage`,
    )
    const events = await of(
      `select e.type, e.data from ${SCHEMA}.dossier_event e join ${SCHEMA}.dossier d on d.id = e.dossier_id
       where d.code = $1 order by e.sequence`,
    )
    const numbers = await of(
      `select t.number, v.number_id is not null as void from ${SCHEMA}.number_taken t
       left join ${SCHEMA}.number_void v on v.number_id = t.id
       where t.taken_for = $1 and t.document = 'result' order by number`,
    )
    return { version: Number(dossier?.version), documents, events, numbers }
  } finally {
    await client.end()
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return
    await wait(20)
  }
  throw new Error(`it does not come to that. ${house.said()}`)
}

/** Everything dies at once: the program and the database, with what they were about to write. */
async function power(settings: { readonly [name: string]: string } = {}): Promise<void> {
  const { pid } = running()
  process.kill(pid, 'SIGKILL')
  await end(house.process, 'SIGKILL')
  house = await startHouse(dataDir, port, settings)
}

/** Sends a command that is signed but cannot be written, for somebody holds its dossier; then does `cut`, and lets go. */
async function cutBeforeTheEvent(
  { code }: At,
  send: () => Promise<unknown>,
  cut: () => Promise<void>,
): Promise<void> {
  const holder = await owner()
  await holder.query(`begin`)
  await holder.query(`select from ${SCHEMA}.dossier where code = $1 for update`, [code])
  const answer = send()
  await until(async () => {
    const { rows } = await holder.query(
      `select from pg_stat_activity where usename = '${APP_ROLE}' and wait_event_type = 'Lock'`,
    )
    return rows.length > 0
  })
  await cut()
  await holder.end().catch(() => undefined)
  await answer
}

/** As poppler reads a document: how many signatures are valid, and its words. */
function readBy(bytes: Uint8Array) {
  const path = join(folder, 'read.pdf')
  writeFileSync(path, bytes)
  const run = (tool: string, ...given: string[]) =>
    execFileSync(tool, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return {
    valid: run('pdfsig', '-nocert', path).match(/Signature is Valid/g)?.length ?? 0,
    text: run('pdftotext', path, '-').normalize('NFC'),
  }
}

async function sealedWell(code: string) {
  const { documents, events, numbers } = await standing(code)
  expect(documents.map(({ stage }) => stage)).toEqual(['approved', 'sealed'])
  const types = events.map(({ type }) => type)
  expect(types.filter((type) => type === 'ResultApproved')).toHaveLength(1)
  expect(types.filter((type) => type === 'ResultNumbered')).toHaveLength(1)
  expect(types.filter((type) => type === 'ResultSealed')).toHaveLength(1)
  const sealed = events.find(({ type }) => type === 'ResultSealed')?.data
  expect(sealed.document.sha256).toBe(documents[1]?.sha256)
  expect(numbers).toEqual([{ number: expect.any(Number), void: false }])
  const { valid, text } = readBy(documents[1]?.bytes)
  expect(valid).toBe(2)
  expect(text).toContain(`Số: ${sealed.documentNumber}`)
  expect(Number.parseInt(sealed.documentNumber, 10)).toBe(numbers[0]?.number)
}

test('behind the signature of an approval, before its event: nothing was signed, and the same command signs once', async () => {
  const { at, reviewed } = await toApprove()
  const approving = { ...on(at), reviewed }
  const path = `/dossiers/${at.code}/approve`
  await cutBeforeTheEvent(at, () => once('approver', path, approving), power)
  expect(await standing(at.code)).toMatchObject({ version: at.version, documents: [], numbers: [] })
  const approved = await sent('approver', path, approving)
  expect(await sent('approver', path, approving)).toEqual(approved)
  await command('seal-keeper', approved, 'seal')
  await sealedWell(at.code)
}, 90_000)

test('behind number and seal, before the event: the number waits, and whoever tries next seals under it', async () => {
  const at = await toSeal()
  const path = `/dossiers/${at.code}/seal`
  await cutBeforeTheEvent(at, () => once('seal-keeper', path, on(at)), power)
  const cut = await standing(at.code)
  expect(cut).toMatchObject({ version: at.version, numbers: [{ void: false }] })
  expect(cut.documents.map(({ stage }) => stage)).toEqual(['approved'])
  // By another command, in two steps.
  await command('seal-keeper', await command('seal-keeper', at, 'number'), 'seal')
  expect((await standing(at.code)).numbers).toEqual(cut.numbers)
  await sealedWell(at.code)
}, 90_000)

/** Settings by which the seal is with a service that takes the question and never answers. */
async function silentSeal(service: Server): Promise<string> {
  const keys = join(dataDir, 'demo-signing')
  const accounts: { login: string; post: string }[] = JSON.parse(
    readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8'),
  )
  const opened = ['pkcs12', '-in', 'con-dau.p12', '-passin', 'file:con-dau.pass', '-nokeys']
  execFileSync('openssl', [...opened, '-out', 'con-dau.pem'], { cwd: keys, stdio: 'ignore' })
  service.listen(0, '127.0.0.1')
  await listening(service, 'listening')
  const address = service.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const remote = `http://127.0.0.1:${port}`
  const approvers = accounts.filter(({ post }) => post === 'approver').map(({ login }) => login)
  const settings = {
    trust: ['goc.crt'],
    asksIssuers: false,
    seal: { remote, account: 'con-dau', certificates: 'con-dau.pem', secretFile: 'con-dau.pass' },
    people: Object.fromEntries(
      approvers.map((login) => [login, { file: `${login}.p12`, passphraseFile: `${login}.pass` }]),
    ),
  }
  const path = join(keys, 'silent.json')
  writeFileSync(path, JSON.stringify({ 'dong-trieu': settings }))
  return path
}

test('behind the number, while the key is asked: the number waits for the same command', async () => {
  const at = await toSeal()
  let asked = 0
  const service = createServer((socket) => {
    asked += 1
    socket.on('error', () => undefined)
  })
  const SIGNING = await silentSeal(service)
  await end(house.process, 'SIGTERM')
  house = await startHouse(dataDir, port, { SIGNING })
  const path = `/dossiers/${at.code}/seal`
  const sealing = on(at)
  const answer = once('seal-keeper', path, sealing)
  await until(async () => asked > 0)
  await power()
  await answer
  service.close()
  const cut = await standing(at.code)
  expect(cut).toMatchObject({ version: at.version, numbers: [{ void: false }] })
  await sent('seal-keeper', path, sealing)
  expect((await standing(at.code)).numbers).toEqual(cut.numbers)
  await sealedWell(at.code)
}, 90_000)

test('only the program dies and its last words are written: the same command is answered, and done once', async () => {
  const at = await toSeal()
  const path = `/dossiers/${at.code}/seal`
  const sealing = on(at)
  await cutBeforeTheEvent(
    at,
    () => once('seal-keeper', path, sealing),
    () => end(house.process, 'SIGKILL'),
  )
  house = await startHouse(dataDir, port)
  await sent('seal-keeper', path, sealing)
  await sealedWell(at.code)
}, 90_000)

test('only the database dies: the seal is refused for now, and done once when it is sent again', async () => {
  const at = await toSeal()
  const path = `/dossiers/${at.code}/seal`
  const sealing = on(at)
  await cutBeforeTheEvent(
    at,
    () => once('seal-keeper', path, sealing),
    async () => {
      process.kill(running().pid, 'SIGKILL')
    },
  )
  await sent('seal-keeper', path, sealing)
  await sealedWell(at.code)
}, 90_000)

test('after all of it every book is without a gap, each dossier has one number, and the nightly check finds nothing', async () => {
  const client = await owner()
  const { rows } = await client.query(
    `select number, taken_for from ${SCHEMA}.number_taken where document = 'result' order by number`,
  )
  await client.end()
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  expect(new Set(rows.map((row) => row.taken_for)).size).toBe(5)
  const url = urlAt(running().endpoint, APP_ROLE, readSecrets(dataDir).databaseApp, 'mot_cua')
  const database = openDatabase({ url, poolSize: 2, onError: () => undefined })
  try {
    const centre = await database.centre('dong-trieu')
    if (!centre) throw new Error('the centre is gone')
    expect(await checkCentre(centre)).toEqual([])
  } finally {
    await database.close()
  }
}, 30_000)
