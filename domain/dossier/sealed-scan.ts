import type { Step } from '../procedure/process.ts'
import type { StackPiece } from '../digitising/scan-stack.ts'
import type { Dossier } from './dossier.ts'

/** Why a scan is not attached by itself: its marks say too little, or the result they name is not one that was stamped. */
export const UNRECOGNISED = [
  'no-mark',
  'unknown-dossier',
  'signed-electronically',
  'not-approved',
  'another-print',
  'attached-already',
  'not-sealed',
  'pages-missing',
] as const
export type Unrecognised = (typeof UNRECOGNISED)[number]

/**
 * Why the result of a dossier is no paper that was stamped; null when it is. It is approved without a key and sealed by
 * the seal keeper, where the process has such a step; sending it back undoes both.
 */
export function whyNotStamped(
  { document, approvedAt, step }: Pick<Dossier, 'document' | 'approvedAt' | 'step'>,
  steps: readonly Pick<Step, 'key' | 'kind'>[],
): 'signed-electronically' | 'not-approved' | 'not-sealed' | null {
  if (document !== undefined) return 'signed-electronically'
  if (approvedAt === null) return 'not-approved'
  const sealing = steps.findIndex(({ kind }) => kind === 'seal')
  return steps.findIndex(({ key }) => key === step) > sealing ? null : 'not-sealed'
}

/** What is known of the dossier that a scan names. */
export interface KnownResult {
  readonly whyNot: ReturnType<typeof whyNotStamped>
  /** The name of the print that was approved; null where the result was written elsewhere. */
  readonly print: string | null
  /** Whether the stamped result stands beside the dossier already. */
  readonly isAttached: boolean
}

/** Why a scan is left to a person; null when it is attached by itself. */
export function whyUnrecognised(
  { of, missing, unread }: Pick<StackPiece, 'of' | 'missing' | 'unread'>,
  known: KnownResult | null,
): Unrecognised | null {
  if (of === null) return 'no-mark'
  if (known === null) return 'unknown-dossier'
  const { whyNot, print, isAttached } = known
  if (whyNot !== null && whyNot !== 'not-sealed') return whyNot
  if (of.print !== print) return 'another-print'
  if (isAttached) return 'attached-already'
  if (whyNot !== null) return whyNot
  return missing.length > 0 || unread > 0 ? 'pages-missing' : null
}
