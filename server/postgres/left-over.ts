import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Running } from './cluster.ts'
import { OWNER } from './cluster.ts'
import { urlAt } from './endpoint.ts'
import { isAlive, isServerOf, readPidFile } from './pid-file.ts'

/**
 * A server that outlived the program that started it (SIGKILL of Node leaves it running): it is adopted when it
 * answers to our password, stopped when it does not. Undefined when there is none.
 */
export async function adoptLeftOver(cluster: string, ownerPassword: string): Promise<Running | undefined> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const file = readPidFile(cluster)
    if (!file || !isServerOf(cluster, file.pid)) return undefined
    const isLate = performance.now() > deadline
    if (!file.isReady && !isLate) {
      await pause(50)
      continue
    }
    const running: Running = { pid: file.pid, endpoint: file.endpoint, ended: endOf(file.pid) }
    if (file.isReady && (await answers(urlAt(file.endpoint, OWNER, ownerPassword, 'postgres'))))
      return running
    await stopServer(running)
    return undefined
  }
}

/** Stops a server: open transactions are broken off at once; after ten seconds without regard to anything. */
export async function stopServer({ pid }: Pick<Running, 'pid'>): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  if (await isGoneWithin(pid, 10_000)) return
  process.kill(pid, 'SIGQUIT')
  if (!(await isGoneWithin(pid, 60_000))) throw new Error(`the database server ${pid} does not stop`)
}

/** Looked for, not waited for: a wait for a process that is not to hold us up would let the program end before. */
async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false
    await pause(10)
  }
  return true
}

/** The end of a process that is not our child has to be looked for. */
async function endOf(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(200, undefined, { ref: false })
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  let isBroken = false
  client.on('error', () => (isBroken = true))
  try {
    await client.connect()
    await client.query('select 1')
    return !isBroken
  } catch {
    // Whatever the reason, a server we cannot speak to is of no use to us.
    return false
  } finally {
    await client.end().catch(() => (isBroken = true))
  }
}
