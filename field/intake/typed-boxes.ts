import type { TypedAnswers } from '#domain/procedure/read-answer.ts'

type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** All boxes of a form with what stands in them now; a box nobody ticked is empty. */
export function typedBoxes(form: HTMLFormElement): TypedAnswers {
  const sent = new FormData(form)
  const names = new Set(
    [...form.elements].flatMap((one) =>
      isBox(one) && one.name !== '' && one.type !== 'file' ? [one.name] : [],
    ),
  )
  return Object.fromEntries(
    [...names].map((name) => {
      const values = sent.getAll(name).filter((one) => typeof one === 'string')
      return [name, values.length > 1 ? values : (values[0] ?? '')] as const
    }),
  )
}

function isBox(element: Element): element is Box {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}
