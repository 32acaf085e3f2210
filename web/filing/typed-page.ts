import type { FilingStep } from '#domain/filing/filing-steps.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import type { AnswerFault } from '#domain/procedure/answers.ts'
import type { SeenDraft } from '#work/filing/see-draft.ts'
import type { PageTyped } from '#work/filing/save-page.ts'
import type { Typed } from '../desk/form.ts'

/** The boxes of a page and what was typed in them. */
export function pageTyped(step: FilingStep, { fields }: Typed): PageTyped {
  const boxes = boxesOf(step)
  const typed: TypedAnswers = Object.fromEntries(
    Object.entries(fields).filter(([box]) => boxes.some((one) => box === one || box.startsWith(`${one}.`))),
  )
  return { boxes, typed }
}

function boxesOf(step: FilingStep): string[] {
  switch (step.kind) {
    case 'case':
      return ['case']
    case 'paper':
      return [step.key]
    case 'form':
      return step.page.fields.map(({ name }) => `${step.part}.${name}`)
    case 'check':
      return []
  }
}

/** What is wrong with the fields of a page, by the names of its boxes. */
export function faultsOfPage(step: FilingStep, { read }: Pick<SeenDraft, 'read'>): AnswerFault[] {
  if (step.kind !== 'form') return []
  const all = step.part === 'f' ? read.form.faults : [...read.before.faults, ...read.after.faults]
  const names = [step.page.list?.name, ...step.page.fields.map(({ name }) => name)]
  return all
    .filter(({ name }) =>
      names.some(
        (one) =>
          one !== undefined &&
          // A list is whole when its rows are; what is wrong inside a row is shown there.
          (name === one || (step.page.list?.name !== one && name.startsWith(`${one}.`))),
      ),
    )
    .map((fault) => ({ ...fault, name: `${step.part}.${fault.name}` }))
}
