import type { Day } from '#domain/calendar/moment.ts'
import { type DueTime, EXEMPT, type Exemption, FEE_KINDS, type FeeLine } from '#domain/dossier/owed.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Channel, Procedure } from './procedure.ts'

/** One line of what a case costs, as the rules say it; null is "chưa xác định" and never 0 đ. */
export interface FeeLineRule {
  readonly kind: (typeof FEE_KINDS)[number]
  readonly name: string
  readonly dong: number | null
  readonly per: 'dossier' | 'copy'
  /** Null: when the process collects it. */
  readonly due: DueTime | null
  readonly ground: string
}

/** Who pays less or nothing, of which kind, by which channel and between which days; `off` is a share or an amount. */
export interface ExemptionRule {
  readonly key: string
  readonly who: (typeof EXEMPT)[number]
  readonly name: string
  readonly kind: (typeof FEE_KINDS)[number] | 'both'
  readonly channel: Channel | null
  readonly off: { readonly percent: number } | { readonly dong: number }
  readonly ground: string
  readonly from: Day
  /** First day on which it no longer holds; null while open-ended. */
  readonly until: Day | null
}

/** The paper by which somebody is exempt. */
export interface ExemptionChosen {
  readonly rule: string
  readonly evidence: string
}

/** What is put down at receipt: the lines after the exemption, and the exemption with its ground and paper. */
export interface FeeReckoned {
  readonly lines: readonly FeeLine[]
  readonly exemption: Exemption | null
}

/** The exemptions that can be chosen on a day for a channel. */
export function exemptionsOn(
  { exemptions = [] }: Pick<Procedure, 'exemptions'>,
  channel: Channel,
  on: Day,
): readonly ExemptionRule[] {
  return exemptions.filter(
    (one) =>
      one.from <= on &&
      (one.until === null || on < one.until) &&
      (one.channel === null || one.channel === channel),
  )
}

/** The lines of a case in whole đồng; null while one of them is undetermined, or there are none. */
export function linesDue(rules: readonly FeeLineRule[], copies: number): readonly FeeLine[] | null {
  const lines = rules.map(({ kind, name, dong, per, due, ground }) =>
    dong === null
      ? null
      : { kind, name, dong: per === 'copy' ? dong * copies : dong, ground, ...(due && { due }) },
  )
  return lines.length > 0 && lines.every((one) => one !== null) ? lines : null
}

/**
 * The lines after an exemption. Who is exempt of all of it pays nothing, also where nobody has determined how much that
 * would be; a reduction of what is undetermined stays undetermined (null).
 */
export function reckoned(
  lines: readonly FeeLine[] | null,
  rule: ExemptionRule | null,
  evidence: string | null,
): Outcome<FeeReckoned | null> {
  if (rule === null) return lines && { lines, exemption: null }
  if ((evidence ?? '').trim() === '') return refuse('exemption-evidence-needed')
  const { who, ground, key, off } = rule
  const exemption: Exemption = { who, ground, rule: key, evidence: evidence ?? '' }
  if (lines === null) return 'percent' in off && off.percent === 100 ? { lines: [], exemption } : null
  return { lines: lines.flatMap((one) => reduced(one, rule)), exemption }
}

/** Whole đồng, in favour of who pays; what comes to nothing is no line. */
function reduced(line: FeeLine, { kind, off }: ExemptionRule): readonly FeeLine[] {
  if (kind !== 'both' && kind !== line.kind) return [line]
  const less = 'percent' in off ? Math.ceil((line.dong * off.percent) / 100) : off.dong
  const dong = Math.max(0, line.dong - less)
  return dong === 0 ? [] : [{ ...line, dong, beforeDong: line.dong }]
}
