import { fold, type Dossier } from '#domain/dossier/dossier.ts'
import { canonical } from '#domain/dossier/trail.ts'
import type { Centre } from '#store/database.ts'
import { historyOf } from '#store/dossier-events.ts'
import { dossierRow, searchRow } from '#store/dossier-rows.ts'
import { rowOf, searchRowOf } from '#store/dossiers.ts'
import { brokenAt } from '../sealing.ts'
import { type DueCheck, dueCheckOf } from './check-due.ts'
import type { Finding } from './finding.ts'

/**
 * Holds one dossier to its promises: the trail unbroken, the row what the events come to, exactly one holder, the due
 * moment what the slow calculation says. Whoever checks many hands in the `dueCheck` made once.
 */
export async function checkDossier(centre: Centre, code: string, dueCheck?: DueCheck): Promise<Finding[]> {
  const { row, history } = await rowAndHistory(centre, code)
  if (!row) return [{ promise: 'row-equals-events', code, found: 'no row' }]
  const broken = brokenAt(code, history)
  if (broken !== null || row.last_hash.toString('hex') !== history.at(-1)?.seal)
    return [{ promise: 'trail-unbroken', code, found: `event ${broken ?? history.length}` }]
  const dossier = fold(history.map((one) => one.event))
  const checkDue = dueCheck ?? (await dueCheckOf(centre))
  const found = await searchRow(centre, row.id)
  return [
    ...rowFindings(row, { ...rowOf(dossier), state: dossier }, code),
    ...rowFindings(found ?? {}, searchRowOf(dossier), code),
    ...holderFindings(dossier),
    ...checkDue(dossier),
  ]
}

/** Row and history of the same version: read again when somebody was at work between the two readings. */
async function rowAndHistory(centre: Centre, code: string, tries = 3) {
  const row = await dossierRow(centre, code)
  const history = await historyOf(centre, code)
  if (tries > 1 && row && row.version !== history.length) return rowAndHistory(centre, code, tries - 1)
  return { row, history }
}

function rowFindings(
  row: { readonly [column: string]: unknown },
  expected: { readonly [column: string]: unknown },
  code: string,
): Finding[] {
  return Object.entries(expected)
    .filter(([column, value]) => canonical(row[column] ?? null) !== canonical(value))
    .map(([column]) => ({ promise: 'row-equals-events', code, found: column }))
}

function holderFindings(dossier: Dossier): Finding[] {
  const isRight = (dossier.stage === 'returned') === (dossier.holder === null)
  return isRight ? [] : [{ promise: 'one-holder', code: dossier.code, found: dossier.stage }]
}
