import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { MoneyIn } from '#domain/paying/money-in.ts'
import { PROVIDERS, type ProviderKey } from '#domain/paying/provider-key.ts'
import { may } from '#domain/people/may.ts'
import { moneyBetween } from '#store/money-in.ts'
import { onlineReceipts } from '#store/money-moved.ts'
import { numbersTaken } from '#store/number-books.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { momentsOf } from '../money/day-of-cash.ts'
import { onlineReceiptNumber } from '../money/receipt-number.ts'

/** What one provider took on a day; all of it in đồng. */
export interface ProviderDay {
  readonly provider: ProviderKey
  readonly lines: readonly { readonly id: string; readonly money: MoneyIn }[]
  readonly dong: number
  readonly creditedDong: number
  readonly refundedDong: number
}

export interface SeenMoneyOfDay {
  readonly on: Day
  readonly providers: readonly ProviderDay[]
  /** Numbers of online receipts taken that day whose payment did not come about. */
  readonly unused: readonly string[]
}

/** More than one provider takes for a centre on a day. */
const MOST = 5000

/** What came through each provider on a day, by the day on which it was paid. */
export async function seeMoneyOfDay(desk: Desk, on: Day): Promise<Outcome<SeenMoneyOfDay>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-reconciliation' })
  const allowed = may(actor, { kind: 'see-reconciliation' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const { from, before } = momentsOf(on)
  const [days, numbers, used] = await Promise.all([
    Promise.all(PROVIDERS.map((provider) => moneyBetween(centre, { from, before, provider }, MOST))),
    numbersTaken(centre, 'online-receipt', from, before),
    onlineReceipts(centre, { from, before }),
  ])
  return {
    on,
    providers: PROVIDERS.flatMap((provider, place) => {
      const lines = (days[place] ?? []).map(({ id, money }) => ({ id, money }))
      return lines.length > 0 ? [{ provider, lines, ...sumsOf(lines.map(({ money }) => money)) }] : []
    }),
    unused: numbers
      .map(({ year, number }) => onlineReceiptNumber(year, number))
      .filter((number) => !used.includes(number)),
  }
}

function sumsOf(money: readonly MoneyIn[]) {
  const sum = (of: (one: MoneyIn) => number) => money.reduce((all, one) => all + of(one), 0)
  return {
    dong: sum(({ dong }) => dong),
    creditedDong: sum(({ dong, standing }) => (standing === 'credited' ? dong : 0)),
    refundedDong: sum(({ refundedDong }) => refundedDong),
  }
}
