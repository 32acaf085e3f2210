import { isRefusal } from '#domain/outcome.ts'
import { type Chosen, type Doing, ForAll } from '#shapes/chosen-dossiers.ts'
import { doMany, type ToDo } from '#work/many/do-many.ts'
import type { SeenChosen } from '#work/many/see-chosen.ts'
import type { Fault } from '../../parts/field.tsx'
import { type DeskVisit, seeOther } from '../desk-page.ts'
import { sayDone } from '../done-notice.tsx'
import { first, readForm, type Typed } from '../form.ts'
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
  const byCode = new Map(seen.map((one) => [one.code, one]))
  const isTyped = ({ code }: Chosen) => doing === 'seal' && byCode.get(code)?.isNumberedHere === false
  const numberOf = ({ code }: Chosen) => first(typed, numberField(code)).trim()
  const unnumbered = chosen.filter((one) => isTyped(one) && numberOf(one) === '')
  if (unnumbered.length > 0)
    return {
      faults: unnumbered.map(({ code }) => ({
        field: numberField(code),
        text: words.desk.many.numberMissing,
      })),
    }
  const toDo: ToDo[] = chosen.flatMap((one) => {
    const now = byCode.get(one.code)
    if (!now) return []
    const { unit, post, kind, owedDong } = now
    return [{ ...one, unit, post, kind, owedDong, ...(isTyped(one) && { documentNumber: numberOf(one) }) }]
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

/** The name of the field that holds the number another body gave one document. */
export const numberField = (code: string) => `so-${code}`
