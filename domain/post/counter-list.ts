import type { Moment } from '#domain/calendar/moment.ts'
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Parcel, ParcelEvent } from './parcel.ts'
import { carriedBy } from './post-time.ts'
import type { PostRule } from './post-rule.ts'

/** What is given to the post at the counter, or taken from it. */
export const LIST_KINDS = ['to-post', 'from-post'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** Who signed for the post. */
export interface PostalWorker {
  readonly name: string
  /** Of the card of the post. */
  readonly number: string
}

/** What the post's side counted, and who that was; a difference is explained. */
export interface Confirmation {
  readonly declared: number
  readonly worker: PostalWorker
  readonly why: string | null
}

/** Numbers of the post: two letters, nine digits, two letters of the country (UPU S10). */
const ITEM = /^[A-Z]{2}\d{9}[A-Z]{2}$/

/** What a scanner sends, or a person types: spaces and small letters forgiven. */
export function readLabel(scanned: string): string {
  return scanned.normalize('NFC').replaceAll(/\s+/g, '').toUpperCase()
}

/**
 * Whether what was scanned belongs on an open list, once. To the post go results that wait for it; from it come papers, and
 * results that could not be delivered. A number that nobody knows can only be papers somebody sent.
 */
export function mayScan(
  kind: ListKind,
  label: string,
  parcel: Parcel | null,
): Outcome<'goes' | 'came' | 'came-back'> {
  if (parcel === null)
    return kind === 'from-post' && ITEM.test(label) ? 'came' : refuse('no-such-parcel', { label })
  const { direction, stage } = parcel
  if (kind === 'to-post')
    return direction === 'out' && stage === 'waiting' ? 'goes' : refuse('parcel-not-so-far', { stage })
  if (direction === 'in') return stage === 'waiting' ? 'came' : refuse('parcel-not-so-far', { stage })
  const isAway = stage === 'under-way' || stage === 'coming-back'
  return isAway ? 'came-back' : refuse('parcel-not-so-far', { stage })
}

/**
 * Both sides confirm: what was scanned is as many as the post's side counted, or why it is not is written down. This is the
 * moment at which papers count as submitted (Decision 45/2016/QĐ-TTg), and from which the post's days run.
 */
export function mayConfirm(scanned: number, { declared, why }: Confirmation): Outcome<true> {
  if (scanned === 0) return refuse('list-empty')
  if (declared !== scanned && (why ?? '').trim() === '') return refuse('count-differs', { scanned, declared })
  return true
}

export interface ConfirmedAt {
  readonly at: Moment
  readonly by: string
  readonly list: string
  readonly counting: WorkingCalendar
  readonly ruleOf: (parcel: Parcel) => PostRule | undefined
}

/** What the confirmation of a list means for one parcel on it; null stands for one that nobody had announced. */
export function confirmed(
  kind: ListKind,
  label: string,
  parcel: Parcel | null,
  { at, by, list, counting, ruleOf }: ConfirmedAt,
): Outcome<ParcelEvent> {
  const way = mayScan(kind, label, parcel)
  if (isRefusal(way)) return way
  const did = { at, by, list }
  if (parcel === null) return { type: 'ParcelCame', ...did, item: label }
  if (way === 'came') return { type: 'ParcelArrived', ...did }
  if (way === 'came-back') return { type: 'ParcelCameBack', ...did }
  const rule = ruleOf(parcel)
  if (!rule || parcel.zone === null) return refuse('no-post-here')
  const { zone, hasSlip } = parcel
  const carried = carriedBy(rule, { zone, hasSlip }, at, counting)
  if (isRefusal(carried)) return carried
  return { type: 'ParcelHandedOver', ...did, due: carried.due, isDueProvisional: carried.isProvisional }
}
