import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { clusterIn, type Cluster, ensureCluster, launch, OWNER, type Running } from './cluster.ts'
import { chooseEndpoint, type Endpoint, urlAt } from './endpoint.ts'
import { adoptLeftOver, stopServer } from './left-over.ts'
import { checkReachable, giveTo, whoRunsPostgres } from './run-as.ts'

const DATABASE = 'mot_cua'

/** The database server in the data directory, kept running until it is stopped. */
export interface EmbeddedPostgres {
  readonly url: (user: string, password: string, database?: string) => string
  readonly ownerUrl: string
  readonly pid: () => number
  readonly stop: () => Promise<void>
}

export interface EmbeddedSettings {
  readonly dataDir: string
  readonly ownerPassword: string
  readonly isDurable?: boolean
  readonly tell: (message: string, facts: Readonly<Record<string, string | number>>) => void
}

/** Starts the server in a data directory, or adopts the one that runs there; makes its files the first time. */
export async function startEmbedded(settings: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const { dataDir, ownerPassword, tell } = settings
  const folder = join(dataDir, 'postgres')
  const sockets = join(dataDir, 'socket')
  const runAs = whoRunsPostgres()
  const cluster = clusterIn(folder, runAs, settings.isDurable ?? true)
  checkReachable(runAs, [folder, cluster.binaries.postgres])
  await mkdir(sockets, { recursive: true, mode: 0o700 })
  giveTo(runAs, sockets)
  const adopted = await adoptLeftOver(folder, ownerPassword)
  if (adopted) tell('left-over database server adopted', { pid: adopted.pid })
  else await ensureCluster(cluster, ownerPassword)
  const endpoint = adopted?.endpoint ?? (await chooseEndpoint(sockets))
  const supervised = await keepRunning(cluster, endpoint, adopted, tell)
  const url = (user: string, password: string, database = DATABASE) =>
    urlAt(endpoint, user, password, database)
  try {
    await ensureDatabase(url(OWNER, ownerPassword, 'postgres'))
  } catch (error) {
    await supervised.stop()
    throw error
  }
  return { url, ownerUrl: url(OWNER, ownerPassword), ...supervised }
}

/** Starts the server again whenever it ends without having been asked to. */
async function keepRunning(
  cluster: Cluster,
  endpoint: Endpoint,
  adopted: Running | undefined,
  tell: EmbeddedSettings['tell'],
): Promise<Pick<EmbeddedPostgres, 'pid' | 'stop'>> {
  let running = adopted ?? (await launchWithPatience(cluster, endpoint, 60_000))
  let isStopping = false
  const isGivenUp = () => isStopping
  async function watch(): Promise<void> {
    while (!isStopping) {
      await running.ended
      if (isStopping) return
      tell('database server ended; starting it again', { pid: running.pid })
      running = await launchWithPatience(cluster, endpoint, Number.POSITIVE_INFINITY, isGivenUp)
      tell('database server is back', { pid: running.pid })
    }
  }
  const watching = watch().catch((error: unknown) => {
    // A start that was given up because we are stopping is no failure.
    if (!isStopping) throw error
  })
  return {
    pid: () => running.pid,
    async stop() {
      isStopping = true
      await stopServer(running)
      await watching
      await stopServer(running)
    },
  }
}

/** Processes of a server that was killed live on for a moment and hold its memory; a start is refused until then. */
async function launchWithPatience(
  cluster: Cluster,
  endpoint: Endpoint,
  patience: number,
  isGivenUp: () => boolean = () => false,
): Promise<Running> {
  const deadline = performance.now() + patience
  for (let wait = 50; ; wait = Math.min(wait * 1.5, 2_000)) {
    try {
      return await launch(cluster, endpoint)
    } catch (error) {
      const isHeld =
        error instanceof Error && /still in use|already exists|could not bind/.test(error.message)
      if (isGivenUp() || performance.now() > deadline || (!isHeld && Number.isFinite(patience))) throw error
      await pause(wait)
    }
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}
