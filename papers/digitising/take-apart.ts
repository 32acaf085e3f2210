import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import { beside, oneByOne } from './beside.ts'
import type { CopyAsked } from './copy-of.ts'
import type { FaultyFile, UploadedFile } from './look-into.ts'
import type { TakenApart } from './taken-apart.ts'

const THREAD = new URL('scans-worker.ts', import.meta.url)
/** A stack is a minute's work: beside it a page from the counter is still digitised at once. */
const inTurn = oneByOne()

/** Reads the code marks of a stack of scans and takes it apart into documents, or says which file is at fault. */
export function takeApart(
  files: readonly UploadedFile[],
  asked: CopyAsked,
): Promise<FaultyFile | TakenApart> {
  return inTurn(() => beside<FaultyFile | TakenApart>(THREAD, UPLOAD_LIMITS.stackSeconds, { files, asked }))
}
