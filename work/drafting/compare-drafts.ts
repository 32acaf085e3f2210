import { diffWords } from 'diff'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type ResultField, resultFieldsChanged } from '#domain/procedure/result-form.ts'
import { valuesOnPaper } from '#papers/result-values.ts'
import type { DraftRow } from '#store/result-drafts.ts'
import type { Desk } from '../desk.ts'
import { draftsAt, formOf } from './see-drafts.ts'

/** A piece of a text that stands in one version or in both. */
export interface TextPart {
  readonly text: string
  readonly isChanged: boolean
}

export interface ChangedField {
  readonly name: string
  readonly label: string
  readonly before: readonly TextPart[]
  readonly after: readonly TextPart[]
}

export interface ComparedDrafts {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly changed: readonly ChangedField[]
  readonly same: number
}

/** Two versions field by field, the words that differ marked. */
export async function compareDrafts(
  desk: Desk,
  code: string,
  versions: { readonly from: number; readonly to: number },
): Promise<Outcome<ComparedDrafts>> {
  const at = await draftsAt(desk, code, 'see-dossier')
  if (isRefusal(at)) return at
  const [before, after] = [versions.from, versions.to].map((version) =>
    at.drafts.find(({ number }) => number === version),
  )
  const form = formOf(at)
  if (!form) return refuse('no-result-form')
  if (!before) return refuse('no-such-draft', { version: versions.from })
  if (!after) return refuse('no-such-draft', { version: versions.to })
  const changed = resultFieldsChanged(form.fields, before.values, after.values)
  return {
    code,
    ...versions,
    changed: changed.map((field) => compared(field, said(field, before), said(field, after))),
    same: form.fields.length - changed.length,
  }
}

/** As it stands on the paper; rows of a table a line each. */
function said(field: ResultField, { values }: DraftRow): string {
  const value = valuesOnPaper([field], values).values[field.name] ?? ''
  return typeof value === 'string'
    ? value
    : value.map((one) => (typeof one === 'string' ? one : one.join(' | '))).join('\n')
}

/** Texts that have nothing in common are not searched for it for long. */
const MOST_EDITS = 2000

function compared({ name, label }: ResultField, before: string, after: string): ChangedField {
  const parts = diffWords(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const side = (isHidden: 'added' | 'removed') =>
    parts
      .filter((part) => !part[isHidden])
      .map(({ value, added, removed }) => ({ text: value, isChanged: added || removed }))
  return { name, label, before: side('added'), after: side('removed') }
}
