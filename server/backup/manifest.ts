import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, fault } from '../faults.ts'
import { listTree, sealFile } from './copy-file.ts'

export const MANIFEST = 'manifest.json'

const SHAPE = z.object({
  version: z.literal(1),
  at: z.string(),
  postgres: z.string(),
  folders: z.array(z.string()),
  files: z.record(z.string(), z.object({ size: z.number(), sha256: z.string() })),
})

/** What a backup holds: every file with size and SHA-256, and the folders, of which some are empty. */
export type Manifest = z.infer<typeof SHAPE>

/** Reads the manifest of a backup and holds every file against it; throws with all that is wrong. */
export async function readWholeBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const found = new Set((await listTree(folder)).filter((path) => path !== MANIFEST && !path.endsWith('/')))
  const faults: string[] = []
  for (const [path, { size, sha256 }] of Object.entries(manifest.files)) {
    if (!found.delete(path)) faults.push(`thiếu ${path}`)
    else {
      const seal = await sealFile(join(folder, path))
      if (seal.size !== size || seal.sha256 !== sha256) faults.push(`nội dung khác lúc sao lưu: ${path}`)
    }
  }
  faults.push(...[...found].map((path) => `thừa ${path}`))
  if (faults.length > 0) throw fault('backup-not-whole', { folder, faults: faults.slice(0, 20) })
  return manifest
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    const manifest = SHAPE.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
    const isOutside = (path: string) => path.startsWith('/') || path.split('/').includes('..')
    if ([...Object.keys(manifest.files), ...manifest.folders].some(isOutside))
      throw new SyntaxError('outside')
    return manifest
  } catch (error) {
    const isUnreadable = error instanceof SyntaxError || error instanceof z.ZodError
    if (!isUnreadable && codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error
    const reason = isUnreadable ? `${MANIFEST} không đọc được` : `không có ${MANIFEST}`
    throw fault('backup-not-whole', { folder, faults: [reason] }, error)
  }
}
