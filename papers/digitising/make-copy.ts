import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import { beside, oneByOne } from './beside.ts'
import type { CopyAsked, MadeCopy } from './copy-of.ts'
import type { FaultyFile, MeasuredPages, UploadedFile } from './look-into.ts'

const COPY = new URL('copy-worker.ts', import.meta.url)
const LOOK = new URL('look-worker.ts', import.meta.url)
const inTurn = oneByOne()

/** Makes one PDF/A of the files, or says which of them is at fault. */
export function makeCopy(files: readonly UploadedFile[], asked: CopyAsked): Promise<FaultyFile | MadeCopy> {
  return inTurn(() => beside<FaultyFile | MadeCopy>(COPY, UPLOAD_LIMITS.seconds, { files, asked }))
}

/** Why files cannot be taken as they are; null when they can. */
export function lookInto(files: readonly UploadedFile[]): Promise<FaultyFile | null> {
  return inTurn(() => beside<FaultyFile | null>(LOOK, UPLOAD_LIMITS.seconds, { files, asked: null }))
}

/** The same of one file, and what was measured on its first pages. */
export function measure(file: UploadedFile): Promise<FaultyFile | MeasuredPages> {
  const given = { files: [file], asked: 'measures' }
  return inTurn(() => beside<FaultyFile | MeasuredPages>(LOOK, UPLOAD_LIMITS.seconds, given))
}
