import { foldFiling } from '#domain/filing/filing.ts'
import type { Centre } from '#store/database.ts'
import { filingHistory, type HeldFiling, heldFilings } from '#store/filings.ts'
import { filingBrokenAt } from '../filing/sealed-filing.ts'
import type { Finding } from './finding.ts'
import { isSame } from './same.ts'

const PAGE = 200

/** What was filed online is what its events come to, and its trail is unbroken. */
export async function checkFilings(centre: Centre): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after: string | null = null; ;) {
    const page: HeldFiling[] = await heldFilings(centre, after, PAGE)
    for (const held of page) findings.push(...(await findingsOf(centre, held)))
    const last = page.at(-1)
    if (!last) return findings
    after = last.id
  }
}

async function findingsOf(centre: Centre, { id, filing, lastSeal }: HeldFiling): Promise<Finding[]> {
  const { code } = filing
  // What was answered since it was read is checked as far as it was read.
  const history = (await filingHistory(centre, id)).slice(0, filing.version)
  const broken = filingBrokenAt(id, history)
  if (broken !== null || history.at(-1)?.seal !== lastSeal)
    return [{ promise: 'trail-unbroken', code, found: `filing, event ${broken ?? history.length}` }]
  const isRight = isSame(filing, foldFiling(history.map(({ event }) => event)))
  return isRight ? [] : [{ promise: 'filing-equals-events', code, found: `version ${filing.version}` }]
}
