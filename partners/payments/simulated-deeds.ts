import { setTimeout as wait } from 'node:timers/promises'
import type { Moment } from '#domain/calendar/moment.ts'

/** What a simulated provider can do with an order, and how it tells of it. */
export const DEEDS = [
  'pays',
  'declines',
  'pays-unannounced',
  'pays-announced-twice',
  'pays-announced-late',
  'pays-less',
  'pays-twice',
  'forges',
] as const
export type Deed = (typeof DEEDS)[number]

export const DEEDS_IN_WORDS: Record<Deed, string> = {
  pays: 'Trả tiền',
  declines: 'Không đủ tiền, hủy',
  'pays-unannounced': 'Trả tiền, không báo cho Trung tâm',
  'pays-announced-twice': 'Trả tiền, báo hai lần',
  'pays-announced-late': 'Trả tiền, báo chậm',
  'pays-less': 'Trả thiếu tiền',
  'pays-twice': 'Trả tiền hai lần',
  forges: 'Không trả, gửi thông báo giả',
}

/** How a simulated provider answers questions: truly, not at all, or with nonsense. */
export const MOODS = ['answers', 'silent', 'nonsense'] as const
export type Mood = (typeof MOODS)[number]

/** An order as a simulated provider knows it. */
export interface SimulatedOrder {
  readonly reference: string
  readonly dong: number
  /** Where the browser goes when it is done. */
  readonly returnTo: string
  state: 'open' | 'failed'
}

/** Money a simulated provider has really taken. */
export interface SimulatedPayment {
  readonly transaction: string
  readonly reference: string
  readonly dong: number
  readonly paidAt: Moment
  refundedDong: number
}

/** What a simulated provider has been told and has done: the truth its notices are held against in trials. */
export interface SimulatedBooks {
  readonly orders: Map<string, SimulatedOrder>
  readonly payments: SimulatedPayment[]
  mood: Mood
}

export function newBooks(): SimulatedBooks {
  return { orders: new Map(), payments: [], mood: 'answers' }
}

/** How one provider speaks of its payments. */
interface Voice {
  readonly now: () => Moment
  readonly prefix: string
  /** Sends a notice; with a false signature when it is forged. */
  notify(said: Told, isForged: boolean): Promise<void>
}

export type Told =
  | { readonly paid: true; readonly payment: SimulatedPayment }
  | { readonly paid: false; readonly order: SimulatedOrder }

const LATE_MS = 3000

/** Does a deed: the books first, then what is told of it. */
export async function does(
  books: SimulatedBooks,
  order: SimulatedOrder,
  deed: Deed,
  voice: Voice,
): Promise<void> {
  const take = (dong = order.dong) => {
    const payment = {
      transaction: `${voice.prefix}${String(1_000_001 + books.payments.length)}`,
      reference: order.reference,
      dong,
      paidAt: voice.now(),
      refundedDong: 0,
    }
    books.payments.push(payment)
    return { paid: true, payment } as const
  }
  switch (deed) {
    case 'pays':
      return voice.notify(take(), false)
    case 'declines':
      order.state = 'failed'
      return voice.notify({ paid: false, order }, false)
    case 'pays-unannounced':
      take()
      return
    case 'pays-announced-twice': {
      const told = take()
      await Promise.all([voice.notify(told, false), voice.notify(told, false)])
      return voice.notify(told, false)
    }
    case 'pays-announced-late': {
      const told = take()
      void wait(LATE_MS, undefined, { ref: false }).then(() => voice.notify(told, false))
      return
    }
    case 'pays-less':
      return voice.notify(take(Math.max(1, order.dong - 1000)), false)
    case 'pays-twice':
      await voice.notify(take(), false)
      return voice.notify(take(), false)
    case 'forges': {
      const { reference, dong } = order
      const payment = { transaction: '999999999', reference, dong, paidAt: voice.now(), refundedDong: 0 }
      return voice.notify({ paid: true, payment }, true)
    }
  }
}

/** Tells the centre; a centre that does not answer is a centre that heard nothing. */
export async function send(url: string, init?: RequestInit): Promise<void> {
  await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).then(
    (answer) => answer.arrayBuffer(),
    () => undefined,
  )
}
