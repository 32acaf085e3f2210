import type { Dossier } from './dossier.ts'

/** One line of what is to be paid: a charge for a service (phí) or a fee for an act of the state (lệ phí). */
export interface FeeLine {
  readonly kind: (typeof FEE_KINDS)[number]
  readonly name: string
  /** Whole đồng. */
  readonly dong: number
  /** When it is due; not there where the process says so by the step that collects it. */
  readonly due?: DueTime | undefined
  /** By which rule it is asked. */
  readonly ground?: string | undefined
  /** Before an exemption took a part of it. */
  readonly beforeDong?: number
}
/** The moments at which the law lets a charge be asked, in their order. */
export const DUE_TIMES = ['receipt', 'supplement', 'return'] as const
export type DueTime = (typeof DUE_TIMES)[number]
export const FEE_KINDS = ['charge', 'fee'] as const

/** For whom the law asks less or nothing; the ground is written down with it. */
export const EXEMPT = ['child', 'poor', 'elderly', 'disabled', 'merit', 'minority', 'other'] as const
export interface Exemption {
  readonly who: (typeof EXEMPT)[number]
  readonly ground: string
  /** Which exemption of the procedure it is, and the paper that was shown for it; since 0031. */
  readonly rule?: string
  readonly evidence?: string
}

/** How money is taken at the counter. */
export const PAYMENT_WAYS = ['cash', 'transfer', 'card'] as const
export type PaymentWay = (typeof PAYMENT_WAYS)[number]
/** How money comes and goes: over the counter, or through a provider and past every till. */
export const MONEY_WAYS = [...PAYMENT_WAYS, 'online'] as const
export type MoneyWay = (typeof MONEY_WAYS)[number]

/** What was to be paid in all, in đồng; null while nobody has determined it, which is never 0 đ. */
export function feeOf({ feeDong, fee }: Pick<Dossier, 'feeDong' | 'fee'>): number | null {
  return fee ? fee.lines.reduce((sum, { dong }) => sum + dong, 0) : feeDong
}

/** What is still to be paid, in đồng; null while undetermined. A receipt that was cancelled paid nothing. */
export function owedDong(dossier: Pick<Dossier, 'feeDong' | 'fee' | 'payments'>): number | null {
  const fee = feeOf(dossier)
  if (fee === null) return null
  const paid = paymentsOf(dossier)
  return Math.max(0, fee - paid.reduce((sum, { dong }) => sum + dong, 0))
}

/** What was paid of what is asked now; what was given back before it was asked anew pays nothing of it. */
function paymentsOf({ fee, payments = [] }: Pick<Dossier, 'fee' | 'payments'>) {
  return payments.slice(fee?.paymentsBefore ?? 0).filter(({ state }) => state !== 'cancelled')
}

type Asked = Pick<Dossier, 'feeDong' | 'fee' | 'payments' | 'stage' | 'supplementsAsked'>

/** The lines not yet paid, all of them or those due by now. */
export function unpaidLines(dossier: Asked, isAll: boolean): readonly FeeLine[] {
  const paid = paymentsOf(dossier)
    .flatMap(({ lines = [] }) => lines)
    .map((one) => JSON.stringify(one))
  const latest = DUE_TIMES.indexOf(dueNow(dossier))
  return (dossier.fee?.lines ?? []).filter((line) => {
    const place = paid.indexOf(JSON.stringify(line))
    if (place >= 0) paid.splice(place, 1)
    return place < 0 && (isAll || line.due === undefined || DUE_TIMES.indexOf(line.due) <= latest)
  })
}

/** What is to be paid by now: lines that are due later wait, what has no lines is due as a whole. */
export function owedNowDong(dossier: Asked): number | null {
  const owed = owedDong(dossier)
  const isSplit = dossier.fee?.lines.some(({ due }) => due !== undefined) ?? false
  if (owed === null || !isSplit) return owed
  return Math.min(
    owed,
    unpaidLines(dossier, false).reduce((sum, { dong }) => sum + dong, 0),
  )
}

function dueNow({ stage, supplementsAsked = 0 }: Asked): DueTime {
  if (stage === 'ready' || stage === 'returned') return 'return'
  return supplementsAsked > 0 ? 'supplement' : 'receipt'
}
