import type { AgeRule } from '#domain/procedure/age-rule.ts'
import { AgeRuleRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

interface Known {
  readonly keys: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
}

/** From which age procedures are filed alone, each found by the procedure it is of: its own rules, then those of its field. */
export function readAgeRules(files: readonly CentreFile[], { keys, fields }: Known, findings: Findings) {
  const rows = readTable(files, { name: 'age-rules', shape: AgeRuleRow, isOptional: true }, findings)
  onceEach(
    rows,
    { column: 'scope', code: 'key-twice', keyOf: ({ row }) => `${row.scope} ${row.from}` },
    findings,
  )
  for (const at of rows) {
    const { scope, from, until } = at.row
    const isKnown = scope.startsWith(FIELD) ? fields.has(scope.slice(FIELD.length)) : keys.has(scope)
    if (keys.size > 0 && !isKnown)
      findings.faults.push(faultAt(at, 'scope', 'no-such-procedure', { value: scope }))
    if (until !== '' && until <= from)
      findings.faults.push(faultAt(at, 'until', 'until-not-after-from', { from, until }))
  }
  return ({ key, field }: { readonly key: string; readonly field: string }): readonly AgeRule[] =>
    [key, FIELD + field].flatMap((scope) =>
      rows
        .filter(({ row }) => row.scope === scope)
        .map(({ row: { least_age, ground, from, until, confidence } }) => ({
          leastAge: Number(least_age),
          ground,
          from,
          until: until || null,
          confidence,
        })),
    )
}

const FIELD = 'field:'
