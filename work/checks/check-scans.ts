import type { Centre } from '#store/database.ts'
import { dossiersWithScan, scanHashes } from '#store/scans.ts'
import type { Finding } from './finding.ts'

/** Scans are large: so many are read at once. */
const PAGE = 50
/** The same form is scanned beside many dossiers; so many of them are named. */
const MOST_NAMED = 20

/** What was scanned is byte for byte what it was when it was put beside its dossier. */
export async function checkScans(centre: Centre): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ;) {
    const page = await scanHashes(centre, after, PAGE)
    for (const { sha256 } of page.filter((one) => !one.isWhole)) {
      const found = `scan ${sha256.slice(0, 12)} has other bytes than it had`
      for (const code of await dossiersWithScan(centre, sha256, MOST_NAMED))
        findings.push({ promise: 'scan-unchanged', code, found })
    }
    const last = page.at(-1)
    if (last === undefined) return findings
    after = last.sha256
  }
}
