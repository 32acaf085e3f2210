import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { CentreFile } from '#store/centre-files.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'
import { faultsOfIssue } from './issue-faults.ts'

interface YamlRead {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

/** A YAML or JSON text with the lines its parts stand on; undefined when it is broken. */
export function readYaml(file: string, text: string, findings: Findings): YamlRead | undefined {
  const lines = new LineCounter()
  // A date stays text: `2019-01-01` means a day here, never a moment.
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true })
  // The first error is the clerk's; those behind it mostly follow from it.
  const [error] = document.errors
  if (!error) return { document, lines }
  const line = error.linePos?.[0].line ?? 1
  findings.faults.push(faultAt({ file, line }, null, 'yaml-broken', { reason: error.code }))
  return undefined
}

/** A document with its shape, and where a part of it stands. */
export interface DocumentRead<Value> {
  readonly value: Value
  at(path: readonly (string | number)[]): Place
}

/** A whole YAML or JSON file that has a shape. Undefined when something is wrong with it. */
export function readDocument<Value>(
  file: CentreFile,
  shape: z.ZodType<Value>,
  findings: Findings,
): DocumentRead<Value> | undefined {
  if (file.text === null) {
    findings.faults.push(faultAt({ file: file.name, line: null }, null, 'not-utf8'))
    return undefined
  }
  const read = readYaml(file.name, file.text, findings)
  if (!read) return undefined
  const at = (path: readonly (string | number)[]): Place => ({ file: file.name, line: lineAt(read, path) })
  const parsed = shape.safeParse(read.document.toJS(), { reportInput: true })
  if (parsed.success) return { value: parsed.data, at }
  for (const issue of parsed.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    findings.faults.push(...faultsOfIssue(at(path), issue, undefined))
  }
  return undefined
}

/** The line of a part, or of the nearest part around it that is there. */
function lineAt({ document, lines }: YamlRead, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
