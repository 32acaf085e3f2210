import { randomUUIDv7 } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readSecrets } from '#server/secrets.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { type Centre, openDatabase } from '#store/database.ts'
import { APP_ROLE } from '#store/grants.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { end, freePort, type HouseProcess, requiredPapers, signInAll, startHouse } from './house-process.ts'
import { SIGNED_FOR } from '#work/a-hall.ts'

/**
 * Nothing that was acknowledged is ever lost, doubled or half there: 16 clients receive dossiers and take them through
 * their process, writing down every answer, while the program and its database are killed again and again.
 */
const KILLS = Number(process.env['KILLS'] ?? '6')
const CLIENTS = 16
/** Of them, as many have results signed and sealed with keys. */
const SIGNING = 2
/** A procedure of the back office that the demonstration's people stand in for, free and five on the spot. */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-kill-'))
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

/** What a client was told: the highest version of each dossier, and which command made it. */
const receipts = new Map<string, { version: number; lookupKey: string }>()
const sentCommands = new Set<string>()
let isOver = false
let acknowledged = 0
const refusals: string[] = []
/** How often a client was not answered. */
let unanswered = 0

test(
  `after ${KILLS} kills under ${CLIENTS} clients everything acknowledged is there, once and whole`,
  async () => {
    const clients = Array.from({ length: CLIENTS }, (_, place) => client(place < SIGNING))
    const cutOff: number[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      await wait(150 + Math.random() * 700)
      const before = unanswered
      if (kill % 2 === 0) {
        await end(house.process, 'SIGKILL')
        house = await startHouse(dataDir, port)
      } else {
        process.kill(postgres().pid, 'SIGKILL')
        await untilReady()
      }
      cutOff.push(unanswered - before)
    }
    await wait(500)
    isOver = true
    await Promise.all(clients)
    expect(refusals).toEqual([])
    expect(acknowledged).toBeGreaterThan(KILLS * 10)
    // None of the kills came when nobody was at work.
    expect(cutOff.filter((count) => count === 0)).toEqual([])

    const database = openDatabase({ url: appUrl(), poolSize: 4, onError: () => undefined })
    try {
      const centre = await database.centre('dong-trieu')
      if (!centre) throw new Error('the centre is gone')
      const rows = await centre.db.selectFrom('dossier').select(['id', 'code', 'version']).execute()
      const stored = new Map(rows.map((row) => [row.code, row.version]))
      const lost = [...receipts].filter(([code, { version }]) => (stored.get(code) ?? 0) < version)
      expect(lost).toEqual([])

      const events = await centre.db
        .selectFrom('dossier_event')
        .select(['dossier_id', 'command_id'])
        .execute()
      const eventsOf = Map.groupBy(events, (one) => one.dossier_id)
      expect(rows.filter((row) => eventsOf.get(row.id)?.length !== row.version)).toEqual([])
      expect(events.filter((event) => !sentCommands.has(event.command_id))).toEqual([])
      expect(new Set(events.map((event) => event.command_id)).size).toBe(events.length)

      await booksHold(centre)
      await documentsHold(centre)
      expect(await checkCentre(centre)).toEqual([])
      console.log(
        `${acknowledged} acknowledged commands on ${rows.length} dossiers, ${KILLS} kills, 0 lost, 0 doubled`,
      )
    } finally {
      await database.close()
    }
  },
  KILLS * 15_000 + 120_000,
)

/** Every book of documents runs from 1 without a gap, and each number is that of one dossier, sealed or waiting. */
async function booksHold({ db }: Centre): Promise<void> {
  const lines = await db
    .selectFrom('number_taken as t')
    .innerJoin('dossier as d', 'd.code', 't.taken_for')
    .leftJoin('number_void as v', 'v.number_id', 't.id')
    .where('t.document', '=', 'result')
    .select(['t.id', 't.book', 't.year', 't.number', 't.taken_for', 'v.reason', 'v.at as voidAt', 'd.state'])
    .orderBy('t.number')
    .execute()
  expect(lines.length).toBeGreaterThan(0)
  for (const book of Map.groupBy(lines, (one) => `${one.book} ${one.year}`).values())
    expect(book.map(({ number }) => number)).toEqual(book.map((_, place) => place + 1))
  expect(new Set(lines.map((one) => one.taken_for)).size).toBe(lines.length)
  for (const { id, state, voidAt } of lines) {
    const dossier = state as Dossier
    expect(voidAt).toBeNull()
    // Cut off before its event was written, a number waits for the next try of a dossier that lies at the seal.
    if (dossier.number === undefined) expect(dossier.step).toBe('seal')
    else expect(dossier.number.id).toBe(id)
  }
  const sealed = lines.filter(({ state }) => (state as Dossier).number?.sealedAt !== undefined).length
  expect(sealed).toBeGreaterThan(0)
}

/** Every signed document is named by an event of its dossier, and every event that names one has it. */
async function documentsHold({ db }: Centre): Promise<void> {
  const kept = await db.selectFrom('result_document').select(['dossier_id', 'sha256']).execute()
  const named = await db
    .selectFrom('dossier_event')
    .select(['dossier_id', 'data'])
    .where('type', 'in', ['ResultApproved', 'ResultSealed'])
    .execute()
  const said = named.flatMap(({ dossier_id, data }) => {
    const { document } = data as { document?: { sha256: string } }
    return document ? [`${dossier_id} ${document.sha256}`] : []
  })
  expect(said.length).toBeGreaterThan(0)
  expect(kept.map((one) => `${one.dossier_id} ${one.sha256.toString('hex')}`).toSorted()).toEqual(
    said.toSorted(),
  )
}

/** Receives a dossier, takes it to its hand-over, and begins again, repeating what was not answered. */
async function client(isSigning: boolean): Promise<void> {
  while (!isOver) {
    const given = {
      id: newCommand(),
      procedure: PROCEDURE,
      channel: 'counter',
      placeOfReceipt: 'HCC-TN',
      applicant: { kind: 'citizen', name: 'Phạm Thị Mơ' },
      components: await componentsOf(),
    }
    const receipt = await sent('clerk', '/dossiers', given)
    if (!receipt) return
    const { code, lookupKey } = receipt
    let { version, step, stage } = { stage: 'in-process', ...receipt }
    let isNumbered = false
    note(code, version, lookupKey)
    while (stage !== 'returned') {
      const { post, verb, more } = nextOf(step, stage, isNumbered)
      const reviewed = isSigning && verb === 'approve' ? { reviewed: await toSign(code) } : {}
      const changed = await sent(post, `/dossiers/${code}/${verb}`, {
        id: newCommand(),
        version,
        step,
        ...more,
        ...reviewed,
      })
      if (!changed) return
      isNumbered = verb === 'number'
      ;({ version, step, stage } = { stage: '', ...changed })
      note(code, version, lookupKey)
    }
  }
}

/** What the approver would sign now, asked until it is answered. */
async function toSign(code: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const seen = await fetch(`${house.origin}/api/v1/dossiers/${code}`, {
      headers: { authorization: `Bearer ${tokens.get('approver')}` },
    }).then(
      (answer) => (answer.ok ? answer.json() : null),
      () => null,
    )
    if (seen) return (seen as { toSign: string }).toSign
    await wait(50)
  }
  throw new Error(`${code}: not shown`)
}

function newCommand(): string {
  const id = randomUUIDv7()
  sentCommands.add(id)
  return id
}

function note(code: string, version: number, lookupKey: string): void {
  acknowledged += 1
  const known = receipts.get(code)
  if (!known || known.version < version) receipts.set(code, { version, lookupKey })
}

function nextOf(
  step: string,
  stage: string,
  isNumbered: boolean,
): { post: string; verb: string; more: object } {
  if (stage === 'ready')
    return {
      post: 'clerk',
      verb: 'hand-back',
      more: { way: 'counter', receiver: { name: 'Phạm Thị Mơ' }, proof: SIGNED_FOR },
    }
  if (step === 'approve') return { post: 'approver', verb: 'approve', more: {} }
  if (step === 'seal') return { post: 'seal-keeper', verb: isNumbered ? 'seal' : 'number', more: {} }
  if (step === 'return') return { post: 'clerk', verb: 'mark-ready', more: {} }
  return { post: 'handler', verb: 'complete-step', more: {} }
}

interface Answer {
  readonly code: string
  readonly version: number
  readonly step: string
  readonly lookupKey: string
  readonly stage?: string
}

/** Sends the same command until it is answered. A refusal ends the client and fails the test. */
async function sent(post: string, path: string, body: object): Promise<Answer | null> {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      const answer = await fetch(`${house.origin}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokens.get(post)}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const said: unknown = await answer.json()
      if (answer.ok) return said as Answer
      if (answer.status < 500) {
        refusals.push(`${path}: ${answer.status} ${JSON.stringify(said)}`)
        return null
      }
    } catch (error) {
      // A killed program answers nothing; the command is sent again.
      if (!(error instanceof Error)) throw error
    }
    unanswered += 1
    await wait(50)
  }
  refusals.push(`${path}: no answer`)
  return null
}

function postgres() {
  const running = readPidFile(join(dataDir, 'postgres'))
  if (!running) throw new Error('no database runs')
  return running
}

function appUrl(): string {
  return urlAt(postgres().endpoint, APP_ROLE, readSecrets(dataDir).databaseApp, 'mot_cua')
}

let asked: Promise<object[]> | undefined
function componentsOf(): Promise<object[]> {
  asked ??= requiredPapers(house.origin, PROCEDURE)
  return asked
}

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const isUp = await fetch(`${house.origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return
    await wait(50)
  }
  throw new Error(`not ready again: ${house.said()}`)
}
