import type { Centre } from '#store/database.ts'
import { dossierCodes } from '#store/dossier-rows.ts'
import { checkDossiers } from './check-dossier.ts'
import { dueCheckOf } from './check-due.ts'
import type { Finding } from './finding.ts'
import { checkFigures } from './check-figures.ts'
import { checkCash } from './check-cash.ts'
import { checkFilings } from './check-filings.ts'
import { checkParcels } from './check-parcels.ts'
import { checkPayments } from './check-payments.ts'
import { checkRegisters } from './check-registers.ts'
import { checkScans } from './check-scans.ts'

const PAGE = 500

/** Holds a centre to all its promises; a finding for each that is broken. Reads every dossier: a job for the night. */
export async function checkCentre(centre: Centre): Promise<Finding[]> {
  const findings: Finding[] = [
    ...(await checkFigures(centre)),
    ...(await checkScans(centre)),
    ...(await checkCash(centre)),
    ...(await checkFilings(centre)),
    ...(await checkParcels(centre)),
    ...(await checkPayments(centre)),
    ...(await checkRegisters(centre)),
  ]
  const dueCheck = await dueCheckOf(centre)
  for (let after = ''; ;) {
    const codes = await dossierCodes(centre, after, PAGE)
    findings.push(...(await checkDossiers(centre, codes, dueCheck)))
    const last = codes.at(-1)
    if (last === undefined) return findings
    after = last
  }
}
