import type { DocumentType, DocumentTypes } from '#domain/procedure/procedure.ts'
import { DocumentTypeRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

/** What the papers of each procedure are as documents the centre numbers. */
export interface DocumentTypesRead {
  /** Nothing for a procedure whose results another body numbers. */
  of(procedure: string, isCertified: boolean): { readonly documents?: DocumentTypes }
}

/** The types of documents a centre numbers: the result of a procedure is of one of them at most. */
export function readDocumentTypes(
  files: readonly CentreFile[],
  keys: ReadonlySet<string>,
  findings: Findings,
): DocumentTypesRead {
  const table = { name: 'document-types', shape: DocumentTypeRow, isOptional: true } as const
  const rows = readTable(files, table, findings)
  onceEach(rows, { column: 'key', code: 'key-twice', keyOf: ({ row }) => row.key }, findings)
  const results = new Map<string, DocumentType>()
  const besides: { refusal?: DocumentType; apology?: DocumentType } = {}
  for (const at of rows) {
    const { key, name, symbol, for: what, procedures } = at.row
    if (what !== 'result') {
      if (besides[what]) findings.faults.push(faultAt(at, 'for', 'key-twice', { value: what }))
      besides[what] = { key, name, symbol }
      continue
    }
    for (const value of procedures.split(' ').filter((one) => one !== '')) {
      if (keys.size > 0 && !keys.has(value))
        findings.faults.push(faultAt(at, 'procedures', 'no-such-procedure', { value }))
      if (results.has(value)) findings.faults.push(faultAt(at, 'procedures', 'key-twice', { value }))
      results.set(value, { key, name, symbol })
    }
  }
  return {
    of(procedure, isCertified) {
      const result = results.get(procedure)
      return result || isCertified ? { documents: { ...(result && { result }), ...besides } } : {}
    },
  }
}
