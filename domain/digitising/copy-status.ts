/**
 * How far a component of a dossier is digitised, as the national data format counts it: not, by a copy of its own,
 * with a copy of a component of another dossier, with a copy of the result of another dossier.
 */
export const COPY_STATUSES = [0, 1, 2, 3] as const
export type CopyStatus = (typeof COPY_STATUSES)[number]

/** In place of a component's key: the paper is the result of the dossier itself. */
export const RESULT_COMPONENT = '@result'

/** A copy as far as its status goes. */
export interface StandingCopy {
  readonly isStruck: boolean
  /** Compared with the original and certified by an officer. */
  readonly isCertified: boolean
  /** The component it was in the dossier it is reused from; null for a copy made here. */
  readonly reusedFrom: string | null
}

/**
 * The status of a component by its copies. A copy made here counts once it is certified; it comes before a reused one,
 * as it is the newer look at the paper. A reused one was certified where it was made.
 */
export function copyStatus(copies: readonly StandingCopy[]): CopyStatus {
  const standing = copies.filter((one) => !one.isStruck)
  if (standing.some((one) => one.reusedFrom === null && one.isCertified)) return 1
  const [reused] = standing.flatMap(({ reusedFrom }) => (reusedFrom === null ? [] : [reusedFrom]))
  if (reused === undefined) return 0
  return reused === RESULT_COMPONENT ? 3 : 2
}

/** A copy of a person's paper that the centre holds, as far as its use goes. */
export interface HeldCopy {
  readonly ownerNumber: string | null
  readonly isStruck: boolean
  readonly isCertified: boolean
  /** Last day the paper itself says it is valid; null when it says none. */
  readonly validUntil: string | null
}

/**
 * Why a held copy may not stand for a paper of this owner on this day; null when it may. The owner is known by the
 * identity number alone: people of one name are many.
 */
export function whyNotReused(
  copy: HeldCopy,
  ownerNumber: string | null,
  on: string,
): 'other-owner' | 'struck' | 'not-certified' | 'run-out' | null {
  if (ownerNumber === null || copy.ownerNumber !== ownerNumber) return 'other-owner'
  if (copy.isStruck) return 'struck'
  if (!copy.isCertified) return 'not-certified'
  return copy.validUntil !== null && copy.validUntil < on ? 'run-out' : null
}
