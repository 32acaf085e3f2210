import type { Moment } from '#domain/calendar/moment.ts'
import type { FileColumns } from '#domain/paying/provider.ts'
import type { Direction } from './parcel.ts'

/** What the post says of a parcel, in our words. */
export const TRACKED_STATUSES = [
  'taken',
  'on-the-way',
  'attempted',
  'delivered',
  'going-back',
  'given-back',
] as const
export type TrackedStatus = (typeof TRACKED_STATUSES)[number]

export interface PostSide {
  readonly name: string
  readonly phone: string
  readonly province: string
  readonly district: string | null
  readonly address: string
}

/** An order as the post gets it. */
export interface PostOrder {
  readonly orderNumber: string
  readonly direction: Direction
  readonly sender: PostSide
  readonly receiver: PostSide
  readonly contents: string
  readonly codDong: number
}

export type OrderAnswer =
  | { readonly answer: 'taken'; readonly item: string | null }
  /** The post will not; in its own words. */
  | { readonly answer: 'declined'; readonly said: string }
  /** Nothing was heard, or nonsense: whether it has the order is not known. */
  | { readonly answer: 'silent' }

/** One thing the post says happened to a parcel. */
export interface Tracked {
  /** The post's own number of it, growing. */
  readonly id: number
  /** Null for a code that is not known here. */
  readonly status: TrackedStatus | null
  readonly at: Moment
  readonly said: string
  readonly receiver: string | null
  /** Collected on delivery. */
  readonly codDong: number | null
}

/** `unknown`: the post answers that it has no such order. Null: nothing was heard that can be believed. */
export type TrackingAnswer = readonly Tracked[] | 'unknown' | null

/** A notice as it came over the network. */
export interface PostNotice {
  readonly body: string
  readonly signature: string | null
}

/** The post as the centre speaks to it. What it tells by itself is never believed; what it answers is weighed. */
export interface PostCarrier {
  /** How its lists say what it collected on delivery. */
  readonly file: FileColumns
  order(order: PostOrder): Promise<OrderAnswer>
  /** True when it was taken back; null when nothing was heard. */
  cancel(orderNumber: string): Promise<boolean | null>
  /** What happened after this number of the post's own. */
  track(orderNumber: string, after: number): Promise<TrackingAnswer>
  /** Of which order a notice tells; null when it is not the post's. */
  hear(notice: PostNotice): string | null
}
