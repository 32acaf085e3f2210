import { toMoment } from '#domain/calendar/moment.ts'
import type { HeardBy } from '#domain/paying/money-in.ts'
import type { PaymentOrder } from '#domain/paying/order.ts'
import type { NoticeSaid, PaymentProvider, Told } from '#domain/paying/provider.ts'
import { addMoney } from '#store/money-in.ts'
import { endOrder, orderByReference } from '#store/payment-orders.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { settleMoney } from './settle-money.ts'

/**
 * Takes in what a provider says, by notice, as an answer or in its file. Money is written down first and dealt with
 * then: whatever happens in between, it is found again.
 */
export async function hearTold(
  desk: Desk,
  provider: Pick<PaymentProvider, 'key'>,
  { told, by }: { readonly told: Told; readonly by: HeardBy },
): Promise<NoticeSaid> {
  const { centre } = desk
  const order = await orderByReference(centre, provider.key, told.reference)
  if (told.outcome === 'paid') return hearPaid(desk, provider, { told, by, order })
  if (!order) return 'no-such-order'
  if (told.outcome === 'failed') await endOrder(centre, order.id, 'failed')
  return 'confirmed'
}

interface Heard {
  readonly told: Told
  readonly by: HeardBy
  readonly order: PaymentOrder | null
}

async function hearPaid(
  desk: Desk,
  { key: provider }: Pick<PaymentProvider, 'key'>,
  { told, by: heardBy, order }: Heard,
): Promise<NoticeSaid> {
  const at = toMoment(desk.now)
  const stands = await addMoney(desk.centre, {
    id: newId(),
    order: order?.id ?? null,
    text: order ? null : (told.text ?? null),
    came: {
      type: 'MoneyCame',
      at,
      by: null,
      provider,
      transaction: told.transaction ?? told.reference,
      reference: told.reference || null,
      payable: order?.payable ?? null,
      dong: told.dong,
      paidAt: told.paidAt ?? at,
      heardBy,
    },
  })
  await settleMoney(desk, stands)
  if (!stands.isNew) return 'known'
  if (!order) return 'no-such-order'
  return told.dong === order.dong ? 'confirmed' : 'other-amount'
}
