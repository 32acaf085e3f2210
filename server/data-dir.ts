import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, fault } from './faults.ts'
import { isAlive } from './postgres/pid-file.ts'

/** A data directory that is ours until it is given back. */
export interface HeldDirectory {
  release(): void
}

/** Makes the data directory where it is missing, sees that we can write there, and takes it for this process. */
export function holdDataDir(folder: string): HeldDirectory {
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    // As root the database runs as another user, who has to pass through; what is inside stays closed.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711)
    return takeLock(folder)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC') throw fault('disk-full', { folder }, error)
    const reason = code && REASONS[code]
    if (reason) throw fault('data-dir-unusable', { folder, reason }, error)
    throw error
  }
}

/** Step by step: Node's own recursive way never ends where a file system denies that a folder can be made (`/proc`). */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const parent = dirname(folder)
  if (!existsSync(parent)) makeFolder(parent)
  mkdirSync(folder, { mode: 0o700 })
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền đọc, ghi',
  EPERM: 'không có quyền đọc, ghi',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOTDIR: 'đây (hoặc một phần đường dẫn) không phải thư mục',
  EEXIST: 'đây là một tệp, không phải thư mục',
  ENOENT: 'hệ thống tệp không cho tạo thư mục ở đây',
  ENAMETOOLONG: 'đường dẫn quá dài',
}

interface Holder {
  readonly pid: number
  /** Tells a process from a later one that was given the same number. */
  readonly born: string
}

/** The lock appears under its name only when it is written: made aside, then linked, which one of two can do. */
function takeLock(folder: string): HeldDirectory {
  const lock = join(folder, 'lock')
  const aside = `${lock}.${process.pid}`
  const mine: Holder = { pid: process.pid, born: bornAt(process.pid) }
  writeFileSync(aside, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (let tries = 0; ; tries += 1) {
      if (linked(aside, lock)) return { release: () => rmSync(lock, { force: true }) }
      const holder = readHolder(lock)
      if (holder && isThere(holder)) throw fault('data-dir-in-use', { folder, pid: holder.pid })
      if (tries > 10) throw new Error(`the lock ${lock} cannot be taken`)
      removeStale(lock, holder)
    }
  } finally {
    rmSync(aside, { force: true })
  }
}

function linked(aside: string, lock: string): boolean {
  try {
    linkSync(aside, lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Moves a left-over lock away, and puts it back when another start was quicker and the moved one is alive. */
function removeStale(lock: string, stale: Holder | undefined): void {
  const away = `${lock}.stale.${process.pid}`
  try {
    renameSync(lock, away)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const moved = readHolder(away)
  if (moved && moved.born !== stale?.born && isThere(moved)) linked(away, lock)
  rmSync(away, { force: true })
}

function readHolder(lock: string): Holder | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(lock, 'utf8'))
    if (typeof read !== 'object' || read === null || !('pid' in read) || !('born' in read)) return undefined
    return typeof read.pid === 'number' && typeof read.born === 'string'
      ? { pid: read.pid, born: read.born }
      : undefined
  } catch (error) {
    // Gone meanwhile, or cut off when the disk was full: nobody's either way.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

function isThere({ pid, born }: Holder): boolean {
  return isAlive(pid) && bornAt(pid) === born
}

/** On Linux, the boot and the tick a process began in; elsewhere the number alone must do. */
function bornAt(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const [, ticks] = /\) (?:\S+ ){19}(\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return `${boot} ${ticks ?? ''}`
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return ''
    throw error
  }
}
