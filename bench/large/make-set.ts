import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { clusterIn, launch, OWNER } from '#server/postgres/cluster.ts'
import { chooseEndpoint, urlAt } from '#server/postgres/endpoint.ts'
import { stopServer } from '#server/postgres/left-over.ts'
import { whoRunsPostgres } from '#server/postgres/run-as.ts'
import { readSecrets } from '#server/secrets.ts'
import { type Base, readBase } from './base-histories.ts'
import { dossierColumns, EVENT_COLUMNS, searchColumns } from './copies.ts'
import type { Told, ToGenerate } from './generate.ts'

/** Measured: what a dossier takes on disk with its events and indexes. */
const BYTES_A_DOSSIER = 9_500
const CHUNK = 50_000
/** Of another generator the set is another. */
const GENERATOR = 2
const SCHEMA = 'c_dong_trieu'
const TABLES = [
  ['dossier', dossierColumns()],
  ['event', EVENT_COLUMNS],
  ['search', searchColumns()],
] as const
const NAMES = { dossier: 'dossier', event: 'dossier_event', search: 'dossier_search' } as const

/** A data directory with so many dossiers: made when there is none, otherwise the one made before. */
export async function theSet(count: number, folder: string): Promise<string> {
  const dataDir = join(folder, `${count}`)
  const stamp = JSON.stringify({ count, generator: GENERATOR })
  const stampFile = join(dataDir, 'stamp.json')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return dataDir
  rmSync(dataDir, { recursive: true, force: true })
  checkSpace(count, folder)
  mkdirSync(dataDir, { recursive: true })
  for (const one of [folder, dataDir]) chmodSync(one, 0o711)
  const began = performance.now()
  await replayBase(dataDir)
  await loadCopies(dataDir, count)
  writeFileSync(stampFile, stamp)
  console.log(`${count} dossiers made in ${((performance.now() - began) / 60_000).toFixed(1)} minutes`)
  return dataDir
}

/** Measures on a set and gives it back as it was; a measurement that broke off has spoilt it, and it is made anew. */
export async function onSet(dataDir: string, measure: () => Promise<void>): Promise<void> {
  const stampFile = join(dataDir, 'stamp.json')
  const stamp = readFileSync(stampFile, 'utf8')
  rmSync(stampFile)
  await measure()
  writeFileSync(stampFile, stamp)
}

function checkSpace(count: number, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const { bavail, bsize } = statfsSync(folder)
  const [free, needed] = [bavail * bsize, count * BYTES_A_DOSSIER]
  const giga = (bytes: number) => (bytes / 1e9).toFixed(1)
  if (free < needed)
    throw new Error(
      `${count} dossiers need about ${giga(needed)} GB, and ${folder} has ${giga(free)} GB: free some, or name another folder by BENCH_LARGE_DIR`,
    )
}

/** Some thousand dossiers that the rules decide, to be copied. */
async function replayBase(dataDir: string): Promise<void> {
  const targets = join(import.meta.dirname, 'base.json')
  const child = spawn(
    process.execPath,
    ['--import', './server/read-tsx.ts', 'server/main.ts', 'replay', '--targets', targets, '--seed', 'large'],
    { env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('the base could not be replayed')
}

/** A server for loading: nothing is written twice, and nothing is safe until the end. */
async function loadCopies(dataDir: string, count: number): Promise<void> {
  const sockets = join(dataDir, 'socket')
  const settings = {
    wal_level: 'minimal',
    fsync: 'off',
    full_page_writes: 'off',
    maintenance_work_mem: '1GB',
    max_wal_size: '20GB',
    checkpoint_timeout: '1h',
    autovacuum: 'off',
  }
  const cluster = { ...clusterIn(join(dataDir, 'postgres'), whoRunsPostgres(), true), settings }
  const endpoint = await chooseEndpoint(sockets)
  const server = await launch(cluster, endpoint)
  const url = urlAt(endpoint, OWNER, readSecrets(dataDir).databaseOwner, 'mot_cua')
  const owner = new pg.Client({ connectionString: url })
  try {
    const base = await readBase(url, SCHEMA)
    await owner.connect()
    await owner.query('begin')
    await copyAll(owner, base, dataDir, count)
    await owner.query('commit')
    console.log('vacuum')
    for (const name of [...Object.values(NAMES), 'daily_figure', 'monthly_figure'])
      await owner.query(`vacuum (analyze, freeze) "${SCHEMA}".${name}`)
    await owner.query('checkpoint')
  } finally {
    await owner.end()
    await stopServer(server)
  }
  spawn('sync')
}

interface Index {
  readonly name: string
  readonly table: string
  readonly definition: string
  readonly constraint: string | null
}

async function copyAll(owner: pg.Client, base: Base, dataDir: string, count: number): Promise<void> {
  const tables = Object.values(NAMES).map((name) => `"${SCHEMA}".${name}`)
  await owner.query(`truncate ${tables.join(', ')}, "${SCHEMA}".daily_figure, "${SCHEMA}".monthly_figure,
    "${SCHEMA}".outbox, "${SCHEMA}".code_series, "${SCHEMA}".code_block cascade`)
  const put = await takeIndexes(owner)
  const folder = join(dataDir, 'loading')
  await copyChunks(owner, base, count, folder)
  await put()
  rmSync(folder, { recursive: true })
}

/** Indexes and constraints are taken away, to be put back when all is loaded. */
async function takeIndexes(owner: pg.Client): Promise<() => Promise<void>> {
  const { rows: constraints } = await owner.query<{ name: string; table: string; definition: string }>(
    `select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype in ('p', 'u', 'f') and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     order by contype = 'f'`,
    [Object.values(NAMES).map((name) => `"${SCHEMA}".${name}`)],
  )
  const { rows: indexes } = await owner.query<Pick<Index, 'name' | 'definition'>>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any($1::regclass[])
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))`,
    [Object.values(NAMES).map((name) => `"${SCHEMA}".${name}`)],
  )
  for (const { name, table } of constraints.toReversed())
    await owner.query(`alter table ${table} drop constraint "${name}"`)
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  return async () => {
    for (const { name, table, definition } of constraints) {
      console.log(`constraint ${name}`)
      await owner.query(`alter table ${table} add constraint "${name}" ${definition}`)
    }
    for (const { name, definition } of indexes) {
      console.log(`index ${name}`)
      await owner.query(definition)
    }
  }
}

async function copyChunks(owner: pg.Client, base: Base, count: number, folder: string): Promise<void> {
  const child = fork(join(import.meta.dirname, 'generate.ts'), {
    execArgv: ['--import', './server/read-tsx.ts'],
  })
  const failed = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error('the generator ended by itself')
    return null
  })
  const told: Told[] = []
  let wake: (() => void) | undefined
  child.on('message', (message: Told) => {
    told.push(message)
    wake?.()
  })
  const ask: ToGenerate = { base, count, folder, now: new Date().toISOString(), chunk: CHUNK }
  child.send(ask)
  for (;;) {
    const next = told.shift()
    if (!next) {
      await Promise.race([failed, new Promise<void>((resolve) => (wake = resolve))])
      continue
    }
    if ('figures' in next) return copyFigures(owner, next, folder)
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o644)
    chmodSync(folder, 0o755)
    for (const [table, columns] of TABLES) {
      const file = join(folder, `${table}-${next.chunk}.copy`)
      await owner.query(`copy "${SCHEMA}".${NAMES[table]} (${columns.join(', ')}) from '${file}'`)
      rmSync(file)
    }
    if (child.connected) child.send('loaded')
    bar(next.dossiers, count)
  }
}

async function copyFigures(
  owner: pg.Client,
  files: { readonly figures: string; readonly series: string },
  folder: string,
): Promise<void> {
  for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o644)
  const columns = 'unit, field, channel, place, desk, count'
  await owner.query(`copy "${SCHEMA}".daily_figure (measure, on_day, ${columns}) from '${files.figures}'`)
  await owner.query(`insert into "${SCHEMA}".monthly_figure (measure, month, ${columns})
    select measure, date_trunc('month', on_day)::date, unit, field, channel, place, desk, sum(count)
    from "${SCHEMA}".daily_figure group by 1, 2, 3, 4, 5, 6, 7`)
  await owner.query(`copy "${SCHEMA}".code_series (identifier, on_day, next) from '${files.series}'`)
}

function bar(done: number, all: number): void {
  const part = Math.floor((done * 20) / all)
  console.log(`[${'#'.repeat(part).padEnd(20, '.')}] ${done}/${all}`)
}
