import { fold, type Dossier } from '#domain/dossier/dossier.ts'
import { isSame } from './same.ts'
import type { Centre } from '#store/database.ts'
import { historiesOf } from '#store/dossier-events.ts'
import { dossierRows, searchRows } from '#store/dossier-rows.ts'
import { rowOf, type SealedEvent, searchRowOf } from '#store/dossiers.ts'
import { brokenAt } from '../sealing.ts'
import { type DueCheck, dueCheckOf } from './check-due.ts'
import type { Finding } from './finding.ts'

/**
 * Holds dossiers to their promises: the trail unbroken, the row what the events come to, exactly one holder, the due
 * moment what the slow calculation says. Whoever checks many hands in the `dueCheck` made once.
 */
export async function checkDossiers(
  centre: Centre,
  codes: readonly string[],
  dueCheck?: DueCheck,
): Promise<Finding[]> {
  if (codes.length === 0) return []
  const checkDue = dueCheck ?? (await dueCheckOf(centre))
  const { rows, histories, found } = await asTheyStand(centre, codes)
  return codes.flatMap((code) => {
    const row = rows.get(code)
    if (!row) return [{ promise: 'row-equals-events', code, found: 'no row' }]
    return findings(row, histories.get(row.id) ?? [], found.get(row.id), checkDue)
  })
}

type Row = Awaited<ReturnType<typeof dossierRows>>[number]

function findings(
  row: Row,
  history: readonly SealedEvent[],
  found: object | undefined,
  checkDue: DueCheck,
): Finding[] {
  const { code } = row
  const broken = brokenAt(code, history)
  if (broken !== null || row.last_hash.toString('hex') !== history.at(-1)?.seal)
    return [{ promise: 'trail-unbroken', code, found: `event ${broken ?? history.length}` }]
  const dossier = fold(history.map((one) => one.event))
  return [
    ...rowFindings(row, { ...rowOf(dossier), state: dossier }, code),
    ...rowFindings({ ...found }, searchRowOf(dossier), code),
    ...holderFindings(dossier),
    ...checkDue(dossier),
  ]
}

/** Rows and histories of the same version: read again when somebody was at work between the readings. */
async function asTheyStand(centre: Centre, codes: readonly string[], tries = 5) {
  const rows = new Map((await dossierRows(centre, codes)).map((row) => [row.code, row]))
  const ids = [...rows.values()].map(({ id }) => id)
  const [histories, searched] =
    ids.length === 0
      ? [new Map<string, readonly SealedEvent[]>(), []]
      : await Promise.all([historiesOf(centre, ids), searchRows(centre, ids)])
  const isApart = [...rows.values()].some(({ id, version }) => histories.get(id)?.length !== version)
  if (isApart && tries > 1) return asTheyStand(centre, codes, tries - 1)
  return { rows, histories, found: new Map(searched.map((row) => [row.dossier_id, row])) }
}

function rowFindings(
  row: { readonly [column: string]: unknown },
  expected: { readonly [column: string]: unknown },
  code: string,
): Finding[] {
  return Object.entries(expected)
    .filter(([column, value]) => !isSame(row[column] ?? null, value))
    .map(([column]) => ({ promise: 'row-equals-events', code, found: column }))
}

function holderFindings(dossier: Dossier): Finding[] {
  const isRight = (dossier.stage === 'returned' || dossier.stage === 'stopped') === (dossier.holder === null)
  return isRight ? [] : [{ promise: 'one-holder', code: dossier.code, found: dossier.stage }]
}
