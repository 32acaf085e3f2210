import { expressionOf, pathsIn } from './expression.ts'
import type { FormField, ListField } from './form.ts'
import type { AnswersRead } from './answers.ts'
import { ROW_MARK, rowPlaces } from './answers.ts'
import { fieldAt } from './form.ts'
import type { TypedAnswers } from './read-answer.ts'

/** One page of a form: what is asked at once, for it belongs together. */
export interface FormPage {
  /** In the address: the name of its first field, or of the group, list or row it is. */
  readonly key: string
  /** The groups around it, the outermost first: what the page is about. */
  readonly within: readonly FormField[]
  /** The fields asked for on it, with the names of their boxes. */
  readonly fields: readonly { readonly field: FormField; readonly name: string }[]
  /** The list whose rows it shows; a row has a page of its own. */
  readonly list: { readonly field: ListField; readonly name: string } | null
}

/** So many short questions fit on the screen of a telephone and in a head at once. */
const MOST_TOGETHER = 5

/**
 * A form page by page: short questions that stand together up to five at once, an address, an identity paper or a list by
 * itself. A question whose asking hangs on another begins a page of its own, so that a browser without script never
 * shows what is not asked for. Declarations stand behind everything, where the whole is checked.
 */
export function pagesOf(fields: readonly FormField[], asked: AnswersRead['asked']): FormPage[] {
  return pagesIn(fields, { path: '', within: [], asked }).filter(
    (page) => page.fields.length > 0 || page.list,
  )
}

interface At {
  readonly path: string
  readonly within: readonly FormField[]
  readonly asked: AnswersRead['asked']
}

function pagesIn(fields: readonly FormField[], { path, within, asked }: At): FormPage[] {
  const pages: FormPage[] = []
  let together: { field: FormField; name: string }[] = []
  const close = () => {
    const [first] = together
    if (first) pages.push({ key: first.name, within, fields: together, list: null })
    together = []
  }
  for (const field of fields) {
    const name = path === '' ? field.name : `${path}.${field.name}`
    if (!asked.has(name) && !isOptionalGroup(field)) continue
    if (field.type === 'agreement' || field.isOfficial || field.type === 'papers') continue
    if (field.type === 'list') {
      close()
      pages.push({ key: name, within, fields: [], list: { field, name } })
    } else if (field.type === 'group') {
      close()
      pages.push(...pagesOfGroup(field, { path: name, within: [...within, field], asked }))
    } else {
      if (together.length === MOST_TOGETHER || field.type === 'address' || hangsOn(field, together)) close()
      together.push({ field, name })
      if (field.type === 'address') close()
    }
  }
  close()
  return pages
}

/** What may be left out is asked for whole, on one page, so that one look tells whether it concerns one. */
function pagesOfGroup(field: Extract<FormField, { type: 'group' }>, at: At): FormPage[] {
  if (!isOptionalGroup(field)) return pagesIn(field.fields, at)
  const inside = field.fields.map((one) => ({ field: one, name: `${at.path}.${one.name}` }))
  return [{ key: at.path, within: at.within, fields: inside, list: null }]
}

function isOptionalGroup(field: FormField): boolean {
  return field.type === 'group' && !field.isRequired && field.if === null && !field.isOfficial
}

function hangsOn(field: FormField, together: readonly { readonly field: FormField }[]): boolean {
  if (field.if === null) return false
  const names = pathsIn(expressionOf(field.if)).map(([first]) => first)
  return together.some((one) => names.includes(one.field.name))
}

/** The page of one row of a list, with everything asked for in it. */
export function pageOfRow(
  fields: readonly FormField[],
  key: string,
  asked: AnswersRead['asked'],
): FormPage | undefined {
  const path = key.split('.')
  const place = path.at(-1) ?? ''
  const list = fieldAt(fields, path.slice(0, -1))
  if (list?.type !== 'list' || !/^\d{1,3}$/.test(place)) return undefined
  const inside = list.fields.map((field) => ({ field, name: `${key}.${field.name}` }))
  return {
    key,
    within: [list],
    fields: inside.filter(({ field, name }) => asked.has(name) || isOptionalGroup(field)),
    list: null,
  }
}

/** What is typed with one more row begun, and the place it has. */
export function withRow(
  typed: TypedAnswers,
  list: string,
): { readonly typed: TypedAnswers; readonly place: number } {
  const place = 1 + Math.max(-1, ...rowPlaces(typed, list))
  return { typed: { ...typed, [`${list}.${place}.${ROW_MARK}`]: 'true' }, place }
}

/** The names of the boxes that stand at or below a field. */
export function boxesUnder(typed: TypedAnswers, name: string): string[] {
  return Object.keys(typed).filter((box) => box === name || box.startsWith(`${name}.`))
}
