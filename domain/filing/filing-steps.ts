import { readAnswers, type AnswerFault, type AnswersRead } from '#domain/procedure/answers.ts'
import { type FormPage, pageOfRow, pagesOf } from '#domain/procedure/form-pages.ts'
import type { FormField } from '#domain/procedure/form.ts'
import type { Reading, TypedAnswers } from '#domain/procedure/read-answer.ts'
import type { CommonForm } from './common-form.ts'
import { AUTHORITY } from './events.ts'
import { type Answering, isOfItem } from './answering.ts'
import type { PaperAsked } from './papers-filed.ts'

/** The parts of a filing, whose boxes are told apart by what stands before their names. */
export const PARTS = { common: 'c', form: 'f', paper: 'p' } as const

/** One thing at a time: the pages of a filing in their order. */
export type FilingStep =
  | { readonly kind: 'case'; readonly key: 'truong-hop' }
  | {
      readonly kind: 'form'
      readonly key: string
      readonly part: 'c' | 'f'
      readonly page: FormPage
    }
  | {
      readonly kind: 'paper'
      readonly key: string
      readonly component: string
      readonly asked: PaperAsked | null
    }
  | { readonly kind: 'check'; readonly key: 'kiem-tra' }

/** What was typed in one part, without what stands before its names. */
export function typedIn(typed: TypedAnswers, part: string): TypedAnswers {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([box, value]) =>
      box.startsWith(`${part}.`) ? [[box.slice(part.length + 1), value] as const] : [],
    ),
  )
}

/** What was typed for one part, under the names of its boxes. */
export function typedAs(typed: TypedAnswers, part: string): TypedAnswers {
  return Object.fromEntries(Object.entries(typed).map(([box, value]) => [`${part}.${box}`, value]))
}

export interface FilingRead {
  readonly before: AnswersRead
  readonly after: AnswersRead
  readonly form: AnswersRead
}

/** All that was typed, read part by part. */
export function readFiling(
  { common, fields }: { readonly common: CommonForm; readonly fields: readonly FormField[] },
  reading: Reading,
): FilingRead {
  const typedCommon = { ...reading, typed: typedIn(reading.typed, PARTS.common) }
  return {
    before: readAnswers(common.before, typedCommon),
    after: readAnswers(common.after, typedCommon),
    form: readAnswers(fields, { ...reading, typed: typedIn(reading.typed, PARTS.form) }),
  }
}

interface Outline {
  readonly common: CommonForm
  readonly fields: readonly FormField[]
  readonly papers: readonly PaperAsked[]
  readonly needsAuthority: boolean
  readonly asksCase: boolean
}

/** The pages of a filing as far as its answers go: another answer can make other pages. */
export function stepsOf(
  { common, fields, papers, needsAuthority, asksCase }: Outline,
  read: FilingRead,
): FilingStep[] {
  const form = (part: 'c' | 'f', pages: readonly FormPage[]): FilingStep[] =>
    pages.map((page) => ({ kind: 'form', key: `${part}.${page.key}`, part, page }))
  const paper = (component: string, asked: PaperAsked | null): FilingStep => {
    return { kind: 'paper', key: `${PARTS.paper}.${component}`, component, asked }
  }
  return [
    ...(asksCase ? [{ kind: 'case', key: 'truong-hop' } as const] : []),
    ...form('c', pagesOf(common.before, read.before.asked)),
    ...form('f', pagesOf(fields, read.form.asked)),
    ...(needsAuthority ? [paper(AUTHORITY, null)] : []),
    ...papers.filter(({ ways }) => ways.includes('file')).map((one) => paper(one.component.key, one)),
    ...form('c', pagesOf(common.after, read.after.asked)),
    { kind: 'check', key: 'kiem-tra' },
  ]
}

/** A page of the filing by its key: one of its steps, or a row of one of its lists. */
export function stepNamed(
  steps: readonly FilingStep[],
  key: string,
  { fields, read }: { readonly fields: readonly FormField[]; readonly read: FilingRead },
): FilingStep | undefined {
  const found = steps.find((one) => one.key === key)
  if (found || !key.startsWith(`${PARTS.form}.`)) return found
  const page = pageOfRow(fields, key.slice(2), read.form.asked)
  return page && { kind: 'form', key, part: 'f', page }
}

/** The page that follows: the next step, and behind a row its list. */
export function stepAfter(steps: readonly FilingStep[], key: string): FilingStep | undefined {
  const place = steps.findIndex((one) => one.key === key)
  if (place !== -1) return steps[place + 1]
  const list = key.split('.').slice(0, -1).join('.')
  return steps.find((one) => one.key === list)
}

/** The step at which a fault of the form is put right. */
export function stepOfFault(
  steps: readonly FilingStep[],
  part: 'c' | 'f',
  { name }: AnswerFault,
): FilingStep | undefined {
  const isAt = (step: FilingStep) =>
    step.kind === 'form' &&
    step.part === part &&
    [step.page.list?.name, ...step.page.fields.map((one) => one.name)].some(
      (one) => one !== undefined && (name === one || name.startsWith(`${one}.`)),
    )
  const isAround = (step: FilingStep) =>
    step.kind === 'form' && step.part === part && step.page.within.some((one) => one.name === name)
  return (
    steps.find(isAt) ??
    steps.find(isAround) ??
    steps.find((step) => step.kind === 'form' && step.key.startsWith(`${part}.${name}.`))
  )
}

/**
 * What is answered again, and nothing else: of each page the fields in which something was found wrong, or is wrong since,
 * the papers that were named, and where the whole is checked.
 */
export function stepsToAnswer(
  steps: readonly FilingStep[],
  { asked }: Pick<Answering, 'asked'>,
  read: FilingRead,
): FilingStep[] {
  const items = asked?.items ?? []
  const isWrong = (name: string) =>
    items.some(({ field }) => isAtOrUnder(field, name)) ||
    read.form.faults.some((fault) => isAtOrUnder(fault.name, name))
  const stepOf = new Set(read.form.faults.map((fault) => stepOfFault(steps, 'f', fault)?.key))
  return steps.flatMap((step): FilingStep[] => {
    if (step.kind === 'check') return [step]
    if (step.kind === 'paper')
      return isOfItem(step.component) || items.some(({ component }) => component === step.component)
        ? [step]
        : []
    if (step.kind === 'case' || step.part === 'c') return []
    const { page } = step
    if (page.list) return isWrong(page.list.name) ? [step] : []
    const fields = page.fields.filter(({ name }) => isWrong(name))
    if (fields.length > 0) return [{ ...step, page: { ...page, fields } }]
    // A fault of a whole group is put right on the page of it.
    return stepOf.has(step.key) ? [step] : []
  })
}

const isAtOrUnder = (field: string | null | undefined, name: string) =>
  typeof field === 'string' && (field === name || field.startsWith(`${name}.`))
