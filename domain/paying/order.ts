import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { FeeLine } from '#domain/dossier/owed.ts'
import type { PayableKey } from './payable.ts'
import type { ProviderKey } from './provider-key.ts'
import type { PayWay } from './provider.ts'

/** How an order ended: nothing more is asked about it, though money may still come. */
export const ORDER_ENDS = ['paid', 'failed', 'expired'] as const
export type OrderEnd = (typeof ORDER_ENDS)[number]

/**
 * How an attempt to pay looks to who made it. `waiting`: it can still be paid; `asked`: it is over or begun, and the
 * provider has not said how it ended; `held`: it waits for what was filed to be received; `doubted`: money has come and lies before a person; `paid-more`: it is paid, and
 * more has come than that.
 */
export type OrderState = OrderEnd | 'waiting' | 'asked' | 'held' | 'doubted' | 'paid-more' | 'given-back'

/** One attempt to pay something through one provider. */
export interface PaymentOrder {
  readonly id: string
  readonly reference: string
  readonly provider: ProviderKey
  readonly payable: PayableKey
  readonly lines: readonly FeeLine[]
  readonly dong: number
  readonly openedAt: Moment
  /** The last moment at which it may be paid. */
  readonly expiresAt: Moment
  /** Where it is paid; null until the provider has said. */
  readonly way: PayWay | null
  /** Null while it is not known how it ended. */
  readonly ended: OrderEnd | null
  /** How often the provider was asked, and when it is to be asked next; null when it need not be. */
  readonly asked: number
  readonly askAt: Moment | null
}

/** Providers tell the minute of payment by clocks of their own. */
const CLOCKS_DIFFER_MINUTES = 5

/** Whether money was paid when its order was over; what was paid in time and told late is in time. */
export function isLate({ expiresAt }: Pick<PaymentOrder, 'expiresAt'>, paidAt: Moment): boolean {
  const last = fromMoment(expiresAt).add({ minutes: CLOCKS_DIFFER_MINUTES })
  return Temporal.Instant.compare(fromMoment(paidAt), last) > 0
}

export function isOver({ expiresAt }: Pick<PaymentOrder, 'expiresAt'>, now: Moment): boolean {
  return now > expiresAt
}

/** Minutes after which a provider is asked again, the last of them for ever on. */
const PAUSES = [2, 3, 5, 10, 15, 30, 60]
/** An order that is over is asked about for so long; after that it lies before a person. */
const ASKED_FOR_DAYS = 3

/** When a provider is asked next what became of an order; null when asking leads nowhere any more. */
export function askNext({ expiresAt, asked }: PaymentOrder, now: Moment): Moment | null {
  const at = fromMoment(now)
  const last = fromMoment(expiresAt).add({ hours: 24 * ASKED_FOR_DAYS })
  if (Temporal.Instant.compare(at, last) > 0) return null
  return toMoment(at.add({ minutes: PAUSES[Math.min(asked, PAUSES.length - 1)] ?? 60 }))
}
