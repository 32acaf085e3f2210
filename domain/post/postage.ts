import type { Dossier } from '#domain/dossier/dossier.ts'
import { type FeeLine, owedNowDong, paidPostage, unpaidPostage } from '#domain/dossier/owed.ts'
import { isPostAtFault, type Parcel } from './parcel.ts'
import { codFeeDong, type PostRule } from './post-rule.ts'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Zone } from './post-rule.ts'

const CARRYING = 'Cước bưu chính phát kết quả'
const COLLECTING = 'Cước thu hộ khi phát'

export interface Sending {
  readonly rule: PostRule
  readonly zone: Zone
  readonly isCollecting: boolean
  readonly at: Moment
}

/** What came back of the results that left, latest first: who is at fault for that pays for sending again. */
export function lastBack(before: readonly Parcel[]): Parcel | undefined {
  return before.findLast(({ direction, stage }) => direction === 'out' && stage === 'came-back')
}

/**
 * The lines of postage that are to stand unpaid for the next sending of a result, those of earlier ones with them; none for a
 * sending that was paid already, or that the post owes. Where the post collects at the door it takes its charge for that, out of
 * all it collects.
 */
export function postageFor(
  dossier: Dossier,
  before: readonly Parcel[],
  { rule, zone, isCollecting, at }: Sending,
): readonly FeeLine[] {
  const left = before.filter(({ direction, handedOverAt }) => direction === 'out' && handedOverAt !== null)
  const nth = left.length === 0 ? '' : `, lần ${left.length + 1}`
  const carrying = { kind: 'postage', name: `${CARRYING}${nth}`, dong: rule.zones[zone].postageDong } as const
  const isOwn = ({ name }: FeeLine) => name === carrying.name
  const back = lastBack(before)
  const isFree = paidPostage(dossier).some(isOwn) || (back !== undefined && isPostAtFault(back, at))
  const earlier = unpaidPostage(dossier).filter((line) => !isOwn(line) && !line.name.startsWith(COLLECTING))
  const carried = isFree ? earlier : [...earlier, carrying]
  if (!isCollecting) return carried
  const dong = codFeeDong(rule, owedNowDong(withPostage(dossier, carried)) ?? 0)
  return dong === 0 ? carried : [...carried, { kind: 'postage', name: `${COLLECTING}${nth}`, dong }]
}

/** A dossier as it is when these lines stand unpaid. */
export function withPostage(dossier: Dossier, lines: readonly FeeLine[]): Dossier {
  return { ...dossier, postage: [...paidPostage(dossier), ...lines] }
}
