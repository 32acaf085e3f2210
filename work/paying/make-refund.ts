import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { MoneyIn, RefundUnderWay } from '#domain/paying/money-in.ts'
import { onlineCashier } from '#domain/people/online-cashier.ts'
import { usedCommand } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import type { HeldMoney } from '#store/money-in.ts'
import { orderById } from '#store/payment-orders.ts'
import { changeDossier } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { providerOf } from './providers-of.ts'
import { isOvertaken, now, written } from './settle-money.ts'

/**
 * Gives back what two people agreed to give back: by a transfer they have made, or through the provider, which is told
 * again under the same id until it answers. Then it is written on the dossier.
 */
export async function makeRefund(desk: Desk, held: HeldMoney): Promise<MoneyIn> {
  const { refund } = held.money
  if (!refund?.agreedBy) return held.money
  if (refund.reference !== null) return made(desk, held, refund, refund.reference)
  const order = held.order === null ? null : await orderById(desk.centre, held.order)
  const provider = providerOf(desk, held.money.provider)
  if (!order || !provider?.refund) return held.money
  const { transaction, dong: paidDong } = held.money
  const answer = await provider.refund({
    id: refund.id,
    reference: order.reference,
    transaction,
    openedAt: order.openedAt,
    paidDong,
    dong: refund.dong,
    now: toMoment(desk.now),
  })
  if (answer.answer === 'silent') return held.money
  if (answer.answer === 'refused')
    return written(desk, held, { type: 'RefundRefused', code: answer.code, ...now(desk) })
  return made(desk, held, refund, answer.reference)
}

async function made(
  desk: Desk,
  held: HeldMoney,
  refund: RefundUnderWay,
  reference: string,
): Promise<MoneyIn> {
  const { credited } = held.money
  if (credited) await writeOnDossier(desk, credited, refund, reference)
  return written(desk, held, { type: 'RefundMade', reference, ...now(desk) })
}

async function writeOnDossier(
  desk: Desk,
  { code, payment }: NonNullable<MoneyIn['credited']>,
  refund: RefundUnderWay,
  reference: string,
): Promise<void> {
  const id = derivedId(refund.id, 'refund')
  const { dong, reason, ground, askedBy, agreedBy } = refund
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await usedCommand(desk.centre, id)) return
    const found = await holdDossier(desk.centre, code)
    if (!found) throw new Error(`${code} is not there`)
    const { version, step, placeOfReceipt } = found.dossier
    const outcome = await changeDossier({ ...desk, actor: onlineCashier(placeOfReceipt) }, code, {
      type: 'RefundPayment',
      id,
      version,
      step,
      payment,
      dong,
      reason,
      ground,
      agreed: { askedBy, agreedBy: agreedBy ?? '', reference },
    })
    if (!isRefusal(outcome)) return
    if (!isOvertaken(outcome))
      throw new Error(`${code}: money went back and cannot be written: ${outcome.refused}`)
  }
  throw new Error(`${code} changed at every attempt`)
}
