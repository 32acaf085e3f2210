import { cashOf } from '#domain/cash/movements.ts'
import { cashSheetsAfter } from '#store/cash-sheets.ts'
import type { Centre } from '#store/database.ts'
import { moneyMoved } from '#store/money-moved.ts'
import { lineOf, momentsOf } from '../money/day-of-cash.ts'
import type { Finding } from './finding.ts'

const PAGE = 200

/** Every closed sheet comes to what moved that day, to the đồng. */
export async function checkCash(centre: Centre): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ;) {
    const sheets = await cashSheetsAfter(centre, after, PAGE)
    for (const { staff, on, number, content } of sheets) {
      const lines = (await moneyMoved(centre, { ...momentsOf(on), staff })).map(lineOf)
      const moved = JSON.stringify(cashOf(lines))
      const { cash, transfer, card } = content.sums
      const frozen = JSON.stringify({ cash, transfer, card })
      if (moved !== frozen || lines.length !== content.movements)
        findings.push({ promise: 'cash-balances', code: null, found: `${number}: ${frozen}, moved ${moved}` })
    }
    const last = sheets.at(-1)
    if (last === undefined) return findings
    after = last.number
  }
}
