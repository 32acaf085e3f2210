import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Address } from '#domain/procedure/address.ts'
import type { Zone } from './post-rule.ts'
import type { TrackedStatus } from './carrier.ts'

/** Papers a citizen sends in, or what goes out to one: a result. */
export const DIRECTIONS = ['in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * `ordered`: the post has not answered yet. `waiting`: the post knows of it and does not have it. `under-way`: handed over.
 * `arrived`: papers that came in and are not received yet; `used`: they are.
 */
export const PARCEL_STAGES = [
  'ordered',
  'declined',
  'waiting',
  'under-way',
  'delivered',
  'coming-back',
  'came-back',
  'arrived',
  'used',
  'cancelled',
] as const
export type ParcelStage = (typeof PARCEL_STAGES)[number]

/** What the post says that cannot be so, or cannot be taken as it stands: it lies before a person. */
export const DOUBTS = [
  'not-handed-over',
  'before-handed-over',
  'of-tomorrow',
  'contradicts',
  'receiver-unknown',
  'not-recorded',
] as const
export type ParcelDoubt = (typeof DOUBTS)[number]

/** What the post owes and did not do: it gave a parcel up too soon. */
export const BREACHES = ['too-few-attempts', 'attempts-too-close'] as const
export type Breach = (typeof BREACHES)[number]

/** Who stands at the other end: receives a result, or sends papers. */
export interface Correspondent {
  readonly name: string
  readonly phone: string
  readonly address: Address
}

/** What a parcel is to the post and to the centre when it is ordered. */
export interface Ordered {
  readonly direction: Direction
  /** The dossier, or the filing, it is of. */
  readonly code: string
  /** By which the post names it: the code, from the second on with a number behind. */
  readonly orderNumber: string
  readonly person: Correspondent
  readonly zone: Zone
  /** Whether the post also brings the slip of appointment back. */
  readonly hasSlip: boolean
  readonly contents: string
  readonly postageDong: number
  /** Whether the post pays for it itself: a parcel sent again by its fault. */
  readonly isAtPostsCost: boolean
  /** What the post collects on delivery for the centre, and keeps of it. */
  readonly codDong: number
  readonly codFeeDong: number
  /**
   * What of `codDong` is the post's own, postage and its charge for collecting; not there on parcels of which the post collected
   * them beside it.
   */
  readonly ofPostDong?: number
  /** The rule of the post it was ordered under. */
  readonly rule: Day
}

interface Happened {
  readonly at: Moment
  /** Staff id; null for what the post said or what went by itself. */
  readonly by: string | null
}

export type ParcelEvent =
  | (Happened & { readonly type: 'ParcelOrdered' } & Ordered)
  /** The post took the order; the number on its label, where it gave one. */
  | (Happened & { readonly type: 'OrderTaken'; readonly item: string | null })
  | (Happened & { readonly type: 'OrderDeclined'; readonly said: string })
  | (Happened & { readonly type: 'ParcelCancelled'; readonly reason: string })
  /** Papers nobody had announced were brought by the post and taken over at the counter. */
  | (Happened & { readonly type: 'ParcelCame'; readonly item: string; readonly list: string })
  /** Both sides confirmed at the counter that it changed hands. */
  | (Happened & {
      readonly type: 'ParcelHandedOver'
      readonly list: string
      readonly due: Moment
      readonly isDueProvisional: boolean
    })
  | (Happened & { readonly type: 'ParcelArrived'; readonly list: string })
  | (Happened & { readonly type: 'ParcelCameBack'; readonly list: string })
  /** What the post said of it, by its own clock. */
  | (Happened & {
      readonly type: 'ParcelTracked'
      readonly status: TrackedStatus
      readonly postAt: Moment
      readonly tracking: number
      readonly said: string
      readonly receiver: string | null
      /** What it says it collected. */
      readonly collectedDong: number
      readonly breach: Breach | null
    })
  /** The post said what it had said before, or nothing of weight: only that it was heard. */
  | (Happened & { readonly type: 'TrackingPassed'; readonly tracking: number })
  | (Happened & {
      readonly type: 'ParcelDoubted'
      readonly doubt: ParcelDoubt
      readonly tracking: number | null
      readonly said: string
    })
  | (Happened & { readonly type: 'DoubtSettled'; readonly note: string })
  /** The dossier was received from it, or its supplement taken. */
  | (Happened & { readonly type: 'ParcelUsed'; readonly code: string })
  /** That the result went to the citizen stands in the dossier. */
  | (Happened & { readonly type: 'DeliveryRecorded' })

export interface Parcel extends Omit<Ordered, 'code' | 'orderNumber' | 'person' | 'zone'> {
  readonly version: number
  readonly stage: ParcelStage
  /** Null for papers that came unannounced, until they are received. */
  readonly code: string | null
  readonly orderNumber: string | null
  readonly person: Correspondent | null
  readonly zone: Zone | null
  /** On the label. */
  readonly item: string | null
  readonly orderedAt: Moment
  /** When it changed hands at the counter: of papers that came in the legal moment of their submission. */
  readonly handedOverAt: Moment | null
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  /** Tries to deliver that found nobody, by the post's clock. */
  readonly attempts: readonly Moment[]
  readonly deliveredAt: Moment | null
  readonly receiver: string | null
  readonly collectedDong: number
  readonly isRecorded: boolean
  /** What stands against the post. */
  readonly breach: Breach | null
  readonly doubt: ParcelDoubt | null
  /** The last thing heard of the post: nothing before it is listened to again. */
  readonly heard: number
  readonly closedAt: Moment | null
}

const NOT_YET = {
  item: null,
  handedOverAt: null,
  due: null,
  isDueProvisional: false,
  attempts: [],
  deliveredAt: null,
  receiver: null,
  collectedDong: 0,
  isRecorded: false,
  breach: null,
  doubt: null,
  heard: 0,
  closedAt: null,
} as const

/** What a parcel comes to after one more event. */
export function evolveParcel(parcel: Parcel | null, event: ParcelEvent): Parcel {
  if (event.type === 'ParcelOrdered') {
    const { type: _, at: orderedAt, by: __, ...ordered } = event
    return { version: 1, stage: 'ordered', ...NOT_YET, ...ordered, orderedAt }
  }
  if (event.type === 'ParcelCame') {
    const { at, item } = event
    const unknown = { code: null, orderNumber: null, person: null, zone: null, rule: '', contents: '' }
    const nothing = { hasSlip: false, postageDong: 0, isAtPostsCost: false, codDong: 0, codFeeDong: 0 }
    const came = { item, orderedAt: at, handedOverAt: at } as const
    return { version: 1, stage: 'arrived', direction: 'in', ...NOT_YET, ...unknown, ...nothing, ...came }
  }
  if (parcel === null) throw new Error(`${event.type} before a parcel was ordered`)
  const next = { ...parcel, version: parcel.version + 1 }
  switch (event.type) {
    case 'OrderTaken':
      return { ...next, stage: 'waiting', item: event.item }
    case 'OrderDeclined':
      return { ...next, stage: 'declined', closedAt: event.at }
    case 'ParcelCancelled':
      return { ...next, stage: 'cancelled', closedAt: event.at }
    case 'ParcelHandedOver': {
      const { at: handedOverAt, due, isDueProvisional } = event
      return { ...next, stage: 'under-way', handedOverAt, due, isDueProvisional }
    }
    case 'ParcelArrived':
      return { ...next, stage: 'arrived', handedOverAt: event.at }
    case 'ParcelCameBack':
      return { ...next, stage: 'came-back', closedAt: event.at }
    case 'ParcelTracked':
      return tracked({ ...next, heard: Math.max(parcel.heard, event.tracking) }, event)
    case 'TrackingPassed':
      return { ...next, heard: Math.max(parcel.heard, event.tracking) }
    case 'ParcelDoubted':
      return { ...next, doubt: event.doubt, heard: Math.max(parcel.heard, event.tracking ?? 0) }
    case 'DoubtSettled':
      return { ...next, doubt: null }
    case 'ParcelUsed':
      return { ...next, stage: 'used', code: event.code, closedAt: event.at }
    case 'DeliveryRecorded':
      return { ...next, isRecorded: true, doubt: null, closedAt: event.at }
  }
}

function tracked(
  next: Parcel,
  { status, postAt, receiver, collectedDong, breach }: Extract<ParcelEvent, { type: 'ParcelTracked' }>,
): Parcel {
  const standing = { ...next, breach: breach ?? next.breach }
  // What comes in is where it is when it is scanned at the counter.
  if (next.direction === 'in') return standing
  switch (status) {
    case 'taken':
    case 'on-the-way':
      return standing
    case 'attempted':
      return { ...standing, attempts: [...next.attempts, postAt] }
    case 'delivered':
      return { ...standing, stage: 'delivered', deliveredAt: postAt, receiver, collectedDong }
    case 'going-back':
    case 'given-back':
      return { ...standing, stage: 'coming-back' }
  }
}

export function foldParcel(events: readonly ParcelEvent[]): Parcel {
  const parcel = events.reduce<Parcel | null>(evolveParcel, null)
  if (parcel === null) throw new Error('no events')
  return parcel
}

/** What stands on the label and is scanned: the post's number, or, where it gave none, that of the order. */
export function labelOf({ item, orderNumber }: Pick<Parcel, 'item' | 'orderNumber'>): string {
  return item ?? orderNumber ?? ''
}

/** What whoever receives it pays the post at the door, in đồng. */
export function atTheDoorDong({ codDong, codFeeDong, ofPostDong }: Ordered | Parcel): number {
  return ofPostDong === undefined ? codDong + codFeeDong : codDong
}

/** Whether it is still of any concern to the post. */
export function isOpenParcel({ stage }: Pick<Parcel, 'stage'>): boolean {
  return ['ordered', 'waiting', 'under-way', 'coming-back'].includes(stage)
}

/** The post is late when by its limit it has neither tried to hand the parcel over nor done so. */
export function isLateParcel({ direction, due, attempts, deliveredAt, stage }: Parcel, now: Moment): boolean {
  if (direction !== 'out' || due === null || stage === 'cancelled') return false
  const done = attempts[0] ?? deliveredAt
  return done === null ? now > due && stage === 'under-way' : done > due
}

/** Whether a person has to see to it. */
export function awaitsPerson({ doubt, stage }: Pick<Parcel, 'doubt' | 'stage'>): boolean {
  return doubt !== null || stage === 'declined'
}

/** Whoever was at fault pays when a parcel is sent again: the post where it gave up too soon or came too late. */
export function isPostAtFault(parcel: Parcel, now: Moment): boolean {
  return parcel.breach !== null || isLateParcel(parcel, now)
}
