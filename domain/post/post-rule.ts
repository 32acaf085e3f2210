import type { Day } from '#domain/calendar/moment.ts'
import type { Confidence } from '#domain/procedure/procedure.ts'

/**
 * How far the post carries: within the town, within the province, between the big cities, anywhere else (Circular
 * 17/2017/TT-BTTTT counts by these).
 */
export const ZONES = ['town', 'province', 'major', 'far'] as const
export type Zone = (typeof ZONES)[number]

/** What the post takes and in how many days it carries, for one zone. */
export interface ZoneRule {
  /** Working days after the day the post took it. */
  readonly days: number
  /** The same where the post also brings the slip of appointment back to who sent the dossier. */
  readonly daysWithSlip: number
  /** Postage of one parcel, in đồng. */
  readonly postageDong: number
}

/** What holds of the post from a day on; data of the centre, never of the program. */
export interface PostRule {
  readonly from: Day
  readonly zones: Readonly<Record<Zone, ZoneRule>>
  /** Codes of the provinces whose cities count as big ones (special, or of class I). */
  readonly majorProvinces: readonly string[]
  /** Tries to hand a parcel over before it goes back, and the working days between two of them. */
  readonly attempts: number
  readonly attemptsApartDays: number
  /** What the post keeps of money it collects: a share in thousandths, and at least so much, in đồng. */
  readonly codPerMille: number
  readonly codLeastDong: number
  /** Months within which the service can be complained of, and working days within which it is answered. */
  readonly complaintMonths: number
  readonly complaintAnswerDays: number
  readonly ground: string
  readonly confidence: Confidence
}

/** What holds of the post on a day; undefined where the centre does not work with it. */
export function postRuleOn(rules: readonly PostRule[], on: Day): PostRule | undefined {
  return rules.findLast(({ from }) => from <= on)
}

/** What the post takes for collecting money on delivery, in whole đồng, rounded up; nothing for nothing. */
export function codFeeDong(
  { codPerMille, codLeastDong }: Pick<PostRule, 'codPerMille' | 'codLeastDong'>,
  codDong: number,
): number {
  return codDong === 0 ? 0 : Math.max(codLeastDong, Math.ceil((codDong * codPerMille) / 1000))
}
