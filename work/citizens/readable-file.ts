import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { lookInto } from '#papers/digitising/make-copy.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { refusedFile, uploaded } from '../scanning/readable-files.ts'

/** A photograph or PDF, as it came. */
export interface FileGiven {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadableFile extends FileGiven {
  readonly mediaType: string
  readonly sha256: string
}

/**
 * A file a citizen sent, once it has been looked into and for viruses. It stands with no filing in which it could wait:
 * while the scanner is away it is not taken.
 */
export async function readableFile(
  { lookForViruses }: Pick<Desk, 'lookForViruses'>,
  { name, bytes }: FileGiven,
): Promise<Outcome<ReadableFile>> {
  const file = uploaded(name, bytes)
  if (isRefusal(file)) return file
  const virus = lookForViruses && (await lookForViruses(bytes))
  if (virus && virus.kind !== 'clean')
    return refuse(virus.kind === 'infected' ? 'file-infected' : 'file-check-away', { name })
  const faulty = await lookInto([file])
  if (faulty) return refusedFile(faulty)
  return { name: name.slice(0, 200), mediaType: file.mediaType, sha256: seal(bytes), bytes }
}
