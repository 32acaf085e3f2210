import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Fault, fault } from '../faults.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import type { Endpoint } from './endpoint.ts'
import { readPidFile } from './pid-file.ts'
import { giveTo, type RunAs } from './run-as.ts'

/** One database cluster on disk and who runs it. */
export interface Cluster {
  readonly folder: string
  readonly binaries: Binaries
  readonly runAs: RunAs | undefined
  /** Off only for tests: an acknowledged command must outlive the loss of power. */
  readonly isDurable: boolean
  /** Settings other than usual: for loading a great deal at once. */
  readonly settings?: Readonly<Record<string, string | number>>
}

/** A server that runs: its process, and a promise of its end. */
export interface Running {
  readonly pid: number
  readonly endpoint: Endpoint
  readonly ended: Promise<void>
}

export const OWNER = 'mot_cua_owner'
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }

/** Makes the cluster where there is none. It appears under its name only when it is whole. */
export async function ensureCluster(cluster: Cluster, ownerPassword: string): Promise<void> {
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) return
  const unfinished = `${cluster.folder}.new`
  const passwordFile = `${cluster.folder}.${randomUUID()}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  giveTo(cluster.runAs, unfinished)
  try {
    await writeFile(passwordFile, ownerPassword, { mode: 0o600, flag: 'wx' })
    giveTo(cluster.runAs, passwordFile)
    await initdb(cluster, unfinished, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, cluster.folder)
}

function initdb(
  { binaries, runAs, isDurable }: Cluster,
  folder: string,
  passwordFile: string,
): Promise<void> {
  const flags = [
    `--pgdata=${folder}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting that no later system library can change under the indexes.
    '--locale-provider=builtin',
    '--locale=C',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(isDurable ? [] : ['--no-sync']),
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, flags, {
      ...userOf(runAs),
      env: ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const said = collect(child.stderr)
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(reasoned('postgres-not-made', said(), folder)),
    )
  })
}

/** Starts the server of a cluster and answers when it takes connections, however long its recovery needs. */
export async function launch(cluster: Cluster, endpoint: Endpoint): Promise<Running> {
  await chmod(cluster.folder, 0o700)
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...settings(cluster, endpoint)], {
    ...userOf(cluster.runAs),
    env: ENVIRONMENT,
    // Its own process group: Ctrl+C is for us, and we stop the server when everything else has stopped.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = collect(child.stderr)
  let failure: Error | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure = error
      resolve()
    })
    child.once('exit', () => resolve())
  })
  let isOver = false
  void ended.then(() => (isOver = true))
  for (;;) {
    if (failure) throw failure
    if (isOver || child.pid === undefined) throw reasoned('postgres-not-started', said(), cluster.folder)
    const file = readPidFile(cluster.folder)
    if (file?.pid === child.pid && file.isReady) break
    await pause(10)
  }
  child.unref()
  return { pid: child.pid, endpoint, ended }
}

function settings({ isDurable, settings: others }: Cluster, { port, socketFolder }: Endpoint): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: socketFolder ? '' : '127.0.0.1',
    unix_socket_directories: socketFolder ?? '',
    unix_socket_permissions: '0700',
    max_connections: 100,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    jit: 'off',
    // Enough for a base backup on line; nothing follows this server.
    wal_level: 'replica',
    max_wal_senders: 0,
    max_wal_size: '2GB',
    fsync: isDurable ? 'on' : 'off',
    synchronous_commit: isDurable ? 'on' : 'off',
    full_page_writes: isDurable ? 'on' : 'off',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    // Statements, their values and the details of errors carry personal data: none of them is logged.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: 0,
    ...others,
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function userOf(runAs: RunAs | undefined): { uid?: number; gid?: number } {
  return runAs ? { uid: runAs.uid, gid: runAs.gid } : {}
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.on('data', (chunk: Buffer) => (text = (text + chunk.toString('utf8')).slice(-4_000)))
  stream.on('error', (error) => (text += error.message))
  return () => text.trim()
}

function reasoned(code: 'postgres-not-made' | 'postgres-not-started', reason: string, folder: string): Fault {
  return /No space left on device/.test(reason) ? fault('disk-full', { folder }) : fault(code, { reason })
}

/** The cluster of a folder, run by whoever may run it on this machine. */
export function clusterIn(folder: string, runAs: RunAs | undefined, isDurable: boolean): Cluster {
  return { folder, binaries: findBinaries(), runAs, isDurable }
}
