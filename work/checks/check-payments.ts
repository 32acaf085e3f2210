import { foldMoney, type MoneyEvent } from '#domain/paying/money-in.ts'
import type { Centre } from '#store/database.ts'
import { type HeldMoney, historiesOfMoney, moneyAfter, paymentsOfMoney } from '#store/money-in.ts'
import { onlinePaymentsOf, type OnlineTaken, onlineTakenAfter } from '#store/money-moved.ts'
import type { Finding } from './finding.ts'
import { isSame } from './same.ts'

const PAGE = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Every sum a provider took is what its history comes to, and pays its dossier once and to the đồng; no dossier bears a
 * payment through a provider that no money stands behind.
 */
export async function checkPayments(centre: Centre): Promise<Finding[]> {
  return [...(await checkMoney(centre)), ...(await checkTaken(centre))]
}

const finding = (code: string | null, found: string): Finding => {
  return { promise: 'online-money-balances', code, found }
}

async function checkMoney(centre: Centre): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = FIRST; ;) {
    const page = await moneyAfter(centre, after, PAGE)
    const last = page.at(-1)
    if (last === undefined) return findings
    const histories = await historiesOfMoney(
      centre,
      page.map(({ id }) => id),
    )
    const codes = page.flatMap(({ money }) => money.credited?.code ?? [])
    const paid = new Map((await onlinePaymentsOf(centre, codes)).map((one) => [one.payment, one]))
    for (const held of page) {
      if (!isItsHistory(held, histories.get(held.id) ?? []))
        findings.push(finding(null, `money ${held.id} is not its history`))
      const { credited, dong, refundedDong } = held.money
      if (!credited) continue
      const payment = paid.get(credited.payment)
      if (payment?.dong !== dong || payment.refundedDong !== refundedDong || payment.code !== credited.code)
        findings.push(finding(credited.code, `money ${held.id} of ${dong} is not what was credited`))
    }
    after = last.id
  }
}

async function checkTaken(centre: Centre): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after: OnlineTaken | null = null; ;) {
    const page: readonly OnlineTaken[] = await onlineTakenAfter(centre, after, PAGE)
    const last = page.at(-1)
    if (last === undefined) return findings
    const paying = await paymentsOfMoney(
      centre,
      page.map(({ money }) => money),
    )
    for (const { code, payment, money } of page)
      if (paying.get(money) !== payment)
        findings.push(finding(code, `no money stands behind payment ${payment}`))
    after = last
  }
}

function isItsHistory({ money }: HeldMoney, history: readonly MoneyEvent[]): boolean {
  return history.length > 0 && isSame(foldMoney(history), money)
}
