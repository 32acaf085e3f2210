import { type Outcome, refuse } from '#domain/outcome.ts'
import { fieldAt } from '#domain/procedure/form.ts'
import type { SupplementToRequest } from '#shapes/dossier-commands.ts'
import { holdDossier } from '#store/dossiers.ts'
import { filedAnswers } from '../answering/filed-answers.ts'
import { type Changed, changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The citizen is asked, once and for all of it, for what is missing or wrong; the clock stops. */
export async function requestSupplement(
  desk: Desk,
  code: string,
  given: SupplementToRequest,
): Promise<Outcome<Changed>> {
  const unknown = await unknownField(desk, code, given)
  if (unknown !== undefined) return refuse('no-such-field', { field: unknown })
  return changeDossier(desk, code, { type: 'RequestSupplement', ...given })
}

/** A field that the form does not have by which the dossier was filed; undefined where there is none. */
async function unknownField(
  desk: Desk,
  code: string,
  { items }: SupplementToRequest,
): Promise<string | undefined> {
  const fields = items.flatMap(({ field }) => field ?? [])
  if (fields.length === 0) return undefined
  const held = await holdDossier(desk.centre, code)
  const filed = held ? await filedAnswers(desk, held.dossier) : null
  return fields.find((field) => !filed || !fieldAt(filed.form.fields, field.split('.')))
}
