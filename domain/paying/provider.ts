import type { Moment } from '#domain/calendar/moment.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Payable } from './payable.ts'
import type { ProviderKey } from './provider-key.ts'

/** Where the citizen pays: on a page of the provider, or by a transfer of his own. */
export type PayWay =
  | { readonly kind: 'page'; readonly url: string }
  | {
      readonly kind: 'transfer'
      readonly bankName: string
      readonly account: string
      readonly holder: string
      readonly content: string
      /** What the code says that banking apps read. */
      readonly qr: string
    }

export interface OrderToOpen {
  readonly reference: string
  readonly dong: number
  readonly openedAt: Moment
  readonly expiresAt: Moment
  /** The network address the citizen comes from, as providers ask for it. */
  readonly from: string
  /** Where the browser is sent when the citizen is done. It proves nothing. */
  readonly returnTo: string
  readonly language: 'vi' | 'en'
  readonly payable: Payable
  readonly unitName: string
}

/** What a provider says of an order, in our words, once its signature was found good and meant for us. */
export interface Told {
  readonly reference: string
  /** `open`: nothing has come yet, or the provider is not sure itself. */
  readonly outcome: 'paid' | 'failed' | 'open'
  readonly dong: number
  /** The provider's own number of the payment. */
  readonly transaction: string | null
  readonly paidAt: Moment | null
  /** What was written with a transfer. */
  readonly text?: string
}

/** A notice as it came over the network. */
export interface Notice {
  readonly fields: { readonly [name: string]: string }
  /** The body as it was sent. */
  readonly body: string
  readonly signature: string | null
}

/** What became of a notice, to be told to the provider in its own codes. */
export const NOTICE_SAID = [
  'confirmed',
  'known',
  'no-such-order',
  'other-amount',
  'false-signature',
  'fault',
] as const
export type NoticeSaid = (typeof NOTICE_SAID)[number]

/** An order as a provider is asked about it. */
export interface OrderToAsk {
  readonly reference: string
  readonly dong: number
  readonly openedAt: Moment
  readonly now: Moment
}

export interface RefundToMake {
  /** Ours; the same again is the same refund. */
  readonly id: string
  readonly reference: string
  readonly transaction: string
  readonly openedAt: Moment
  /** What was paid in all, and what of it goes back. */
  readonly paidDong: number
  readonly dong: number
  readonly now: Moment
}

export type RefundAnswer =
  | { readonly answer: 'made'; readonly reference: string }
  /** The provider will not; its own code says why. */
  | { readonly answer: 'refused'; readonly code: string }
  /** Nothing was heard: it is asked again, under the same id. */
  | { readonly answer: 'silent' }

/** Under which headings a provider's file, or a bank's statement, says what we need; any of several names. */
export interface FileColumns {
  readonly transaction: readonly string[]
  readonly dong: readonly string[]
  readonly paidAt: readonly string[]
  /** Where the reference stands, alone or in what was written with a transfer. */
  readonly text: readonly string[]
  /** Where lines also say how they ended, the words for paid. */
  readonly state?: { readonly names: readonly string[]; readonly paid: readonly string[] } | undefined
  /** What amounts are counted in: 100 where a file gives them times a hundred. */
  readonly times: number
}

/** One who takes payments for the centre. What it says is believed only from server to server. */
export interface PaymentProvider {
  readonly key: ProviderKey
  /** How long an order may be paid. */
  readonly minutesOpen: number
  /** Its notice is believed only when a question is answered the same. */
  readonly isAskedBack: boolean
  /** The origins its pages lie at, to which a form of ours may lead. */
  readonly pages: readonly string[]
  readonly file: FileColumns
  open(order: OrderToOpen): Promise<Outcome<PayWay>>
  /** What a notice says; null when it is not the provider's, or not for us. */
  hear(notice: Notice): Told | null
  /** What the provider wants to hear, as it wants it. */
  answer(said: NoticeSaid): object
  /** What became of an order; null when nothing was heard, or nothing that can be believed. Not every provider can be asked. */
  readonly ask: ((order: OrderToAsk) => Promise<Told | null>) | null
  /** Gives money back; where it does not, a person transfers it. */
  readonly refund: ((refund: RefundToMake) => Promise<RefundAnswer>) | null
}
