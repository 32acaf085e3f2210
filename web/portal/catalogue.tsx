import type { OwnerKind } from '#domain/procedure/procedure.ts'
import type { Page } from '../page.tsx'
import { SelectField, TextField } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import type { AskedCatalogue, CatalogueItem, Facet, SeenCatalogue } from '../reads.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { CatalogueMakeUp } from './catalogue-make-up.tsx'

/** Search in the catalogue: a form by GET, so that what was found has an address. */
export async function cataloguePage({ reads, desk, words, url }: Visit): Promise<Page> {
  const asked = askedOf(url.searchParams, words)
  const seen = await reads.seeCatalogue(desk, asked)
  return {
    title: asked.q ? words.catalogue.foundFor(seen.total, asked.q) : words.catalogue.title,
    main: <Catalogue words={words} asked={asked} seen={seen} />,
  }
}

/** What was asked for; what cannot be meant is left out, so that no address gives an error. */
function askedOf(query: URLSearchParams, words: Words): AskedCatalogue {
  const [q, unit, field, after] = ['q', 'unit', 'field', 'after'].map((name) =>
    query.get(name)?.trim().slice(0, 200),
  )
  const level = LEVELS.find((one) => String(one) === query.get('level'))
  const kind = query.get('kind')
  return {
    ...(q && { q }),
    ...(unit && { unit }),
    ...(field && { field }),
    ...(level && { level }),
    ...(isOwnerKind(kind, words) && { ownerKind: kind }),
    ...(after && { after }),
  }
}

const LEVELS = [2, 3, 4] as const

function isOwnerKind(kind: string | null, words: Words): kind is OwnerKind {
  return kind !== null && Object.hasOwn(words.ownerKinds, kind)
}

function addressOf({ q, unit, field, level, ownerKind, after }: AskedCatalogue): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ q, unit, field, level, kind: ownerKind, after }))
    if (value !== undefined) query.set(name, String(value))
  return query.size === 0 ? '/thu-tuc' : `/thu-tuc?${query}`
}

interface CatalogueProps {
  readonly words: Words
  readonly asked: AskedCatalogue
  readonly seen: SeenCatalogue
}

function Catalogue({ words, asked, seen }: CatalogueProps) {
  const { catalogue } = words
  const isAsking = Object.keys(asked).length > 0
  const { after, ...firstPage } = asked
  return (
    <div class="wrap page">
      <h1>{catalogue.title}</h1>
      <SearchForm words={words} asked={asked} seen={seen} />
      <h2 id="results" tabIndex={-1}>
        {asked.q ? catalogue.foundFor(seen.total, asked.q) : catalogue.found(seen.total)}
      </h2>
      {isAsking && (
        <p>
          <Link href="/thu-tuc">{catalogue.clear}</Link>
        </p>
      )}
      {seen.total === 0 && <p>{catalogue.nothingAdvice}</p>}
      <ol class="results">
        {seen.items.map((one) => (
          <Item key={one.key} words={words} item={one} />
        ))}
      </ol>
      <p class="paging">
        {after && <Link href={addressOf(firstPage)}>{catalogue.first}</Link>}
        {seen.next && <Link href={addressOf({ ...firstPage, after: seen.next })}>{catalogue.next}</Link>}
      </p>
      <CatalogueMakeUp words={words} counts={seen.counts} />
    </div>
  )
}

/** The filters fold away, so that on a telephone what was found follows the search at once. */
function SearchForm({ words, asked, seen: { facets } }: CatalogueProps) {
  const { unit, field, level, ownerKind } = asked
  const { catalogue, levels, ownerKinds } = words
  return (
    <form class="panel tinted" action="/thu-tuc" role="search">
      <div class="with-button">
        <TextField name="q" label={catalogue.searchLabel} value={asked.q ?? ''} />
        <button class="ds-button">{catalogue.search}</button>
      </div>
      <details class="more-filters" open={Boolean(unit ?? field ?? level ?? ownerKind)}>
        <summary>{catalogue.filters}</summary>
        <fieldset class="filters">
          <legend class="ds-sr-only">{catalogue.filters}</legend>
          <Filter words={words} name="unit" value={asked.unit} facets={facets.units} />
          <Filter words={words} name="field" value={asked.field} facets={facets.fields} />
          <Filter
            words={words}
            name="level"
            value={asked.level?.toString()}
            facets={facets.levels}
            said={levels}
          />
          <Filter
            words={words}
            name="kind"
            value={asked.ownerKind}
            facets={facets.ownerKinds}
            said={ownerKinds}
          />
        </fieldset>
      </details>
    </form>
  )
}

interface FilterProps {
  readonly words: Words
  readonly name: 'unit' | 'field' | 'level' | 'kind'
  readonly value: string | undefined
  readonly facets: readonly Facet[]
  /** The words for its codes; without them the names of the catalogue stand, which are Vietnamese. */
  readonly said?: { readonly [code: string]: string }
}

function Filter({ words: { catalogue }, name, value, facets, said }: FilterProps) {
  // What was asked for stays chosen, also where nothing was found by it.
  const isMissing = value !== undefined && !facets.some((one) => one.key === value)
  const all = isMissing ? [...facets, { key: value, name: value, count: 0 }] : facets
  const choices = all.map((one) => ({
    value: one.key,
    label: `${said?.[one.key] ?? one.name} (${one.count})`,
    ...(!said && { lang: 'vi' as const }),
  }))
  return (
    <SelectField
      name={name}
      label={catalogue[name]}
      value={value}
      choices={[{ value: '', label: catalogue.all }, ...choices]}
    />
  )
}

function Item({ words: { catalogue, limit }, item }: { words: Words; item: CatalogueItem }) {
  return (
    <li>
      <a lang="vi" href={`/thu-tuc/${encodeURIComponent(item.key)}`}>
        {item.name}
      </a>
      <p>
        <span lang="vi">{item.field}</span> · {catalogue.by} <span lang="vi">{item.unitName}</span>
        {item.limit && ` · ${catalogue.time} ${limit(item.limit)}`}
      </p>
    </li>
  )
}
