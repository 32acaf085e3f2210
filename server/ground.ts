import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { APP_ROLE } from '#store/grants.ts'
import { RESTORING } from './backup/restore.ts'
import type { Config } from './config.ts'
import { type HeldDirectory, holdDataDir } from './data-dir.ts'
import { isDatabaseAway } from './database-away.ts'
import { messageOf } from './explain.ts'
import { codeOf, Fault, fault } from './faults.ts'
import type { Log } from './log.ts'
import { OWNER } from './postgres/cluster.ts'
import { startEmbedded } from './postgres/embedded.ts'
import { urlAt } from './postgres/endpoint.ts'
import { readPidFile } from './postgres/pid-file.ts'
import { readSecrets, type Secrets } from './secrets.ts'

/** What everything stands on: the data directory, its secrets and a database that runs. */
export interface Ground {
  readonly secrets: Secrets
  readonly ownerUrl: string
  readonly appUrl: string
  /** Gives back what was taken; stops the database if it was started for this. */
  leave(): Promise<void>
}

/** Takes the data directory for this process and sees to a running database. */
export async function takeGround(config: Config, log: Log): Promise<Ground> {
  const held = holdDataDir(config.dataDir)
  try {
    if (existsSync(join(config.dataDir, RESTORING)))
      throw fault('restore-unfinished', { folder: config.dataDir })
    const secrets = readSecrets(config.dataDir)
    if (config.databaseUrl) return await onOwnDatabase(config.databaseUrl, secrets, held)
    const tell = (message: string, facts: object) => log.warn(facts, message)
    const postgres = await startEmbedded({
      dataDir: config.dataDir,
      ownerPassword: secrets.databaseOwner,
      tell,
    })
    return {
      secrets,
      ownerUrl: postgres.ownerUrl,
      appUrl: postgres.url(APP_ROLE, secrets.databaseApp),
      async leave() {
        await postgres.stop()
        held.release()
      },
    }
  } catch (error) {
    held.release()
    throw error
  }
}

/**
 * For a command beside a running server: its database is used where it runs; otherwise the ground is taken for as
 * long as the command lasts.
 */
export async function borrowGround(config: Config, log: Log): Promise<Ground> {
  try {
    return await takeGround(config, log)
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'data-dir-in-use') throw error
    const secrets = readSecrets(config.dataDir)
    if (config.databaseUrl) return onOwnDatabase(config.databaseUrl, secrets, { release: () => undefined })
    const running = readPidFile(join(config.dataDir, 'postgres'))
    if (!running?.isReady) throw error
    const { endpoint } = running
    return {
      secrets,
      ownerUrl: urlAt(endpoint, OWNER, secrets.databaseOwner, 'mot_cua'),
      appUrl: urlAt(endpoint, APP_ROLE, secrets.databaseApp, 'mot_cua'),
      leave: async () => undefined,
    }
  }
}

async function onOwnDatabase(ownerUrl: string, secrets: Secrets, held: HeldDirectory): Promise<Ground> {
  await checkServer(ownerUrl)
  const appUrl = new URL(ownerUrl)
  appUrl.username = APP_ROLE
  appUrl.password = secrets.databaseApp
  return { secrets, ownerUrl, appUrl: appUrl.href, leave: async () => held.release() }
}

async function checkServer(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  try {
    await owner.connect()
    const { rows } = await owner.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    )
    const [server] = rows
    if (server && server.number < 180_000) throw fault('database-too-old', { version: server.version })
  } catch (error) {
    const state = codeOf(error) ?? ''
    const isRefused = isDatabaseAway(error) || /^(?:28|3D)/.test(state) || state === 'ENOTFOUND'
    throw isRefused ? fault('database-unreachable', { reason: messageOf(error) }, error) : error
  } finally {
    await owner.end()
  }
}
