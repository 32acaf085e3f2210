import { type Refusal, refuse } from '#domain/outcome.ts'
import { type ResultField, resultFieldsChanged } from '#domain/procedure/result-form.ts'
import type { DraftRow } from '#store/result-drafts.ts'

/** A version behind the newest, and in which fields the newest says something else. */
export function newerDraft(
  fields: readonly ResultField[],
  newest: DraftRow,
  { named, values }: { readonly named: number; readonly values: DraftRow['values'] },
): Refusal {
  const changed = resultFieldsChanged(fields, values, newest.values).map(({ label }) => label)
  return refuse('newer-draft', { named, newest: newest.number, at: newest.at, changed })
}
