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

/**
 * The types of documents a centre numbers: the result of a procedure is of one of them at most. Papers of one type have one
 * sequence: a type stands once for each kind of paper, under one name.
 */
export function readDocumentTypes(
  files: readonly CentreFile[],
  keys: ReadonlySet<string>,
  findings: Findings,
): DocumentTypesRead {
  const table = { name: 'document-types', shape: DocumentTypeRow, isOptional: true } as const
  const rows = readTable(files, table, findings)
  const keyOf = ({ row }: { row: { key: string; for: string } }) => `${row.key} ${row.for}`
  onceEach(rows, { column: 'key', code: 'key-twice', keyOf }, findings)
  const names = new Map<string, string>()
  for (const at of rows) {
    const { key, name } = at.row
    if ((names.get(key) ?? name) !== name)
      findings.faults.push(faultAt(at, 'name', 'key-twice', { value: key }))
    names.set(key, name)
  }
  const results = new Map<string, DocumentType>()
  const besides: { [letter in Exclude<keyof DocumentTypes, 'result'>]?: DocumentType } = {}
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
