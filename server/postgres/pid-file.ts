import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../faults.ts'
import type { Endpoint } from './endpoint.ts'

/** What a running server says of itself in `postmaster.pid`. */
export interface PidFile {
  readonly pid: number
  readonly endpoint: Endpoint
  readonly isReady: boolean
}

/** Reads `postmaster.pid` of a cluster; undefined when no server runs or it is only just being written. */
export function readPidFile(cluster: string): PidFile | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  const [pid, , , port, socketFolder, , , state] = lines
  if (!pid || !port) return undefined
  return {
    pid: Number(pid),
    endpoint: { port: Number(port), socketFolder: socketFolder || undefined },
    isReady: state?.trim() === 'ready',
  }
}

/** Whether a process of that number is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
    if (codeOf(error) === 'EPERM') return true
    throw error
  }
}

/**
 * Whether the process of a pid file is truly the server of that cluster: after a restart of the machine the number
 * may belong to another program. A server stands in its own data directory, which Linux tells; elsewhere the number
 * is believed.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch (error) {
    // Without /proc (macOS), or it ended between the two looks.
    return codeOf(error) === 'ENOENT' ? process.platform !== 'linux' && isAlive(pid) : isAlive(pid)
  }
}
