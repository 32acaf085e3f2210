import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from './postgres/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the server that all database tests of a run share. */
    testPostgres: string
  }
}

/** One database server for a whole run of tests, in a folder that goes with it. Without fsync: nothing is to last. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mot-cua-test-'))
  await chmod(dataDir, 0o711)
  const postgres = await startEmbedded({
    dataDir,
    ownerPassword: randomBytes(16).toString('hex'),
    isDurable: false,
    tell: (message, facts) => console.error(message, facts),
  })
  project.provide('testPostgres', postgres.ownerUrl)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
