import type { Day, Moment } from '#domain/calendar/moment.ts'
import { addressText } from '#domain/procedure/address.ts'
import { isLateParcel, labelOf, type Parcel } from '#domain/post/parcel.ts'
import { complaintUntil } from '#domain/post/post-time.ts'
import type { PostRule } from '#domain/post/post-rule.ts'
import type { HeldParcel } from '#store/parcels.ts'

/** A parcel as the desk shows it. */
export interface ParcelLine extends Pick<
  Parcel,
  | 'direction'
  | 'stage'
  | 'code'
  | 'orderNumber'
  | 'zone'
  | 'orderedAt'
  | 'handedOverAt'
  | 'due'
  | 'isDueProvisional'
  | 'attempts'
  | 'deliveredAt'
  | 'receiver'
  | 'isRecorded'
  | 'postageDong'
  | 'isAtPostsCost'
  | 'codDong'
  | 'ofPostDong'
  | 'codFeeDong'
  | 'breach'
  | 'doubt'
  | 'contents'
> {
  readonly id: string
  readonly label: string
  readonly name: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly isLate: boolean
  /** The last day on which the service can be complained of; null while the post has had no time to fail. */
  readonly complaintUntil: Day | null
  /** Working days within which the post answers it; null while there is nothing to complain of. */
  readonly complaintAnswerDays: number | null
}

export function parcelLine({ id, parcel }: HeldParcel, rules: readonly PostRule[], now: Moment): ParcelLine {
  const { person, due } = parcel
  const rule = rules.find(({ from }) => from === parcel.rule)
  return {
    id,
    direction: parcel.direction,
    stage: parcel.stage,
    code: parcel.code,
    orderNumber: parcel.orderNumber,
    zone: parcel.zone,
    orderedAt: parcel.orderedAt,
    handedOverAt: parcel.handedOverAt,
    due,
    isDueProvisional: parcel.isDueProvisional,
    attempts: parcel.attempts,
    deliveredAt: parcel.deliveredAt,
    receiver: parcel.receiver,
    isRecorded: parcel.isRecorded,
    postageDong: parcel.postageDong,
    isAtPostsCost: parcel.isAtPostsCost,
    codDong: parcel.codDong,
    ...(parcel.ofPostDong !== undefined && { ofPostDong: parcel.ofPostDong }),
    codFeeDong: parcel.codFeeDong,
    breach: parcel.breach,
    doubt: parcel.doubt,
    contents: parcel.contents,
    label: labelOf(parcel),
    name: person?.name ?? null,
    phone: person?.phone ?? null,
    address: person && addressText(person.address),
    isLate: isLateParcel(parcel, now),
    complaintUntil: rule && due !== null ? complaintUntil(rule, due) : null,
    complaintAnswerDays: rule && due !== null ? rule.complaintAnswerDays : null,
  }
}
