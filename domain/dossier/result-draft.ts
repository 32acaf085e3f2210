import { type Outcome, refuse } from '#domain/outcome.ts'

/** What was approved to become the result, and the hash (SHA-256, hexadecimal) of the bytes reviewed. */
export interface ApprovedDraft {
  /** The version that was drafted; null for a page made of the dossier alone, printed to be signed by hand. */
  readonly version: number | null
  readonly sha256: string
}

interface Approving {
  /** Whether the result has a form of its own; a refusal has the letter of refusals. */
  readonly hasForm: boolean
  /** The newest version there is; null without any. */
  readonly newest: number | null
  /** The version the approver names, and the hash of what was looked at. */
  readonly named: number | null
  readonly reviewed: string | null
}

/**
 * The version that is approved; null where none is: a general page, or a result written by hand without a draft. What was
 * reviewed is what is signed, so it is the newest version and it was looked at.
 */
export function draftToApprove({ hasForm, newest, named, reviewed }: Approving): Outcome<number | null> {
  if (!hasForm) return named === null ? null : refuse('no-such-draft', { version: named })
  if (newest === null) {
    if (named !== null) return refuse('no-such-draft', { version: named })
    return reviewed === null ? null : refuse('no-draft-yet')
  }
  if (named === null || reviewed === null) return refuse('draft-not-reviewed', { newest })
  if (named > newest) return refuse('no-such-draft', { version: named })
  return named === newest ? named : refuse('newer-draft', { named, newest })
}
