import { execFileSync } from 'node:child_process'
import { chownSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fault } from '../faults.ts'

/** The system user PostgreSQL runs as, when that is another than ours. */
export interface RunAs {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const POSTGRES = 'postgres'

/** PostgreSQL refuses to run as root: then the system's user `postgres` is taken, and made where it is missing. */
export function whoRunsPostgres(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = findUser()
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', POSTGRES], { stdio: 'pipe' })
  } catch (error) {
    throw fault('no-postgres-user', { reason: error instanceof Error ? error.message : String(error) }, error)
  }
  const made = findUser()
  if (!made) throw fault('no-postgres-user', { reason: 'useradd' })
  return made
}

/** Gives a folder to the user PostgreSQL runs as. */
export function giveTo(runAs: RunAs | undefined, folder: string): void {
  if (runAs) chownSync(folder, runAs.uid, runAs.gid)
}

/** Throws, naming the folders, when the user PostgreSQL runs as cannot pass to one of the paths. */
export function checkReachable(runAs: RunAs | undefined, paths: readonly string[]): void {
  if (!runAs) return
  const folders = [...new Set(paths.flatMap(parentsOf))].filter((folder) => !mayPass(runAs, folder))
  if (folders.length > 0) throw fault('unreachable-for-postgres', { user: runAs.name, folders })
}

function findUser(): RunAs | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${POSTGRES}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { name: POSTGRES, uid: Number(uid), gid: Number(gid) } : undefined
}

function parentsOf(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [...parentsOf(parent), parent]
}

function mayPass({ uid, gid }: RunAs, folder: string): boolean {
  const stat = statSync(folder)
  if (stat.uid === uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}
