import { PlaceRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { PlaceData } from './centre-data.ts'
import { placeName } from './compare-centre.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

/** The administrative map by its days, from which addresses are chosen; a centre can do without. */
export function readPlaces(files: readonly CentreFile[], findings: Findings): PlaceData[] {
  const rows = readTable(files, { name: 'places', shape: PlaceRow, isOptional: true }, findings)
  onceEach(rows, { column: 'code', code: 'key-twice', keyOf: ({ row }) => placeName(row) }, findings)
  const known = new Set(rows.map(({ row }) => row.code))
  return rows.map(({ file, line, row: { became, became_confidence, parent, until, ...row } }) => {
    if ((became === '') !== (became_confidence === '') || (became !== '' && until === ''))
      findings.faults.push(faultAt({ file, line }, 'became', 'became-without-end', { value: became }))
    if (became !== '' && !rows.some(({ row: one }) => isFrom(one, became, until)))
      findings.faults.push(faultAt({ file, line }, 'became', 'no-such-place', { value: became }))
    if (parent !== '' && !known.has(parent))
      findings.faults.push(faultAt({ file, line }, 'parent', 'no-such-place', { value: parent }))
    if (until !== '' && until <= row.from)
      findings.faults.push(
        faultAt({ file, line }, 'until', 'until-not-after-from', { from: row.from, until }),
      )
    return {
      ...row,
      parent: parent || null,
      until: until || null,
      became: became_confidence === '' ? null : { code: became, confidence: became_confidence },
    }
  })
}

/** Whether a place stands on the day another ends. */
function isFrom(one: { code: string; from: string; until: string }, code: string, on: string): boolean {
  return one.code === code && one.from <= on && (one.until === '' || on < one.until)
}
