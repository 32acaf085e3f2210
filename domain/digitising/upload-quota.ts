import { type Outcome, refuse } from '../outcome.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'

/** The house's own measures, for citizens; files and bytes count what has come and what is announced. */
export const UPLOAD_QUOTA = {
  /** Of all files of one filing or answer. */
  bytes: 100 * 1024 * 1024,
  /** Of all that one person has begun and not sent in. */
  bytesOfPerson: 300 * 1024 * 1024,
  /** Uploads one person may have begun and not brought to an end. */
  unfinished: 10,
  /** Hours after which an upload nobody goes on with is thrown away. */
  hours: 24,
} as const

/** What stands already: at one draft, and with the person over all of them. */
export interface UploadsBefore {
  readonly files: number
  readonly bytes: number
  readonly bytesOfPerson: number
  readonly unfinished: number
}

/** Whether a file of this size may come besides; announced before it is sent, so that nobody sends in vain. */
export function roomFor(
  before: UploadsBefore,
  file: { readonly name: string; readonly size: number },
): Outcome<true> {
  const { name, size } = file
  const mb = (bytes: number) => bytes / 1024 / 1024
  if (size <= 0) return refuse('scan-empty', { name })
  if (size > UPLOAD_LIMITS.bytes) return refuse('scan-too-large', { name, most: mb(UPLOAD_LIMITS.bytes) })
  if (before.files >= UPLOAD_LIMITS.files)
    return refuse('draft-too-many-files', { most: UPLOAD_LIMITS.files })
  if (before.bytes + size > UPLOAD_QUOTA.bytes)
    return refuse('draft-too-large', { name, most: mb(UPLOAD_QUOTA.bytes) })
  if (before.bytesOfPerson + size > UPLOAD_QUOTA.bytesOfPerson)
    return refuse('uploads-too-large', { most: mb(UPLOAD_QUOTA.bytesOfPerson) })
  return true
}

/** Whether another upload may be begun. */
export function mayBeginUpload(
  before: UploadsBefore,
  file: { readonly name: string; readonly size: number },
): Outcome<true> {
  if (before.unfinished >= UPLOAD_QUOTA.unfinished)
    return refuse('uploads-too-many', { most: UPLOAD_QUOTA.unfinished })
  return roomFor(before, file)
}
