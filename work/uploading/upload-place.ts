import type { HandedIn } from '#domain/digitising/upload-outcome.ts'
import type { UploadsBefore } from '#domain/digitising/upload-quota.ts'
import type { Outcome } from '#domain/outcome.ts'

/** A file that has come whole. */
export interface WholeFile {
  readonly id: string
  readonly component: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Where uploads go, for whom it belongs to: found anew for every request, so that it is gone when what it is of is. */
export interface UploadPlace {
  /** The id of what they are for. */
  readonly of: string
  /** Whose room they take. */
  readonly person: string
  /** The paper files come for here. */
  readonly component: string
  readonly before: () => Promise<UploadsBefore>
  /** Takes a file that is whole; the same id again is the same file. */
  readonly take: (file: WholeFile) => Promise<Outcome<HandedIn>>
}
