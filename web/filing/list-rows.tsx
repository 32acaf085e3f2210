import type { AnswerFault } from '#domain/procedure/answers.ts'
import type { FormField, ListField } from '#domain/procedure/form.ts'
import { type TypedAnswers, typedText } from '#domain/procedure/read-answer.ts'
import { Button } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import type { FilingVisit } from './filing-visit.ts'
import { faultInWords, labelOf } from '../parts/said-of-fields.ts'

interface ListRowsProps {
  readonly filing: FilingVisit
  readonly list: { readonly field: ListField; readonly name: string }
  readonly typed: TypedAnswers
  readonly places: readonly number[]
  readonly faults: readonly AnswerFault[]
  readonly address: (step: string) => string
}

/** The rows of a list, each to be changed or taken out, and one more to be added; without script too. */
export function ListRows({ filing, list, typed, places, faults, address }: ListRowsProps) {
  const { words } = filing.visit
  const said = words.filing
  return (
    <>
      {places.length === 0 ? (
        <p id={`f.${list.name}`}>{said.none}</p>
      ) : (
        <ol class="rows" id={`f.${list.name}`}>
          {places.map((place) => {
            const name = `${list.name}.${place}`
            const title = rowTitle(list.field.fields, typed, name) || said.rowEmpty
            const fault = faults.find((one) => one.name.startsWith(`${name}.`))
            return (
              <li key={place}>
                <p lang="vi">{title}</p>
                {fault && <p class="fault">{faultInWords(words, fault)}</p>}
                <p class="onward">
                  <Link href={address(`f.${name}`)}>
                    {said.edit}
                    <span class="ds-sr-only"> {title}</span>
                  </Link>
                  <Button kind="tertiary" name="lam" value={`bo:${place}`}>
                    {said.takeOut}
                    <span class="ds-sr-only"> {title}</span>
                  </Button>
                </p>
              </li>
            )
          })}
        </ol>
      )}
      <p>
        <Button kind="secondary" name="lam" value="them">
          {places.length === 0 ? said.add : said.addAnother}
        </Button>
      </p>
      <p class="hint">{labelOf(words, list.field).text}</p>
    </>
  )
}

/** The first texts of a row, by which a person knows it. */
function rowTitle(fields: readonly FormField[], typed: TypedAnswers, name: string): string {
  return fields
    .flatMap((field) => {
      const text = typedText(typed, `${name}.${field.name}`)
      if (text === '') return []
      if (field.type === 'text') return [text]
      if (field.type !== 'choice') return []
      return field.choices.filter(({ value }) => value === text).map(({ label }) => label)
    })
    .slice(0, 3)
    .join(', ')
}
