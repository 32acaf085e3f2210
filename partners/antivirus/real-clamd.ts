import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { TEST_VIRUS } from './test-virus.ts'

const MOST_MS = 30_000

/** Debian's own clamd with one signature of its own, in a folder that goes with it. Only for tests. */
export async function startClamd() {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'))
  // Started by root it goes on as root, and reads nothing another has put there.
  await chmod(folder, 0o755)
  const [signatures, socket, config] = ['signatures', 'clamd.sock', 'clamd.conf'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  await mkdir(signatures)
  const hex = Buffer.from(TEST_VIRUS).toString('hex')
  await writeFile(join(signatures, 'test.ndb'), `Eicar-Test-Signature:0:*:${hex}\n`)
  await writeFile(
    config,
    [
      `DatabaseDirectory ${signatures}`,
      `LocalSocket ${socket}`,
      `TemporaryDirectory ${folder}`,
      'Foreground yes',
      'StreamMaxLength 30M',
      'MaxThreads 2',
      '',
    ].join('\n'),
  )
  const child = spawn('clamd', ['--config-file', config], { stdio: 'ignore' })
  try {
    await listening(child, socket)
  } catch (error) {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return {
    at: { path: socket },
    async stop(): Promise<void> {
      child.kill('SIGKILL')
      await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listening(child: ChildProcess, socket: string): Promise<void> {
  let failed: Error | undefined
  child.once('error', (error) => {
    failed = new Error('clamd is missing: apt-get install clamav-daemon', { cause: error })
  })
  child.once('exit', (code) => (failed ??= new Error(`clamd ended with ${code}`)))
  for (const until = Date.now() + MOST_MS; Date.now() < until; await wait(50)) {
    if (failed) throw failed
    if (
      await access(socket).then(
        () => true,
        () => false,
      )
    )
      return
  }
  throw new Error(`clamd did not listen within ${MOST_MS} ms`)
}
