import { seenOutside } from '#domain/digitising/media-type.ts'
import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { FaultyFile, UploadedFile } from '#papers/digitising/look-into.ts'

export const MOST_SCAN_BYTES = UPLOAD_LIMITS.bytes
/** Of all files sent in one go. */
export const MOST_UPLOAD_BYTES = 60 * 1024 * 1024

/** A file with the type its content has, or what is wrong with it on the outside. */
export function uploaded(name: string, bytes: Uint8Array, turn = 0): Outcome<UploadedFile> {
  const seen = seenOutside(bytes, MOST_SCAN_BYTES)
  if (seen.fault === null) return { name, mediaType: seen.mediaType, bytes, turn }
  const most = seen.fault === 'too-large' ? { most: MOST_SCAN_BYTES / 1024 / 1024 } : {}
  return refuse(`scan-${seen.fault}`, { name, ...most })
}

/** A file as a form sends it. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Files sent in one go, each turned by so many degrees; or what is wrong with the first that is wrong. */
export function allUploaded(
  sent: readonly SentFile[],
  turns: readonly number[] = [],
): Outcome<readonly UploadedFile[]> {
  if (sent.length > UPLOAD_LIMITS.files) return refuse('scan-too-many-files', { most: UPLOAD_LIMITS.files })
  const files: UploadedFile[] = []
  for (const [place, { name, bytes }] of sent.entries()) {
    const file = uploaded(name, bytes, turns[place] ?? 0)
    if (isRefusal(file)) return file
    files.push(file)
  }
  return files
}

/** The refusal that a fault inside a file comes to. */
export function refusedFile({ fault, name, pages }: FaultyFile) {
  return refuse(`scan-${fault}`, { name, ...(pages !== undefined && { pages }) })
}
