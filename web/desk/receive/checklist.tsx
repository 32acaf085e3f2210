import type { Component } from '#domain/procedure/procedure.ts'
import { searched } from '#domain/people/searched.ts'
import type { SeenIntake } from '#work/intake/see-intake.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, SelectField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { contentAddress } from '../scans/addresses.ts'
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
  const held = copiesFor(seen, component)
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
        {held.length > 0 && (
          <HeldCopies words={words} held={held} name={at('heldCopy')} value={first(typed, at('heldCopy'))} />
        )}
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

/** Copies of the owner's that are usable and of this paper, by its key or its name: procedures share papers, not keys. */
function copiesFor({ held }: SeenIntake, { key, name }: Component) {
  return held.filter(
    (one) => one.whyNot === null && (one.component === key || searched(one.name) === searched(name)),
  )
}

interface HeldProps {
  readonly words: Words
  readonly held: SeenIntake['held']
  readonly name: string
  readonly value: string
}

/** Before a paper is asked for: the copies of it the centre holds, one of which may stand for it. */
function HeldCopies({ words, held, name, value }: HeldProps) {
  const said = words.desk.digitising
  const certifiedOn = (at: string) => words.format.moment(at)
  const [latest] = held
  return (
    <div class="held-for-paper">
      <SelectField
        name={name}
        label={said.heldInstead}
        value={value}
        choices={[
          { value: '', label: said.notReused },
          ...held.map(({ scan, code, certifiedAt, validUntil }) => ({
            value: scan,
            label: said.heldChoice(
              code,
              certifiedOn(certifiedAt),
              validUntil && words.format.day(validUntil),
            ),
          })),
        ]}
      />
      {latest && (
        <a
          class="ds-link"
          href={contentAddress(latest.code, latest.scan)}
          target="_blank"
          rel="noopener"
          data-turbo="false"
        >
          {said.seeHeld(latest.code)}
        </a>
      )}
    </div>
  )
}

function wanted(words: Words, component: Component): string {
  const said = words.desk.receive
  return COUNTS.filter((count) => component[count] > 0)
    .map((count) => `${component[count]} ${said.counts[count].toLowerCase()}`)
    .join(', ')
}
