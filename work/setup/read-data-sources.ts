import { DataSourceRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { DataSourceData, Keyed, ProcedureContent } from './centre-data.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

/** Which databases and services stand in for which papers, and from when; a centre can do without. */
export function readDataSources(
  files: readonly CentreFile[],
  procedures: readonly Keyed<ProcedureContent>[],
  findings: Findings,
): DataSourceData[] {
  const rows = readTable(files, { name: 'data-sources', shape: DataSourceRow, isOptional: true }, findings)
  onceEach(rows, { column: 'key', code: 'key-twice', keyOf: ({ row }) => row.key }, findings)
  const known = new Set(
    procedures.flatMap(({ content }) =>
      content.cases.flatMap(({ components }) => components.map((one) => one.key)),
    ),
  )
  return rows.map(({ file, line, row: { until, duty_from, components, ...row } }) => {
    const keys = components.split(' ').filter(Boolean)
    for (const value of keys.filter((one) => !known.has(one)))
      findings.warnings.push(faultAt({ file, line }, 'components', 'no-such-component', { value }))
    return { ...row, until: until || null, dutyFrom: duty_from || null, components: keys }
  })
}
