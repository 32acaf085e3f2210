import type { Case, Component, Procedure } from '#domain/procedure/procedure.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, SelectField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

interface ChecklistProps {
  readonly words: Words
  readonly procedure: Procedure
  readonly chosen: Case
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

const COUNTS = ['original', 'certified', 'copy'] as const

/** The papers of the case: how many of each are asked for, and how many were handed in. */
export function Checklist({ words, procedure, chosen, typed, faults }: ChecklistProps) {
  const said = words.desk.receive
  return (
    <section aria-labelledby="papers" data-part id="part-papers">
      <h2 id="papers">{said.papers}</h2>
      {procedure.cases.length > 1 ? (
        <SelectField
          name="case"
          label={said.case}
          value={chosen.key}
          choices={procedure.cases.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' }))}
        />
      ) : (
        <input type="hidden" name="case" value={chosen.key} />
      )}
      <p>
        <Button kind="secondary" name="lam" value="du-giay" keys="Alt+G">
          {said.allPapers}
        </Button>
      </p>
      <table class="ds-table papers-given">
        <caption class="ds-sr-only">{said.papers}</caption>
        <thead>
          <tr>
            <th scope="col">{said.paper}</th>
            {COUNTS.map((count) => (
              <th key={count} scope="col" id={`count-${count}`}>
                {said.counts[count]}
              </th>
            ))}
            <th scope="col" id="count-instead">
              {said.instead}
            </th>
          </tr>
        </thead>
        <tbody>
          {chosen.components.map((component, place) => (
            <Paper
              key={component.key}
              words={words}
              component={component}
              place={place}
              typed={typed}
              faults={faults}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface PaperProps {
  readonly words: Words
  readonly component: Component
  readonly place: number
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

function Paper({ words, component, place, typed, faults }: PaperProps) {
  const said = words.desk.receive
  const at = (name: string) => `components.${place}.${name}`
  return (
    <tr>
      <th scope="row">
        <input type="hidden" name={at('component')} value={component.key} />
        <span lang="vi" id={`paper-${place}`}>
          {component.name}
        </span>
        <small>
          {component.isShown
            ? said.onlyShown
            : component.isRequired
              ? said.asksFor(wanted(words, component))
              : said.ifNeeded}
        </small>
      </th>
      {COUNTS.map((count) => (
        <td key={count} data-label={said.counts[count]}>
          <input
            class="ds-input count"
            type="number"
            min="0"
            max="999"
            id={at(count)}
            name={at(count)}
            value={first(typed, at(count))}
            aria-labelledby={`count-${count} paper-${place}`}
            {...(faultAt(faults, at(count)) && { 'aria-invalid': true })}
          />
        </td>
      ))}
      <td data-label={said.instead}>
        <input
          class="ds-input"
          id={at('insteadOfPaper')}
          name={at('insteadOfPaper')}
          value={first(typed, at('insteadOfPaper'))}
          maxLength={300}
          autocomplete="off"
          aria-labelledby={`count-instead paper-${place}`}
        />
      </td>
    </tr>
  )
}

function wanted(words: Words, component: Component): string {
  const said = words.desk.receive
  return COUNTS.filter((count) => component[count] > 0)
    .map((count) => `${component[count]} ${said.counts[count].toLowerCase()}`)
    .join(', ')
}
