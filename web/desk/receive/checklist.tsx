import type { Component } from '#domain/procedure/procedure.ts'
import type { SeenIntake } from '#work/intake/see-intake.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, SelectField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { DataForPaper } from './data-for-paper.tsx'

interface ChecklistProps {
  readonly words: Words
  readonly seen: SeenIntake
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

const COUNTS = ['original', 'certified', 'copy'] as const

/** The papers of the case: how many of each are asked for, and how many were handed in. */
export function Checklist({ words, seen, typed, faults }: ChecklistProps) {
  const said = words.desk.receive
  const { procedure, case: chosen } = seen
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
              seen={seen}
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
  readonly seen: SeenIntake
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

function Paper({ words, component, place, seen, typed, faults }: PaperProps) {
  const said = words.desk.receive
  const held = seen.held.find((one) => one.component === component.key && one.whyNot === null)
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
        {held && (
          <small>
            {words.desk.digitising.heldHere(held.code, words.format.day(held.certifiedAt.slice(0, 10)))}
          </small>
        )}
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
        <DataForPaper
          words={words}
          component={component.key}
          place={place}
          sources={seen.dataSources}
          on={seen.on}
          typed={typed}
          faults={faults}
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
