import type { Day } from '../calendar/moment.ts'
import { type HeldCopy, whyNotReused } from '../digitising/copy-status.ts'
import { searched } from '../people/searched.ts'

/** A copy the centre holds that stands for a paper of a filing, as the citizen chose it. */
export interface HeldPaper {
  readonly scan: string
  /** Of the dossier it was made for. */
  readonly code: string
}

/** How a choice of one is typed: behind this stands the scan. */
export const HELD = 'held:'

interface Filer {
  /** The number the national identity vouches for; null for everybody else. */
  readonly vouchedNumber: string | null
  readonly isForSelf: boolean
}

/**
 * The copies that may stand for a paper online: of the very person, whom the national identity vouches for and who files
 * for himself, certified, valid on the day, and of this paper by its key or its name, as procedures share papers, not keys.
 */
export function copiesForPaper<Copy extends HeldCopy & { readonly component: string; readonly name: string }>(
  copies: readonly Copy[],
  paper: { readonly key: string; readonly name: string },
  { vouchedNumber, isForSelf, on }: Filer & { readonly on: Day },
): readonly Copy[] {
  if (!isForSelf) return []
  return copies.filter(
    (copy) =>
      whyNotReused(copy, vouchedNumber, on) === null &&
      (copy.component === paper.key || searched(copy.name.replace(/\.pdf$/, '')) === searched(paper.name)),
  )
}
