import type { OpenDossierRow } from '#shapes/take-over-tables.ts'
import { type Findings, faultAt, type ImportFault, type ImportFaultCode } from '#shapes/import-fault.ts'
import type { OpenDossierLine } from './read-take-over.ts'

/** A line being read, and where to say what is wrong with it. */
export interface CellReader {
  readonly row: OpenDossierRow
  fault(column: string, code: ImportFaultCode, facts?: ImportFault['facts']): void
  warn(column: string, code: ImportFaultCode, facts?: ImportFault['facts']): void
  /** A cell that must be filled because another is. */
  need<Value>(value: Value, column: keyof OpenDossierRow, because: keyof OpenDossierRow): Value
}

export function cellReader(line: OpenDossierLine, { faults, warnings }: Findings): CellReader {
  const reader: CellReader = {
    row: line.row,
    fault: (column, code, facts) => faults.push(faultAt(line, column, code, facts)),
    warn: (column, code, facts) => warnings.push(faultAt(line, column, code, facts)),
    need(value, column, because) {
      if (value === null || value === '') reader.fault(column, 'given-in-part', { needed: column, because })
      return value
    },
  }
  return reader
}
