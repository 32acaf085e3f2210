import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './faults.ts'

/** Secrets the program makes for itself at its first start; only its own user may read them. */
export interface Secrets {
  readonly databaseOwner: string
  readonly databaseApp: string
  readonly identity: string
  /** The private half of the key by which push services know the program again. */
  readonly push: string
}

/** Reads the secrets of a data directory, making those that are missing. */
export function readSecrets(dataDir: string): Secrets {
  const folder = join(dataDir, 'secrets')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = (name: string) => keptSecret(join(folder, name))
  return {
    databaseOwner: secret('database-owner'),
    databaseApp: secret('database-app'),
    identity: secret('identity'),
    push: secret('push'),
  }
}

function keptSecret(path: string): string {
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const kept = readFileSync(path, 'utf8')
  if (kept.length < 32) throw new Error(`the secret ${path} is cut off`)
  return kept
}
