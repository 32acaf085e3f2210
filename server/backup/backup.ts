import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import pg from 'pg'
import { codeOf, fault } from '../faults.ts'
import { copyFile, type FileSeal, listTree, sealFile, syncFolder } from './copy-file.ts'
import { MANIFEST, type Manifest } from './manifest.ts'

export interface BackupAsked {
  readonly dataDir: string
  readonly ownerUrl: string
  /** A folder that is not there yet. */
  readonly to: string
  readonly at: Temporal.Instant
}

/** Made anew by the server when it starts; PostgreSQL's manual names them as not to be copied. */
const EMPTIED =
  /^(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|log)\/./
const LEFT_OUT = /^(?:postmaster\.(?:pid|opts)|backup_label.*|.*pg_internal\.init.*|.*pgsql_tmp.*)$/
/** Copied last: it says from where the recovery reads. */
const CONTROL = 'global/pg_control'
/** What stands beside the database and belongs to it. */
const BESIDE = /^(?:files|secrets)(?:\/|$)|^demo-accounts\.json$/

/**
 * Copies the running centre whole: the database as of the end of the copy, the files, the secrets. The copy stands
 * under another name until it is whole and on the disk.
 */
export async function backUp(asked: BackupAsked): Promise<Manifest> {
  const to = resolve(asked.to)
  if (existsSync(to)) throw fault('backup-target-taken', { folder: to })
  if (!relative(resolve(asked.dataDir), to).startsWith('..'))
    throw fault('backup-inside-data', { folder: to })
  const unfinished = `${to}.unfinished-${process.pid}`
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    const manifest = await fill(unfinished, asked)
    await rename(unfinished, to)
    await syncFolder(dirname(to))
    return manifest
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw codeOf(error) === 'ENOSPC' ? fault('disk-full', { folder: to }, error) : error
  }
}

async function fill(unfinished: string, { dataDir, ownerUrl, at }: BackupAsked): Promise<Manifest> {
  const copied: Copied = { files: {}, folders: new Set() }
  const beside = await listTree(dataDir, (path) => !BESIDE.test(path))
  await copyAll(dataDir, unfinished, beside, copied)
  const postgres = await copyDatabase(
    ownerUrl,
    join(dataDir, 'postgres'),
    join(unfinished, 'postgres'),
    copied,
  )
  const folders = [...copied.folders].sort()
  for (const folder of folders) await mkdir(join(unfinished, folder), { recursive: true, mode: 0o700 })
  const manifest: Manifest = { version: 1, at: at.toString(), postgres, folders, files: copied.files }
  await writeFile(join(unfinished, MANIFEST), JSON.stringify(manifest), { mode: 0o600, flush: true })
  for (const folder of folders) await syncFolder(join(unfinished, folder))
  await syncFolder(unfinished)
  return manifest
}

interface Copied {
  readonly files: Record<string, FileSeal>
  readonly folders: Set<string>
}

/** The online base backup: one connection begins and ends it, a slot keeps the log that was written meanwhile. */
async function copyDatabase(ownerUrl: string, from: string, to: string, copied: Copied): Promise<string> {
  const owner = new pg.Client({
    connectionString: ownerUrl,
    options: '-c statement_timeout=0 -c datestyle=ISO',
  })
  let lost: Error | undefined
  owner.on('error', (error) => (lost = error))
  await owner.connect()
  try {
    await owner.query(
      `select pg_create_physical_replication_slot('mot_cua_backup_' || pg_backend_pid(), true, true)`,
    )
    const begun = await one<{ segment: string; version: string }>(
      owner,
      `select pg_walfile_name(pg_backup_start('mot-cua', fast => true)) as segment,
              current_setting('server_version') as version`,
    )
    const tree = await listTree(from, (path) => LEFT_OUT.test(path) || EMPTIED.test(path) || path === CONTROL)
    await copyAll(from, to, tree, copied)
    await copyAll(from, to, [CONTROL], copied)
    const ended = await one<{ segment: string; label: string }>(
      owner,
      `select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(wait_for_archive => false)`,
    )
    await writeFile(join(to, 'backup_label'), ended.label, { mode: 0o600, flush: true })
    copied.files['postgres/backup_label'] = await sealFile(join(to, 'backup_label'))
    const isNeeded = (name: string) => name >= begun.segment && name <= ended.segment
    const log = await listTree(
      join(from, 'pg_wal'),
      (path) => !/^[0-9A-F]{8}(?:\.history|[0-9A-F]{16})$/.test(path),
    )
    const needed = log.filter((name) => name.endsWith('.history') || isNeeded(name))
    await copyAll(
      from,
      to,
      needed.map((name) => `pg_wal/${name}`),
      copied,
    )
    copied.folders.add('postgres/pg_wal/archive_status/')
    return begun.version
  } catch (error) {
    throw lost ?? error
  } finally {
    await owner.end()
  }
}

async function copyAll(
  from: string,
  to: string,
  paths: readonly string[],
  { files, folders }: Copied,
): Promise<void> {
  const below = to.endsWith('/postgres') ? 'postgres/' : ''
  if (below) folders.add(below)
  for (const path of paths) {
    if (path.endsWith('/')) folders.add(below + path)
    else {
      const seal = await copyFile(join(from, path), join(to, path))
      if (seal) files[below + path] = seal
    }
  }
}

async function one<Row extends pg.QueryResultRow>(owner: pg.Client, query: string): Promise<Row> {
  const { rows } = await owner.query<Row>(query)
  const [row] = rows
  if (!row) throw new Error('the server answered nothing')
  return row
}
