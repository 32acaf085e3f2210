import { canonical } from '#domain/dossier/trail.ts'
import { type Answer, type Answers, isGroup, rowsOf } from '#domain/procedure/answer.ts'
import type { FormField } from '#domain/procedure/form.ts'

/** One answer with its field, for whoever reads a form that was filled in. */
export interface AnswerLine {
  /** Path of the field, with the place of the row where it stands in a list. */
  readonly name: string
  readonly field: FormField
  /** The groups and rows it stands in, the outermost first, by label and row. */
  readonly within: readonly { readonly field: FormField; readonly row: number | null }[]
  readonly answer: Answer
  /** What was answered before; null where it is the same, or nothing was. */
  readonly before: Answer | null
}

/** What was answered, field by field in the order of the form. */
export function answersInLines(
  fields: readonly FormField[],
  answers: Answers,
  before: Answers | null,
  at: { readonly path: string; readonly within: AnswerLine['within'] } = { path: '', within: [] },
): AnswerLine[] {
  return fields.flatMap((field) => {
    const name = at.path === '' ? field.name : `${at.path}.${field.name}`
    const [answer, was] = [answers[field.name], before?.[field.name]]
    if (answer === undefined) return []
    if (field.type === 'group')
      return isGroup(answer)
        ? answersInLines(field.fields, answer, before && (isGroup(was) ? was : {}), {
            path: name,
            within: [...at.within, { field, row: null }],
          })
        : []
    if (field.type === 'list')
      return rowsOf(answer).flatMap((row, place) =>
        answersInLines(field.fields, row, before && (rowsOf(was)[place] ?? {}), {
          path: `${name}.${place}`,
          within: [...at.within, { field, row: place }],
        }),
      )
    const isSame = before === null || was === undefined || canonical(was) === canonical(answer)
    return [{ name, field, within: at.within, answer, before: isSame ? null : was }]
  })
}
