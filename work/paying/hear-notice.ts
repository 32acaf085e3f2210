import { toMoment } from '#domain/calendar/moment.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { Notice, NoticeSaid, PaymentProvider, Told } from '#domain/paying/provider.ts'
import { askOrderAt, orderByReference } from '#store/payment-orders.ts'
import type { Desk } from '../desk.ts'
import { askProvider } from './ask-provider.ts'
import { hearTold } from './hear-told.ts'
import { providerOf } from './providers-of.ts'

export interface NoticeHeard {
  readonly said: NoticeSaid
  /** In the provider's own codes. */
  readonly answer: object
}

/**
 * A notice from server to server: it alone, and what a provider answers when asked, decides. A forged one leaves no
 * trace. Null where the centre has no such provider.
 */
export async function hearNotice(desk: Desk, key: ProviderKey, notice: Notice): Promise<NoticeHeard | null> {
  const provider = providerOf(desk, key)
  if (!provider) return null
  const told = provider.hear(notice)
  const said = told ? await heard(desk, provider, told) : 'false-signature'
  return { said, answer: provider.answer(said) }
}

/** What the provider wants to hear when the program cannot take its notice in now; it will send it again. */
export function noticeFault(desk: Desk, key: ProviderKey): object | null {
  return providerOf(desk, key)?.answer('fault') ?? null
}

/** What is doubtful is asked back: a provider whose signature is weak, and one that contradicts what it said before. */
async function heard(desk: Desk, provider: PaymentProvider, told: Told): Promise<NoticeSaid> {
  const order = await orderByReference(desk.centre, provider.key, told.reference)
  const isDoubtful = provider.isAskedBack || (order?.ended === 'failed' && told.outcome === 'paid')
  if (!order || !isDoubtful) return hearTold(desk, provider, { told, by: 'notice' })
  const asked = await askProvider(desk, provider, order)
  if (asked) return asked.said
  // Nobody answers now: the notice was heard, and nothing is taken before the provider has said it again.
  await askOrderAt(desk.centre, order.id, { askAt: toMoment(desk.now), asked: order.asked })
  return 'confirmed'
}
