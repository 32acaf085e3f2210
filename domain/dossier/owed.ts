import type { Dossier, Payment } from './dossier.ts'

/**
 * One line of what is to be paid: a charge for a service (phí), a fee for an act of the state (lệ phí), or what the post is paid
 * for carrying and collecting, which is taken for the post.
 */
export interface FeeLine {
  readonly kind: (typeof LINE_KINDS)[number]
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
export const LINE_KINDS = [...FEE_KINDS, 'postage'] as const

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

/** What was to be paid to the state in all, in đồng, postage not in it; null while nobody has determined it, which is never 0 đ. */
export function feeOf({ feeDong, fee }: Pick<Dossier, 'feeDong' | 'fee'>): number | null {
  return fee ? fee.lines.reduce((sum, { dong }) => sum + dong, 0) : feeDong
}

/**
 * What is still to be paid, postage too, in đồng; null while nothing is determined. A receipt that was cancelled paid nothing.
 */
export function owedDong(dossier: Owing): number | null {
  const fee = feeOf(dossier)
  const postage = sumOf(unpaidPostage(dossier))
  if (fee === null) return postage > 0 ? postage : null
  const paid = paymentsOf(dossier).reduce((sum, one) => sum + feePaidDong(one), 0)
  return Math.max(0, fee - paid) + postage
}
type Owing = Pick<Dossier, 'feeDong' | 'fee' | 'payments' | 'postage'>

/** What of a payment went to the state, in đồng: all but the postage in it. */
export function feePaidDong({ dong, lines = [] }: Pick<Payment, 'dong' | 'lines'>): number {
  return dong - postageDongIn(lines)
}

/** What of some lines is the post's, in đồng. */
export function postageDongIn(lines: readonly FeeLine[]): number {
  return sumOf(lines.filter(({ kind }) => kind === 'postage'))
}

/** Postage that was put down and not paid. */
export function unpaidPostage({
  postage = [],
  payments = [],
}: Pick<Dossier, 'postage' | 'payments'>): readonly FeeLine[] {
  return without(
    postage,
    payments.filter(isNotCancelled).flatMap(({ lines = [] }) => lines),
  )
}

const isNotCancelled = ({ state }: Payment) => state !== 'cancelled'

/** Postage that was paid. */
export function paidPostage(dossier: Pick<Dossier, 'postage' | 'payments'>): readonly FeeLine[] {
  return without(dossier.postage ?? [], unpaidPostage(dossier))
}

const sumOf = (lines: readonly FeeLine[]) => lines.reduce((sum, { dong }) => sum + dong, 0)

/** Lines less those that are among others, each once. */
function without(lines: readonly FeeLine[], others: readonly FeeLine[]): readonly FeeLine[] {
  const left = others.map((one) => JSON.stringify(one))
  return lines.filter((line) => {
    const place = left.indexOf(JSON.stringify(line))
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

/** What was paid of what is asked now; what was given back before it was asked anew pays nothing of it. */
function paymentsOf({ fee, payments = [] }: Pick<Dossier, 'fee' | 'payments'>) {
  return payments.slice(fee?.paymentsBefore ?? 0).filter(isNotCancelled)
}

type Asked = Owing & Pick<Dossier, 'stage' | 'supplementsAsked'>

/** The lines not yet paid, all of them or those due by now; postage is always due. */
export function unpaidLines(dossier: Asked, isAll: boolean): readonly FeeLine[] {
  const paid = paymentsOf(dossier).flatMap(({ lines = [] }) => lines)
  const latest = DUE_TIMES.indexOf(dueNow(dossier))
  const unpaid = without(dossier.fee?.lines ?? [], paid).filter(
    ({ due }) => isAll || due === undefined || DUE_TIMES.indexOf(due) <= latest,
  )
  return [...unpaid, ...unpaidPostage(dossier)]
}

/**
 * What is paid in one go, line by line: where the catalogue gave one amount, that is one line under the name of the
 * procedure.
 */
export function linesToPay(dossier: Asked, isAll: boolean, name: string): readonly FeeLine[] {
  const lines = unpaidLines(dossier, isAll)
  const dong = (isAll ? owedDong(dossier) : owedNowDong(dossier)) ?? 0
  const fees = lines.filter(({ kind }) => kind !== 'postage')
  const postage = unpaidPostage(dossier)
  const feeDong = dong - sumOf(postage)
  if (sumOf(fees) === feeDong) return lines
  return [{ kind: 'charge', name, dong: feeDong }, ...postage]
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
