import { type Day, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import {
  atTheDoorDong,
  type Direction,
  isLateParcel,
  labelOf,
  type ParcelStage,
} from '#domain/post/parcel.ts'
import { complaintUntil } from '#domain/post/post-time.ts'
import { parcelsOf } from '#store/parcels.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'

/** A parcel as whoever may follow the dossier sees it: no name, number or address of anybody. */
export interface FollowedParcel {
  readonly direction: Direction
  readonly stage: ParcelStage
  readonly label: string
  readonly due: Moment | null
  readonly isLate: boolean
  readonly attempts: number
  readonly deliveredAt: Moment | null
  /** Borne by the citizen, in đồng. */
  readonly postageDong: number
  /** What the post collects on delivery, its own charge with it, in đồng. */
  readonly toPayDong: number
  readonly complaintUntil: Day | null
}

const SHOWN: readonly ParcelStage[] = [
  'ordered',
  'waiting',
  'under-way',
  'delivered',
  'coming-back',
  'came-back',
  'arrived',
]

/** The latest parcel of each direction that means something to the citizen. */
export async function followParcels(
  { centre, now }: Desk,
  { code }: Pick<Dossier, 'code'>,
): Promise<readonly FollowedParcel[]> {
  const parcels = (await parcelsOf(centre, code)).map(({ parcel }) => parcel)
  if (parcels.length === 0) return []
  const { postRules } = await bookOf(centre)
  const latest = (['out', 'in'] as const).flatMap((direction) => {
    const last = parcels.findLast((one) => one.direction === direction && SHOWN.includes(one.stage))
    return last ?? []
  })
  return latest.map((parcel) => {
    const { direction, stage, due, attempts, deliveredAt, postageDong } = parcel
    const rule = postRules.find(({ from }) => from === parcel.rule)
    return {
      direction,
      stage,
      label: labelOf(parcel),
      due,
      isLate: isLateParcel(parcel, toMoment(now)),
      attempts: attempts.length,
      deliveredAt,
      postageDong: parcel.isAtPostsCost ? 0 : postageDong,
      toPayDong: atTheDoorDong(parcel),
      complaintUntil: rule && due !== null ? complaintUntil(rule, due) : null,
    }
  })
}
