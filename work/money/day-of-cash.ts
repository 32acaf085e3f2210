import { type Day, instantAt, toMoment } from '#domain/calendar/moment.ts'
import type { Movement } from '#domain/cash/movements.ts'
import type { Moment } from '#domain/calendar/moment.ts'
import { type MoneyMoved, tillOf } from '#store/money-moved.ts'

export interface CashLine extends Movement {
  readonly at: Moment
  readonly code: string
  /** The place of the event in the dossier's history. */
  readonly sequence: number
  /** Who did it, where it was another than whose till it is. */
  readonly by: string | null
  /** Of the receipt that was made out; what is undone names its payment on the dossier. */
  readonly receiptNumber: string | null
}

/** From its first moment to the first of the next day, in Vietnam. */
export function momentsOf(on: Day): { readonly from: Moment; readonly before: Moment } {
  const day = Temporal.PlainDate.from(on)
  return { from: toMoment(instantAt(day, 0)), before: toMoment(instantAt(day.add({ days: 1 }), 0)) }
}

const KINDS = { PaymentTaken: 'taken', PaymentCancelled: 'cancelled', PaymentRefunded: 'refunded' } as const

export function lineOf({ code, sequence, event }: MoneyMoved): CashLine {
  return {
    at: event.at,
    code,
    sequence,
    kind: KINDS[event.type],
    way: event.way,
    dong: event.dong,
    by: tillOf(event) === event.by.staff ? null : event.by.staff,
    receiptNumber: event.type === 'PaymentTaken' ? event.receiptNumber : null,
  }
}
