import type { PaymentWay } from '#domain/dossier/owed.ts'

/** One movement of money: taken comes in; cancelled and refunded go out the way they came. */
export interface Movement {
  readonly kind: 'taken' | 'cancelled' | 'refunded'
  readonly way: PaymentWay
  readonly dong: number
}

/** What a cashier has at the end of a day, in đồng: the cash to hand in, and what came by transfer. */
export function cashOf(movements: readonly Movement[]): Readonly<Record<PaymentWay, number>> {
  const sum = (asked: PaymentWay) =>
    movements.reduce(
      (all, { kind, way, dong }) => all + (way === asked ? (kind === 'taken' ? dong : -dong) : 0),
      0,
    )
  return { cash: sum('cash'), transfer: sum('transfer') }
}
