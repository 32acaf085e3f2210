import type { Fault } from '../../parts/field.tsx'

/** What a form of the account came to, where it is not simply done. */
export interface Answered {
  readonly faults?: readonly Fault[]
  readonly refused?: string
  /** Shown this once. */
  readonly recovery?: readonly string[]
}
