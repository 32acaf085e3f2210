import { chown, mkdir, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { holdDataDir } from '../data-dir.ts'
import { codeOf, fault } from '../faults.ts'
import { adoptLeftOver, stopServer } from '../postgres/left-over.ts'
import { type RunAs, whoRunsPostgres } from '../postgres/run-as.ts'
import { copyFile, syncFolder } from './copy-file.ts'
import { type Manifest, readWholeBackup } from './manifest.ts'

export interface RestoreAsked {
  readonly from: string
  readonly dataDir: string
  /** Moves what stands in the data directory aside instead of refusing. */
  readonly isForced: boolean
  readonly at: Temporal.Instant
}

export interface Restored {
  readonly manifest: Manifest
  /** Where what stood there before lies now. */
  readonly movedTo: string | null
}

/** While this stands in a data directory, a restore was begun and not finished; nothing is started on it. */
export const RESTORING = 'restoring.unfinished'
/** Neither data nor in the way. */
const OURS = new Set(['lock', RESTORING])
const MOVED = 'before-restore-'

/** Puts a backup in the place of a data directory, after every file of it has been held against its seal. */
export async function restore(asked: RestoreAsked): Promise<Restored> {
  const from = resolve(asked.from)
  const manifest = await readWholeBackup(from)
  const held = holdDataDir(asked.dataDir)
  try {
    const standing = await standingIn(asked.dataDir)
    if (standing.length > 0 && !asked.isForced) throw fault('restore-needs-empty', { folder: asked.dataDir })
    await checkSpace(asked.dataDir, manifest)
    await stopLeftOver(asked.dataDir)
    const unfinished = join(asked.dataDir, RESTORING)
    await rm(unfinished, { recursive: true, force: true })
    await copyBack(from, unfinished, manifest, whoRunsPostgres())
    const movedTo = await moveAside(asked, standing)
    // The database last: without it in its place no start takes the rest for whole.
    const names = (await readdir(unfinished)).sort(
      (a, b) => Number(a === 'postgres') - Number(b === 'postgres'),
    )
    for (const name of names) await rename(join(unfinished, name), join(asked.dataDir, name))
    await rm(unfinished, { recursive: true })
    await syncFolder(asked.dataDir)
    return { manifest, movedTo }
  } catch (error) {
    throw codeOf(error) === 'ENOSPC' ? fault('disk-full', { folder: asked.dataDir }, error) : error
  } finally {
    held.release()
  }
}

async function standingIn(dataDir: string): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => !OURS.has(name) && !name.startsWith(MOVED))
}

async function checkSpace(dataDir: string, manifest: Manifest): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  const needed = Object.values(manifest.files).reduce((sum, { size }) => sum + size, 0)
  if (bavail * bsize < needed * 1.05) throw fault('disk-full', { folder: dataDir })
}

/** A server without its program still writes into the directory that is about to be moved. */
async function stopLeftOver(dataDir: string): Promise<void> {
  const running = await adoptLeftOver(join(dataDir, 'postgres'), '')
  if (running) await stopServer(running)
}

async function copyBack(
  from: string,
  to: string,
  manifest: Manifest,
  runAs: RunAs | undefined,
): Promise<void> {
  await mkdir(to, { mode: 0o711 })
  const give = async (path: string) => {
    if (runAs && path.startsWith('postgres/')) await chown(join(to, path), runAs.uid, runAs.gid)
  }
  for (const folder of manifest.folders) {
    await mkdir(join(to, folder), { recursive: true, mode: 0o700 })
    await give(folder)
  }
  for (const path of Object.keys(manifest.files)) {
    if (!(await copyFile(join(from, path), join(to, path)))) throw new Error(`${path} of the backup is gone`)
    await give(path)
  }
  for (const folder of manifest.folders) await syncFolder(join(to, folder))
}

async function moveAside({ dataDir, at }: RestoreAsked, standing: readonly string[]): Promise<string | null> {
  if (standing.length === 0) return null
  const movedTo = join(dataDir, `${MOVED}${at.toString({ smallestUnit: 'second' }).replaceAll(':', '')}`)
  await mkdir(movedTo, { mode: 0o700 })
  for (const name of standing) await rename(join(dataDir, name), join(movedTo, name))
  return movedTo
}
