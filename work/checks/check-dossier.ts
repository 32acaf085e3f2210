import { fold, type Dossier } from '#domain/dossier/dossier.ts'
import { isSame } from './same.ts'
import type { Centre } from '#store/database.ts'
import { historiesOf } from '#store/dossier-events.ts'
import { dossierRows, partRows, searchRows } from '#store/dossier-rows.ts'
import { partRowsOf, rowOf, type SealedEvent, searchRowOf } from '#store/dossiers.ts'
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
  const { rows, histories, found, parts } = await asTheyStand(centre, codes)
  return codes.flatMap((code) => {
    const row = rows.get(code)
    if (!row) return [{ promise: 'row-equals-events', code, found: 'no row' }]
    const besides = { found: found.get(row.id), parts: parts.get(row.id) ?? [] }
    return findings(row, histories.get(row.id) ?? [], besides, checkDue)
  })
}

type Row = Awaited<ReturnType<typeof dossierRows>>[number]
type PartAsRow = Awaited<ReturnType<typeof partRows>>[number]

function findings(
  row: Row,
  history: readonly SealedEvent[],
  { found, parts }: { readonly found: object | undefined; readonly parts: readonly PartAsRow[] },
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
    ...partFindings(parts, dossier),
    ...holderFindings(dossier),
    ...checkDue(dossier),
  ]
}

/** Rows and histories of the same version: read again when somebody was at work between the readings. */
async function asTheyStand(centre: Centre, codes: readonly string[], tries = 5) {
  const rows = new Map((await dossierRows(centre, codes)).map((row) => [row.code, row]))
  const ids = [...rows.values()].map(({ id }) => id)
  const [histories, searched, parts] =
    ids.length === 0
      ? [new Map<string, readonly SealedEvent[]>(), [], []]
      : await Promise.all([historiesOf(centre, ids), searchRows(centre, ids), partRows(centre, ids)])
  const isApart = [...rows.values()].some(({ id, version }) => histories.get(id)?.length !== version)
  if (isApart && tries > 1) return asTheyStand(centre, codes, tries - 1)
  return {
    rows,
    histories,
    found: new Map(searched.map((row) => [row.dossier_id, row])),
    parts: Map.groupBy(parts, (row) => row.dossier_id),
  }
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

function partFindings(rows: readonly PartAsRow[], dossier: Dossier): Finding[] {
  const found = new Map(rows.map((row) => [row.part, { ...row, dossier_id: undefined }]))
  const expected = partRowsOf(dossier)
  const isRight =
    found.size === expected.length && expected.every((row) => isSame(found.get(row['part'] ?? ''), row))
  return isRight ? [] : [{ promise: 'row-equals-events', code: dossier.code, found: 'parts' }]
}

function holderFindings(dossier: Dossier): Finding[] {
  const isRight = (dossier.stage === 'returned' || dossier.stage === 'stopped') === (dossier.holder === null)
  return isRight ? [] : [{ promise: 'one-holder', code: dossier.code, found: dossier.stage }]
}
