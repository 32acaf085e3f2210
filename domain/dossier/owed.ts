import type { Dossier } from './dossier.ts'

/** One line of what is to be paid: a charge for a service (phí) or a fee for an act of the state (lệ phí). */
export interface FeeLine {
  readonly kind: (typeof FEE_KINDS)[number]
  readonly name: string
  /** Whole đồng. */
  readonly dong: number
}
export const FEE_KINDS = ['charge', 'fee'] as const

/** For whom the law asks less or nothing; the ground is written down with it. */
export const EXEMPT = ['child', 'poor', 'elderly', 'disabled', 'merit', 'minority', 'other'] as const
export interface Exemption {
  readonly who: (typeof EXEMPT)[number]
  readonly ground: string
}

export const PAYMENT_WAYS = ['cash', 'transfer', 'card'] as const
export type PaymentWay = (typeof PAYMENT_WAYS)[number]

/** What was to be paid in all, in đồng; null while nobody has determined it, which is never 0 đ. */
export function feeOf({ feeDong, fee }: Pick<Dossier, 'feeDong' | 'fee'>): number | null {
  return fee ? fee.lines.reduce((sum, { dong }) => sum + dong, 0) : feeDong
}

/** What is still to be paid, in đồng; null while undetermined. A receipt that was cancelled paid nothing. */
export function owedDong(dossier: Pick<Dossier, 'feeDong' | 'fee' | 'payments'>): number | null {
  const fee = feeOf(dossier)
  if (fee === null) return null
  const paid = (dossier.payments ?? []).filter(({ state }) => state !== 'cancelled')
  return Math.max(0, fee - paid.reduce((sum, { dong }) => sum + dong, 0))
}
