import { type Outcome, refuse } from '#domain/outcome.ts'
import type { FaultyFile, UploadedFile } from '#papers/digitising/copy-of.ts'
import { isWhole, mediaTypeOf } from './media-type.ts'

/** A scanned page in colour is about one megabyte; more than this is a slip. */
export const MOST_SCAN_BYTES = 20 * 1024 * 1024
/** Of all files sent in one go. */
export const MOST_UPLOAD_BYTES = 60 * 1024 * 1024

/** A file with the type its content has, or what is wrong with it on the outside. */
export function uploaded(name: string, bytes: Uint8Array, turn = 0): Outcome<UploadedFile> {
  if (bytes.length === 0) return refuse('scan-empty', { name })
  if (bytes.length > MOST_SCAN_BYTES)
    return refuse('scan-too-large', { name, most: MOST_SCAN_BYTES / 1024 / 1024 })
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === null) return refuse('scan-of-no-kind', { name })
  if (!isWhole(bytes, mediaType)) return refuse('scan-cut-off', { name })
  return { name, mediaType, bytes, turn }
}

/** The refusal that a fault inside a file comes to. */
export function refusedFile({ fault, name, pages }: FaultyFile) {
  return refuse(`scan-${fault}`, { name, ...(pages !== undefined && { pages }) })
}
