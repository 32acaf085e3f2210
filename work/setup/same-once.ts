import { type Findings, faultAt, type ImportFaultCode, type Place } from '#shapes/import-fault.ts'

/** Finds what is there twice and should be once; the second and later are the faults, the first keeps its right. */
export function onceEach<Row extends Place>(
  rows: readonly Row[],
  { column, code, keyOf }: { column: string; code: ImportFaultCode; keyOf: (row: Row) => string },
  findings: Findings,
): void {
  const first = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row)
    const earlier = first.get(key)
    if (!earlier) first.set(key, row)
    else if (key !== '')
      findings.faults.push(faultAt(row, column, code, { value: key, line: earlier.line ?? 0 }))
  }
}
