import { documentNumbers } from '#domain/dossier/document-numbers.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type Chosen, type Doing, ForAll } from '#shapes/chosen-dossiers.ts'
import { doMany, type ToDo } from '#work/many/do-many.ts'
import type { SeenChosen } from '#work/many/see-chosen.ts'
import type { Fault } from '../../parts/field.tsx'
import { type DeskVisit, seeOther } from '../desk-page.ts'
import { sayDone } from '../done-notice.tsx'
import { first, readForm, refusalText, type Typed } from '../form.ts'
import type { ResultLine } from '../results.tsx'

interface ToCarryOut {
  readonly doing: Doing
  readonly chosen: readonly Chosen[]
  readonly typed: Typed
  readonly seen: readonly SeenChosen[]
}

/** Does what was confirmed: onwards when all went well, otherwise a line for each; or the faults, with nothing done. */
export async function carryOut(
  visit: DeskVisit,
  { doing, chosen, typed, seen }: ToCarryOut,
): Promise<Response | { readonly lines: readonly ResultLine[] } | { readonly faults: readonly Fault[] }> {
  const { desk, words } = visit
  const { value: forAll, faults } = readForm(typed, ForAll, words)
  if (faults) return { faults }
  if (doing === 'assign' && forAll.to === null)
    return { faults: [{ field: 'to', text: words.desk.dividing.noTaker }] }
  const toNumber = chosen.filter(({ code }) => !seen.find((one) => one.code === code)?.isRegistered)
  const numbers = numbersFor(visit, typed, toNumber)
  if (doing === 'seal' && 'faults' in numbers) return numbers
  const byCode = new Map(seen.map((one) => [one.code, one]))
  const toDo: ToDo[] = chosen.flatMap((one) => {
    const now = byCode.get(one.code)
    const given = 'faults' in numbers ? null : (numbers.byCode.get(one.code) ?? null)
    const documentNumber = now?.isRegistered ? BY_REGISTER : given
    return now
      ? [{ ...one, unit: now.unit, post: now.post, kind: now.kind, owedDong: now.owedDong, documentNumber }]
      : []
  })
  const done = await doMany(desk, { doing, toDo, forAll }, visit.onFault)
  if (done.length > 0 && done.every(({ outcome }) => !isRefusal(outcome))) {
    sayDone(visit, doing, done.length)
    return seeOther('/ban')
  }
  const lines = done.map(({ given: { code }, outcome }) => ({
    code,
    ownerName: byCode.get(code)?.ownerName,
    said: toDo.find((one) => one.code === code)?.documentNumber ?? null,
    outcome,
  }))
  return { lines }
}

/** What is sealed under the number of its register is given that number by the register. */
const BY_REGISTER = 'sổ chứng thực'

/** The name of the field that holds one dossier's own number, when it is tried again. */
export const numberField = (code: string) => `so-${code}`

/**
 * A number for each document by the place of its dossier, counted up from the first. One that failed keeps the number it
 * had for the next try, so that no number is given twice.
 */
function numbersFor(
  { words }: DeskVisit,
  typed: Typed,
  chosen: readonly Chosen[],
): { readonly byCode: ReadonlyMap<string, string> } | { readonly faults: readonly Fault[] } {
  const own = new Map(chosen.map(({ code }) => [code, first(typed, numberField(code)).trim()]))
  if ([...own.values()].every((one) => one !== '')) return { byCode: own }
  const given = first(typed, 'documentNumber').trim()
  if (given === '') return { faults: [{ field: 'documentNumber', text: words.desk.many.numberMissing }] }
  const counted = documentNumbers(given, chosen.length)
  if (isRefusal(counted)) return { faults: [{ field: 'documentNumber', text: refusalText(words, counted) }] }
  return { byCode: new Map(chosen.map(({ code }, place) => [code, counted[place] ?? ''])) }
}
