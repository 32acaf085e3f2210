import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../faults.ts'

/** A file as the manifest knows it. */
export interface FileSeal {
  readonly size: number
  readonly sha256: string
}

/** Every file below a folder, as paths relative to it; folders too, with a slash at the end. Sorted. */
export async function listTree(
  folder: string,
  isLeftOut: (path: string) => boolean = () => false,
): Promise<string[]> {
  const found: string[] = []
  async function walk(below: string): Promise<void> {
    for (const entry of await entriesOf(join(folder, below))) {
      const path = below + entry.name
      if (isLeftOut(path)) continue
      if (entry.isDirectory()) {
        found.push(`${path}/`)
        await walk(`${path}/`)
      } else if (entry.isFile()) found.push(path)
    }
  }
  await walk('')
  return found.sort()
}

/** Copies a file so that it is on the disk, and seals what was copied. Undefined when the file is gone meanwhile. */
export async function copyFile(from: string, to: string): Promise<FileSeal | undefined> {
  const source = await open(from, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (!source) return undefined
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const target = await open(to, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of source.createReadStream({ highWaterMark: 1 << 20 })) {
      if (!Buffer.isBuffer(chunk)) throw new Error('a file is read as bytes')
      hash.update(chunk)
      await target.writeFile(chunk)
      size += chunk.length
    }
    await target.sync()
  } finally {
    await target.close()
  }
  return { size, sha256: hash.digest('hex') }
}

/** Seals a file where it stands. */
export async function sealFile(path: string): Promise<FileSeal> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!Buffer.isBuffer(chunk)) throw new Error('a file is read as bytes')
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

/** Makes the names in a folder last through a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    // The files of a table can be dropped while the tree is walked.
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
