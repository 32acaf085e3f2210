import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'
import { isAlive, readPidFile } from './pid-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-embedded-'))
const told: string[] = []
const settings = (dataDir: string, ownerPassword = 'one password') => {
  mkdirSync(dataDir, { recursive: true })
  chmodSync(dataDir, 0o711)
  return { dataDir, ownerPassword, isDurable: false, tell: (message: string) => void told.push(message) }
}

beforeAll(() => chmodSync(folder, 0o711))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a killed server is back by itself, with a client at work, and nothing committed is gone', async () => {
  const postgres = await startEmbedded({ ...settings(join(folder, 'killed')), isDurable: true })
  const pool = new pg.Pool({ connectionString: postgres.ownerUrl, max: 4, connectionTimeoutMillis: 5_000 })
  const lost: Error[] = []
  pool.on('error', (error) => lost.push(error))
  pool.on('connect', (client) => client.on('error', (error) => lost.push(error)))
  try {
    await pool.query('create table kept (number bigint primary key)')
    for (let kill = 0; kill < 3; kill += 1) {
      await pool.query('insert into kept values ($1)', [kill])
      const busy = pool.query('select pg_sleep(60)').catch((error: unknown) => error)
      const pid = postgres.pid()
      process.kill(pid, 'SIGKILL')
      // Connections of the killed server may answer for a moment longer.
      await expect.poll(() => postgres.pid(), { timeout: 20_000 }).not.toBe(pid)
      await expect
        .poll(
          () =>
            pool.query('select count(*)::int from kept').then(
              ({ rows }) => rows[0],
              () => null,
            ),
          { timeout: 20_000 },
        )
        .toEqual({ count: kill + 1 })
      expect(await busy).toBeInstanceOf(Error)
    }
  } finally {
    await pool.end()
    await postgres.stop()
  }
  expect(isAlive(postgres.pid())).toBe(false)
})

test('a server whose program was killed is adopted by the next; one that does not know us is stopped', async () => {
  const dataDir = join(folder, 'left over')
  const left = await leaveOver(dataDir)
  const adopting = await startEmbedded(settings(dataDir))
  expect(adopting.pid()).toBe(left)
  await adopting.stop()
  expect(isAlive(left)).toBe(false)

  const stranger = await leaveOver(dataDir)
  await expect(startEmbedded(settings(dataDir, 'another password'))).rejects.toMatchObject({ code: '28P01' })
  expect(isAlive(stranger)).toBe(false)
  expect(readPidFile(join(dataDir, 'postgres'))).toBeUndefined()
})

/** Starts a server from a program that is then killed. */
async function leaveOver(dataDir: string): Promise<number> {
  const { tell: _, ...given } = settings(dataDir)
  const program = `
    const { startEmbedded } = await import('./server/postgres/embedded.ts')
    await startEmbedded({ ...${JSON.stringify(given)}, tell() {} })
    process.stdout.write('up')
    setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--import', './server/read-tsx.ts', '--input-type=module', '--eval', program],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const running = readPidFile(join(dataDir, 'postgres'))
  if (!running || !isAlive(running.pid)) throw new Error('nothing was left over')
  return running.pid
}

test('where the path is too long for a socket, a free port of this machine is taken', async () => {
  const postgres = await startEmbedded(settings(join(folder, 'long'.repeat(25))))
  const client = new pg.Client({ connectionString: postgres.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ host: string }>(`select host(inet_server_addr()) as host`)
  await client.end()
  await postgres.stop()
  expect(rows).toEqual([{ host: '127.0.0.1' }])
})
