import { fold, type Dossier } from '#domain/dossier/dossier.ts'
import { canonical } from '#domain/dossier/trail.ts'
import type { Centre } from '#store/database.ts'
import { historyOf } from '#store/dossier-events.ts'
import { dossierRow } from '#store/dossier-rows.ts'
import { rowOf } from '#store/dossiers.ts'
import { brokenAt } from '../sealing.ts'

/** Something that must not be: which promise is broken, on which dossier, and what was found. */
export interface Finding {
  readonly promise:
    | 'trail-unbroken'
    | 'row-equals-events'
    | 'one-holder'
    | 'due-equals-slow-calculation'
    | 'figures-equal-rows'
  readonly code: string | null
  readonly found: string
}

/** Holds one dossier against its history: the trail unbroken, the row what the events come to, exactly one holder. */
export async function checkDossier(centre: Centre, code: string): Promise<Finding[]> {
  const row = await dossierRow(centre, code)
  if (!row) return [{ promise: 'row-equals-events', code, found: 'no row' }]
  const history = await historyOf(centre, code)
  const broken = brokenAt(code, history)
  if (broken !== null || row.last_hash.toString('hex') !== history.at(-1)?.seal)
    return [{ promise: 'trail-unbroken', code, found: `event ${broken ?? history.length}` }]
  const dossier = fold(history.map((one) => one.event))
  return [...rowFindings(row, dossier), ...holderFindings(dossier)]
}

function rowFindings(row: { [column: string]: unknown }, dossier: Dossier): Finding[] {
  const expected = { ...rowOf(dossier), state: dossier }
  return Object.entries(expected)
    .filter(([column, value]) => canonical(row[column]) !== canonical(value))
    .map(([column]) => ({ promise: 'row-equals-events', code: dossier.code, found: column }))
}

function holderFindings(dossier: Dossier): Finding[] {
  const isRight = (dossier.stage === 'returned') === (dossier.holder === null)
  return isRight ? [] : [{ promise: 'one-holder', code: dossier.code, found: dossier.stage }]
}
