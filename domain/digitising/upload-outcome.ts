import type { Refusal } from '../outcome.ts'
import type { Finding } from './page-quality.ts'

/** A file that was taken for a paper. */
export interface HandedIn {
  /** What is hard to read on it; it counts all the same. */
  readonly findings: readonly Finding[]
  /** False while it waits in quarantine. */
  readonly isChecked: boolean
}

/** What became of an upload once it was whole. */
export type UploadOutcome = HandedIn | Refusal
