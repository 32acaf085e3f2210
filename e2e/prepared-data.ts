import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { end, freePort, signInAll, startHouse } from '../check/house-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data directory of a demonstration as its first start leaves it: every hall begins with a copy. */
    preparedData: string
    /** Tokens of its people by post, signed in at `CLOCK`. */
    preparedTokens: readonly (readonly [post: string, token: string])[]
  }
}

/** Tuesday 5 March 2019, eight o'clock. */
export const CLOCK = '2019-03-05T08:00+07:00'

/** Starts the program once on an empty directory and ends it: making database and centre takes longer than a copy, as signing everybody in does. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-prepared-'))
  const dataDir = join(folder, 'data')
  await chmod(folder, 0o711)
  await mkdir(dataDir)
  const house = await startHouse(dataDir, await freePort(), { CLOCK })
  const tokens = await signInAll(house.origin, dataDir)
  await end(house.process, 'SIGTERM')
  project.provide('preparedData', dataDir)
  project.provide('preparedTokens', [...tokens])
  return () => rm(folder, { recursive: true, force: true })
}
