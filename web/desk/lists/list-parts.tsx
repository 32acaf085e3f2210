import type { DossiersAsked } from '#shapes/dossier-list.ts'
import { CHANNELS } from '#domain/procedure/procedure.ts'
import { POSTS } from '#domain/people/may.ts'
import { DUE, ONLY, PROGRESS, TIMELINESS } from '#shapes/dossier-list.ts'
import type { ListChoices } from '#work/reading/see-list-choices.ts'
import { CheckBox, type Choice, SelectField, TextField } from '../../parts/field.tsx'
import { Button } from '../../parts/button.tsx'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import {
  type AskedName,
  ASKED_NAMES,
  type Column,
  COLUMNS,
  listAddress,
  type ListAsked,
  nameOf,
} from './list-address.ts'

/** What the values of a filter are called; names of units and the like come from the page. */
type ValueNames = (asked: AskedName, value: string) => string

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The words of a value of a filter; a value that is a name of its own stands as it is. */
function valueNames(words: Words, names: { readonly [value: string]: string }): ValueNames {
  const { values } = words.desk.worklist
  return (asked, value) => {
    if (asked === 'channel') return nameIn(words.channels, value)
    if (asked === 'post') return nameIn(words.desk.worklist.tabs, value)
    if (asked === 'stage') return nameIn(words.stages, value)
    if (asked === 'timeliness') return nameIn(words.timeliness, value, nameIn(values, value))
    if (DAY.test(value)) return words.format.day(value)
    return nameIn(values, value, nameIn(names, value))
  }
}

function nameIn(table: { readonly [value: string]: string }, value: string, otherwise = value): string {
  return Object.hasOwn(table, value) ? (table[value] ?? otherwise) : otherwise
}

interface NarrowingProps {
  readonly words: Words
  readonly path: string
  readonly list: ListAsked
  readonly offered: readonly AskedName[]
  readonly choices: ListChoices
}

/** What a list can be narrowed by, and what it is narrowed by now. */
export function Narrowing({ words, path, list: { asked, columns }, offered, choices }: NarrowingProps) {
  const shown = { words, path, asked, columns, called: valueNames(words, choices.names) }
  return (
    <>
      <Filters
        {...shown}
        offered={offered}
        units={choices.units.map(({ code, name }) => ({ value: code, label: name, lang: 'vi' }))}
        fields={choices.fields.map((name) => ({ value: name, label: name, lang: 'vi' }))}
      />
      <Chips {...shown} />
    </>
  )
}

interface ChipsProps {
  readonly words: Words
  readonly path: string
  readonly asked: DossiersAsked
  readonly columns: readonly Column[]
  readonly called: ValueNames
}

/** What a list is narrowed by, each with a way to take it off. */
function Chips({ words, path, asked, columns, called }: ChipsProps) {
  const said = words.desk.worklist
  const set = ASKED_NAMES.flatMap((name) => (asked[name] === undefined ? [] : [{ name, value: asked[name] }]))
  if (set.length === 0) return null
  return (
    <ul class="chips" aria-label={said.narrowedBy}>
      {set.map(({ name, value }) => (
        <li key={name}>
          <a class="chip" href={listAddress(path, { asked: { ...asked, [name]: undefined }, columns })}>
            {said.asked[name]}: {called(name, value)} <span aria-hidden="true">×</span>
            <span class="ds-sr-only">{said.takeOff}</span>
          </a>
        </li>
      ))}
      {set.length > 1 && (
        <li>
          <Link href={listAddress(path, { asked: {}, columns })}>{said.takeOffAll}</Link>
        </li>
      )}
    </ul>
  )
}

interface FiltersProps extends ChipsProps {
  /** The filters this page offers. */
  readonly offered: readonly AskedName[]
  readonly units: readonly Choice[]
  readonly fields: readonly Choice[]
}

/** The filters and columns as a form that makes an address. */
function Filters({ words, path, asked, columns, offered, units, fields, called }: FiltersProps) {
  const said = words.desk.worklist
  const choicesOf = (name: AskedName): readonly Choice[] | null => {
    if (name === 'unit' || name === 'holderUnit') return units
    if (name === 'field') return fields
    const values = VALUES[name]
    return values ? values.map((value) => ({ value, label: called(name, value) })) : null
  }
  return (
    <details class="ds-details filters">
      <summary>{said.filter}</summary>
      <form action={path} class="filter-form">
        {ASKED_NAMES.filter((name) => !offered.includes(name) && asked[name] !== undefined).map((name) => (
          <input key={name} type="hidden" name={nameOf(name)} value={asked[name]} />
        ))}
        {offered.map((name) => {
          const choices = choicesOf(name)
          return choices ? (
            <SelectField
              key={name}
              name={nameOf(name)}
              label={said.asked[name]}
              value={asked[name]}
              choices={[{ value: '', label: said.any }, ...choices]}
            />
          ) : (
            <TextField
              key={name}
              name={nameOf(name)}
              label={said.asked[name]}
              value={asked[name]}
              type="date"
            />
          )
        })}
        <fieldset class="ds-fieldset choices columns-shown">
          <legend class="ds-label" data-weight="semibold">
            {said.columnsShown}
          </legend>
          {COLUMNS.map((column) => (
            <CheckBox
              key={column}
              name="cot"
              id={`cot-${column}`}
              value={column}
              label={said.columns[column]}
              checked={columns.includes(column)}
            />
          ))}
        </fieldset>
        <Button kind="secondary">{said.apply}</Button>
      </form>
    </details>
  )
}

const VALUES: { readonly [name in AskedName]?: readonly string[] } = {
  channel: CHANNELS,
  post: POSTS.filter((post) => !['head', 'director', 'administrator'].includes(post)),
  progress: PROGRESS,
  due: DUE,
  timeliness: TIMELINESS,
  only: ONLY,
}

/** Onward to the next page of a list, and back to its beginning. */
export function Onward({
  words,
  here,
  next,
}: {
  words: Words
  here: (after?: string) => string
  next: string | null
}) {
  const said = words.desk.worklist
  return next === null ? null : (
    <nav class="onward" aria-label={said.pages}>
      <Link href={here()}>{said.firstPage}</Link> <Link href={here(next)}>{said.nextPage}</Link>
    </nav>
  )
}
