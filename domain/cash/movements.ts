import { PAYMENT_WAYS, type PaymentWay } from '#domain/dossier/owed.ts'

/** One movement of money: taken comes in; cancelled and refunded go out the way they came. */
export interface Movement {
  readonly kind: 'taken' | 'cancelled' | 'refunded'
  readonly way: PaymentWay
  readonly dong: number
}

export type ByWay = Readonly<Record<PaymentWay, number>>

/** What a cashier has at the end of a day, in đồng: the cash to hand in, and what came by transfer and by card. */
export function cashOf(movements: readonly Movement[]): ByWay {
  const sums = { cash: 0, transfer: 0, card: 0 } satisfies ByWay
  for (const way of PAYMENT_WAYS)
    sums[way] =
      sumOf(movements, 'taken', way) - sumOf(movements, 'cancelled', way) - sumOf(movements, 'refunded', way)
  return sums
}

/** What moved in one way and kind, in đồng. */
export function sumOf(movements: readonly Movement[], kind: Movement['kind'], way: PaymentWay): number {
  return movements.reduce((sum, one) => sum + (one.kind === kind && one.way === way ? one.dong : 0), 0)
}
