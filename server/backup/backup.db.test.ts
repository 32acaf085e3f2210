import { randomUUIDv7 } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#store/database.ts'
import { migrateAll, openCentre } from '#store/schemas.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { readConfig } from '../config.ts'
import { type Ground, takeGround } from '../ground.ts'
import { openLog } from '../log.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-backup-'))
const dataDir = join(folder, 'data')
const config = readConfig({ DATA_DIR: dataDir })
const log = openLog('silent')
const at = Temporal.Instant.from('2026-08-10T01:00:00Z')
let ground: Ground | undefined
let database: Database | undefined

beforeAll(() => chmodSync(folder, 0o711))
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

test('what was written before and while a backup ran is there after everything was destroyed', async () => {
  const { ownerUrl } = await open()
  await openCentre(ownerUrl, {
    slug: 'dong-trieu',
    name: 'Đông Triều',
    host: null,
    isDemonstration: true,
    at,
  })
  mkdirSync(join(dataDir, 'files', 'ab'), { recursive: true })
  writeFileSync(join(dataDir, 'files', 'ab', 'giấy tờ'), 'bytes as printed')
  const secret = readFileSync(join(dataDir, 'secrets', 'identity'), 'utf8')
  const acknowledged: string[] = []
  let isOver = false
  const writers = Array.from({ length: 4 }, async () => {
    while (!isOver) acknowledged.push(await writePair())
  })
  await expect.poll(() => acknowledged.length).toBeGreaterThan(200)
  const before = [...acknowledged]
  const to = join(folder, 'backup')
  const manifest = await backUp({ dataDir, ownerUrl, to, at })
  const during = acknowledged.length - before.length
  isOver = true
  await Promise.all(writers)
  expect(during).toBeGreaterThan(0)
  expect(Object.keys(manifest.files)).toContain('postgres/backup_label')
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])

  await close()
  rmSync(dataDir, { recursive: true })
  await restore({ from: to, dataDir, isForced: false, at })
  await open()
  const pairs = await pairsThere()
  expect(before.filter((id) => !pairs.whole.has(id))).toEqual([])
  expect(pairs.halves).toEqual([])
  expect(readFileSync(join(dataDir, 'files', 'ab', 'giấy tờ'), 'utf8')).toBe('bytes as printed')
  expect(readFileSync(join(dataDir, 'secrets', 'identity'), 'utf8')).toBe(secret)
  const centre = await database?.centre('dong-trieu')
  expect(centre && (await checkCentre(centre))).toEqual([])
  await writePair()
}, 180_000)

test('a restore over data is refused, unless it is forced: then the data lies beside', async () => {
  await close()
  const from = join(folder, 'backup')
  await expect(restore({ from, dataDir, isForced: false, at })).rejects.toMatchObject({
    code: 'restore-needs-empty',
  })
  expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true)
  const { movedTo } = await restore({ from, dataDir, isForced: true, at })
  expect(readdirSync(movedTo ?? '')).toContain('postgres')
  await open()
  expect((await pairsThere()).halves).toEqual([])
})

test('a backup is refused onto another, into the data directory, and without a trace when it fails', async () => {
  const { ownerUrl } = await open()
  const asked = { dataDir, ownerUrl, at }
  await expect(backUp({ ...asked, to: join(folder, 'backup') })).rejects.toMatchObject({
    code: 'backup-target-taken',
  })
  await expect(backUp({ ...asked, to: join(dataDir, 'backup') })).rejects.toMatchObject({
    code: 'backup-inside-data',
  })
  await expect(
    backUp({ ...asked, ownerUrl: 'postgresql://127.0.0.1:1/none', to: join(folder, 'failed') }),
  ).rejects.toThrow()
  expect(readdirSync(folder).sort()).toEqual(['backup', 'data'])
})

test('a backup with a changed, a missing or a strange file is not restored, and each is named', async () => {
  await close()
  const from = join(folder, 'backup')
  appendFileSync(join(from, 'postgres', 'PG_VERSION'), ' ')
  rmSync(join(from, 'files', 'ab', 'giấy tờ'))
  writeFileSync(join(from, 'strange'), '')
  await expect(restore({ from, dataDir, isForced: true, at })).rejects.toThrow(
    /thiếu files\/ab\/giấy tờ[^]*nội dung khác lúc sao lưu: postgres\/PG_VERSION[^]*thừa strange/,
  )
  await expect(restore({ from: folder, dataDir, isForced: true, at })).rejects.toThrow(
    /không có manifest.json/,
  )
})

async function open(): Promise<Ground> {
  if (ground) return ground
  ground = await takeGround(config, log)
  await migrateAll({ ownerUrl: ground.ownerUrl, appPassword: ground.secrets.databaseApp })
  database = openDatabase({ url: ground.appUrl, poolSize: 6, onError: () => undefined })
  return ground
}

async function close(): Promise<void> {
  await database?.close()
  await ground?.leave()
  database = undefined
  ground = undefined
}

/** Two rows that belong together, as a dossier and its events do. */
async function writePair(): Promise<string> {
  if (!database) throw new Error('no database is open')
  const id = randomUUIDv7()
  await database.pool.query(
    `with first as (
       insert into c_dong_trieu.access_record (id, at, staff_id, what) values ($1, $2, $1, 'see-dossier'))
     insert into c_dong_trieu.code_block (id, identifier, on_day, first, last, leased_to, leased_at)
     values ($1, $1, $2::timestamptz::date, 1, 20, $3, $2)`,
    [id, at.toString(), 'x'.repeat(500)],
  )
  return id
}

async function pairsThere(): Promise<{ whole: Set<string>; halves: string[] }> {
  const read = async (table: string) => {
    const found = await database?.pool.query<{ id: string }>(`select id from c_dong_trieu.${table}`)
    return new Set(found?.rows.map((row) => row.id))
  }
  const [first, second] = [await read('access_record'), await read('code_block')]
  return { whole: first.intersection(second), halves: [...first.symmetricDifference(second)] }
}
