import type { Moment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { secondPerson } from '#domain/people/second-person.ts'
import type { PayableKey } from './payable.ts'
import { isLate, type PaymentOrder } from './order.ts'
import type { ProviderKey } from './provider-key.ts'

/** Why money is not counted by itself, and lies before a person. */
export const DOUBTS = [
  'no-such-order',
  'other-amount',
  'twice',
  'late',
  'not-owed',
  'fee-changed',
  'dossier-closed',
  'filing-ended',
] as const
export type Doubt = (typeof DOUBTS)[number]

/** By whom we heard of it first. */
export const HEARD_BY = ['notice', 'answer', 'file'] as const
export type HeardBy = (typeof HEARD_BY)[number]

interface Happened {
  readonly at: Moment
  /** Staff id; null for what happened by itself. */
  readonly by: string | null
}

/** One sum a provider has really taken for us: it is credited, held, doubted or given back, and never lost. */
export type MoneyEvent =
  | (Happened & {
      readonly type: 'MoneyCame'
      readonly provider: ProviderKey
      readonly transaction: string
      readonly reference: string | null
      /** For what its order was; null where no order of ours is meant. */
      readonly payable: PayableKey | null
      readonly dong: number
      readonly paidAt: Moment
      readonly heardBy: HeardBy
    })
  | (Happened & {
      readonly type: 'MoneyCredited'
      readonly code: string
      readonly payment: string
      readonly receiptNumber: string
    })
  | (Happened & { readonly type: 'MoneyHeld' })
  | (Happened & { readonly type: 'MoneyDoubted'; readonly doubt: Doubt })
  | (Happened & {
      readonly type: 'RefundAsked'
      readonly refund: string
      readonly dong: number
      readonly reason: string
      readonly ground: string
    })
  | (Happened & { readonly type: 'RefundDropped'; readonly comment: string })
  | (Happened & {
      readonly type: 'RefundAgreed'
      /** Of the transfer by which people gave it back; null where the provider does. */
      readonly reference: string | null
    })
  | (Happened & { readonly type: 'RefundMade'; readonly reference: string })
  | (Happened & { readonly type: 'RefundRefused'; readonly code: string })

/** A refund under way: asked for by one person, agreed to by another, then made by the provider or the bank. */
export interface RefundUnderWay {
  readonly id: string
  readonly dong: number
  readonly reason: string
  readonly ground: string
  readonly askedBy: string
  readonly askedAt: Moment
  readonly agreedBy: string | null
  readonly reference: string | null
}

export interface MoneyIn {
  readonly version: number
  readonly provider: ProviderKey
  readonly transaction: string
  readonly reference: string | null
  readonly payable: PayableKey | null
  readonly dong: number
  readonly paidAt: Moment
  readonly heardBy: HeardBy
  readonly standing: 'new' | 'credited' | 'held' | 'doubted'
  readonly doubt: Doubt | null
  /** The dossier it pays, by which payment and against which receipt. */
  readonly credited: {
    readonly code: string
    readonly payment: string
    readonly receiptNumber: string
  } | null
  readonly refundedDong: number
  readonly refund: RefundUnderWay | null
  /** What the provider said when it would not give it back. */
  readonly refundRefused: string | null
}

/** Whether a person must do something about it. */
export function awaitsPerson({ standing, refund, refundedDong, dong, refundRefused }: MoneyIn): boolean {
  if (refund) return refund.agreedBy === null
  return (standing === 'doubted' && refundedDong < dong) || refundRefused !== null
}

export function evolveMoney(money: MoneyIn | null, event: MoneyEvent): MoneyIn {
  if (event.type === 'MoneyCame') {
    const { type: _, at: __, by: ___, ...came } = event
    const untouched = { doubt: null, credited: null, refundedDong: 0, refund: null, refundRefused: null }
    return { version: 1, ...came, standing: 'new', ...untouched }
  }
  if (money === null) throw new Error(`${event.type} before MoneyCame`)
  const next = { ...money, version: money.version + 1 }
  switch (event.type) {
    case 'MoneyCredited': {
      const { code, payment, receiptNumber } = event
      return { ...next, standing: 'credited', doubt: null, credited: { code, payment, receiptNumber } }
    }
    case 'MoneyHeld':
      return { ...next, standing: 'held' }
    case 'MoneyDoubted':
      return { ...next, standing: 'doubted', doubt: event.doubt }
    case 'RefundAsked': {
      const { refund: id, dong, reason, ground, by, at } = event
      const refund = {
        id,
        dong,
        reason,
        ground,
        askedBy: by ?? '',
        askedAt: at,
        agreedBy: null,
        reference: null,
      }
      return { ...next, refund, refundRefused: null }
    }
    case 'RefundDropped':
      return { ...next, refund: null }
    case 'RefundAgreed':
      return {
        ...next,
        refund: money.refund && { ...money.refund, agreedBy: event.by, reference: event.reference },
      }
    case 'RefundMade':
      return { ...next, refund: null, refundedDong: money.refundedDong + (money.refund?.dong ?? 0) }
    case 'RefundRefused':
      return { ...next, refund: null, refundRefused: event.code }
  }
}

export function foldMoney(events: readonly MoneyEvent[]): MoneyIn {
  const money = events.reduce<MoneyIn | null>(evolveMoney, null)
  if (money === null) throw new Error('no events')
  return money
}

/** Why a sum is not simply counted: no order of ours, another amount, a second time, after the order was over. */
export function doubtOf(
  money: Pick<MoneyIn, 'dong' | 'paidAt'>,
  order: PaymentOrder | null,
  isSecond: boolean,
): Doubt | null {
  if (order === null) return 'no-such-order'
  if (money.dong !== order.dong) return 'other-amount'
  if (isSecond) return 'twice'
  return isLate(order, money.paidAt) ? 'late' : null
}

/** It may be counted for a dossier: by itself when it comes, by a person when it was doubted. */
export function mayBeCredited({ standing, refund, refundedDong }: MoneyIn): Outcome<true> {
  if (standing === 'credited' || refundedDong > 0) return refuse('money-settled')
  return refund === null || refuse('refund-under-way')
}

/** It goes back: all of what was doubted, as much as is left of what was credited; one refund at a time. */
export function mayAskRefund(money: MoneyIn, dong: number): Outcome<true> {
  const { standing, refund, refundedDong } = money
  if (refund !== null) return refuse('refund-under-way')
  if (standing !== 'credited' && standing !== 'doubted') return refuse('money-settled')
  const left = money.dong - refundedDong
  if (left === 0) return refuse('money-settled')
  const isRight = standing === 'doubted' ? dong === left : dong > 0 && dong <= left
  return isRight || refuse('other-amount', { dong, owed: left })
}

/** A second person agrees: never the one who asked. */
export function mayAgree({ refund }: MoneyIn, by: string): Outcome<true> {
  if (refund === null) return refuse('no-refund-asked')
  if (refund.agreedBy !== null) return refuse('refund-under-way')
  return secondPerson(refund.askedBy, by)
}

/** Anybody who may ask for one may drop it, while nobody has agreed. */
export function mayDrop({ refund }: MoneyIn): Outcome<true> {
  if (refund === null) return refuse('no-refund-asked')
  return refund.agreedBy === null || refuse('refund-under-way')
}
