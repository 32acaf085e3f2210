import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { type FeeLine, owedNowDong, postageDongIn } from '#domain/dossier/owed.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { byPost, type Procedure } from '#domain/procedure/procedure.ts'
import { waitsFor } from '#domain/dossier/waits-for.ts'
import {
  type Correspondent,
  type Direction,
  isOpenParcel,
  isPostAtFault,
  type Parcel,
  type ParcelEvent,
} from './parcel.ts'
import type { PostRule } from './post-rule.ts'
import { lastBack, postageFor, withPostage } from './postage.ts'
import { type Seat, zoneOf } from './zone.ts'

export interface ToOrder {
  readonly at: Moment
  readonly by: string
  readonly direction: Direction
  readonly person: Correspondent
  readonly contents: string
  /** Whether the post collects what is owed. */
  readonly isCollecting: boolean
}

export interface OrderingLaw {
  readonly rule: PostRule
  readonly seat: Seat
  readonly procedure: Pick<Procedure, 'isPostal' | 'postalOnly'>
}

/** What an order comes to. */
export interface ToWrite {
  readonly ordered: Extract<ParcelEvent, { type: 'ParcelOrdered' }>
  /** The postage that stands unpaid on the dossier with it. */
  readonly lines: readonly FeeLine[]
}

/**
 * An order to the post: a result that lies ready, or papers the centre waits for; one at a time, and only where the list of
 * procedures allows it this way (Decision 45/2016/QĐ-TTg). Postage is the citizen's: it was paid with what else was owed, or all
 * of it is collected on delivery.
 */
export function orderParcel(
  dossier: Dossier,
  before: readonly Parcel[],
  { at, by, direction, person, contents, isCollecting }: ToOrder,
  { rule, seat, procedure }: OrderingLaw,
): Outcome<ToWrite> {
  const { code } = dossier
  const isTime = direction === 'out' ? dossier.stage === 'ready' : waitsFor(dossier) === 'supplement'
  if (!isTime) return refuse('nothing-for-post', { code })
  if (!byPost(procedure, direction === 'out' ? 'return' : 'send')) return refuse('not-by-post', { code })
  if (before.some((one) => one.direction === direction && (isOpenParcel(one) || one.stage === 'delivered')))
    return refuse('parcel-under-way', { code })
  const zone = zoneOf(person.address, rule, seat)
  const isOut = direction === 'out'
  const lines = isOut ? postageFor(dossier, before, { rule, zone, isCollecting, at }) : []
  const owed = isOut ? owedNowDong(withPostage(dossier, lines)) : 0
  // Nothing leaves unpaid that nobody collects.
  if (!isCollecting && owed !== null && owed > 0) return refuse('fee-unpaid', { owed })
  const codDong = owed ?? 0
  const last = isOut ? lastBack(before) : undefined
  const ordered: Extract<ParcelEvent, { type: 'ParcelOrdered' }> = {
    type: 'ParcelOrdered',
    at,
    by,
    direction,
    code,
    orderNumber: before.length === 0 ? code : `${code}-${before.length + 1}`,
    person,
    zone,
    hasSlip: false,
    contents,
    postageDong: rule.zones[zone].postageDong,
    isAtPostsCost: last !== undefined && isPostAtFault(last, at),
    codDong,
    codFeeDong: 0,
    ofPostDong: postageDongIn(lines),
    rule: rule.from,
  }
  return { ordered, lines }
}

/** An order is taken back while the post does not have the parcel. */
export function cancelParcel(
  parcel: Parcel,
  { at, by, reason }: { readonly at: Moment; readonly by: string; readonly reason: string },
): Outcome<ParcelEvent> {
  if (parcel.stage !== 'ordered' && parcel.stage !== 'waiting')
    return refuse('parcel-not-so-far', { stage: parcel.stage })
  return { type: 'ParcelCancelled', at, by, reason }
}

/** A person has looked into what the post said and could not be so. */
export function settleDoubt(
  parcel: Parcel,
  { at, by, note }: { readonly at: Moment; readonly by: string; readonly note: string },
): Outcome<ParcelEvent> {
  return parcel.doubt === null
    ? refuse('parcel-not-so-far', { stage: parcel.stage })
    : { type: 'DoubtSettled', at, by, note }
}

/** Papers that came in become a dossier, or its supplement, once. */
export function useParcel(
  parcel: Parcel,
  { at, by, code }: { readonly at: Moment; readonly by: string; readonly code: string },
): Outcome<ParcelEvent> {
  if (parcel.stage !== 'arrived') return refuse('parcel-not-so-far', { stage: parcel.stage })
  if (parcel.code !== null && parcel.code !== code) return refuse('other-parcel', { code: parcel.code })
  return { type: 'ParcelUsed', at, by, code }
}
