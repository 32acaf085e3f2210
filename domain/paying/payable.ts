import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Party } from '#domain/dossier/events.ts'
import { isPossible } from '#domain/dossier/guards.ts'
import { type FeeLine, feeOf, linesToPay, owedDong, owedNowDong } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'

/** For what somebody pays: a dossier by its code, or what was filed and not received yet by its id. */
export const PAYABLE_KINDS = ['dossier', 'filing'] as const
export interface PayableKey {
  readonly kind: (typeof PAYABLE_KINDS)[number]
  readonly id: string
}

/** What is to be paid in one go, line by line. */
export interface Payable extends PayableKey {
  readonly lines: readonly FeeLine[]
  /** Whole đồng: the sum of the lines. */
  readonly dong: number
  readonly procedure: Pick<Procedure, 'key' | 'name'>
  /** Code of the unit that collects. */
  readonly unit: string
  /** For providers that make out a receipt of their own. */
  readonly payer: Pick<Party, 'name' | 'idNumber' | 'address'>
}

/** What a dossier is to be paid for: what is due by now; where nothing is, all that will be. */
export function payableOf(dossier: Dossier, procedure: Procedure): Outcome<Payable> {
  const possible = isPossible(dossier, procedure.steps, 'TakePayment')
  if (isRefusal(possible)) return possible
  const { code: id, placeOfReceipt: unit, applicant: payer } = dossier
  return { kind: 'dossier', id, ...inOneGo(dossier, procedure), unit, payer }
}

/** What is paid in one go of what is owed. */
export function inOneGo(asked: Asked, { key, name }: Pick<Procedure, 'key' | 'name'>) {
  const owed = owedDong(asked) ?? 0
  const dong = owedNowDong(asked) || owed
  return { lines: linesToPay(asked, dong === owed, name), dong, procedure: { key, name } }
}

type Asked = Pick<Dossier, 'feeDong' | 'fee' | 'payments' | 'postage' | 'stage' | 'supplementsAsked'>

/** What something costs, before and after what the law takes off; null while nobody has determined it. */
export interface FeeShown {
  readonly lines: readonly FeeLine[]
  readonly beforeDong: number | null
  readonly dong: number | null
}

/** The fee of a dossier as its owner is told it, with postage where that is taken for the post. */
export function feeShown(dossier: Pick<Dossier, 'feeDong' | 'fee' | 'postage'>): FeeShown {
  const { postage = [] } = dossier
  const shown = ofTheState(dossier)
  if (postage.length === 0) return shown
  const more = (dong: number | null) => (dong === null ? null : dong + sumOfLines(postage))
  return { lines: [...shown.lines, ...postage], beforeDong: more(shown.beforeDong), dong: more(shown.dong) }
}

function ofTheState(dossier: Pick<Dossier, 'feeDong' | 'fee'>): FeeShown {
  const dong = feeOf(dossier)
  const { lines = [], exemption = null } = dossier.fee ?? {}
  if (exemption === null) return { lines, beforeDong: dong, dong }
  // A line of which nothing is left is no line: what it was stands in the catalogue's amount.
  const named = lines.reduce((sum, one) => sum + (one.beforeDong ?? one.dong), 0)
  const beforeDong = lines.length === 0 ? dossier.feeDong : Math.max(named, dossier.feeDong ?? 0)
  return { lines, beforeDong, dong }
}

/** The sum of lines, in đồng. */
export function sumOfLines(lines: readonly FeeLine[]): number {
  return lines.reduce((sum, { dong }) => sum + dong, 0)
}
