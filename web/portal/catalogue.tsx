import type { OwnerKind } from '#domain/procedure/procedure.ts'
import { assets, type Page } from '../page.tsx'
import { CatalogueText } from '../parts/catalogue-text.tsx'
import { SelectField } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import type { AskedCatalogue, CatalogueItem, Facet, SeenCatalogue } from '../reads.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { CatalogueMakeUp } from './catalogue-make-up.tsx'
import { FindBox } from './find-box.tsx'

/** Search in the catalogue: a form by GET, so that what was found has an address. */
export async function cataloguePage({ reads, desk, words, shownAs, url }: Visit): Promise<Page> {
  const asked = askedOf(url.searchParams, words)
  const seen = await reads.seeCatalogue(desk, asked)
  return {
    title: asked.q ? words.catalogue.foundFor(seen.total, asked.q) : words.catalogue.title,
    script: assets.portalScript,
    main: <Catalogue words={words} shownAs={shownAs} asked={asked} seen={seen} />,
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
  /** For what stands in choices, where no element can. */
  readonly shownAs: ReadonlyMap<string, string>
  readonly asked: AskedCatalogue
  readonly seen: SeenCatalogue
}

function Catalogue({ words, shownAs, asked, seen }: CatalogueProps) {
  const { catalogue } = words
  const isAsking = Object.keys(asked).length > 0
  const { after, ...firstPage } = asked
  return (
    <div class="wrap page">
      <h1>{catalogue.title}</h1>
      <SearchForm words={words} shownAs={shownAs} asked={asked} seen={seen} />
      <Elsewhere words={words} elsewhere={seen.elsewhere} />
      {seen.isOfCommunes && <OfCommunes words={words} found={seen.communes} />}
      <h2 id="results" tabIndex={-1}>
        {asked.q ? catalogue.foundFor(seen.total, asked.q) : catalogue.found(seen.total)}
      </h2>
      {isAsking && (
        <p>
          <Link href="/thu-tuc">{catalogue.clear}</Link>
        </p>
      )}
      {seen.total === 0 && <Nothing words={words} near={seen.near} />}
      <ol class="results">
        {seen.items.map((one) => (
          <Item key={one.key} words={words} item={one} />
        ))}
      </ol>
      <p class="paging">
        {after && <Link href={addressOf(firstPage)}>{catalogue.first}</Link>}
        {seen.next && <Link href={addressOf({ ...firstPage, after: seen.next })}>{catalogue.next}</Link>}
      </p>
      {!seen.isOfCommunes && <OfCommunes words={words} found={seen.communes} />}
      {!isAsking && <CatalogueMakeUp words={words} counts={seen.counts} />}
    </div>
  )
}

/** What the communes and wards do themselves; first where one of it is the best answer. */
function OfCommunes({ words, found }: { words: Words; found: SeenCatalogue['communes'] }) {
  const { catalogue } = words
  if (found.length === 0) return null
  return (
    <section aria-labelledby="of-communes">
      <h2 id="of-communes">{catalogue.ofCommunes}</h2>
      <p class="hint">{catalogue.ofCommunesHint}</p>
      <ol class="results">
        {found.map((one) => (
          <Item key={one.key} words={words} item={one} />
        ))}
      </ol>
    </section>
  )
}

/** The filters fold away, so that on a telephone what was found follows the search at once. */
function SearchForm({ words, shownAs, asked, seen: { facets } }: CatalogueProps) {
  const { unit, field, level, ownerKind } = asked
  const { catalogue, levels, ownerKinds } = words
  return (
    <form class="panel tinted" action="/thu-tuc" role="search">
      <FindBox words={words} label={catalogue.searchLabel} value={asked.q ?? ''} />
      <details class="more-filters" open={Boolean(unit ?? field ?? level ?? ownerKind)}>
        <summary>{catalogue.filters}</summary>
        <fieldset class="filters">
          <legend class="ds-sr-only">{catalogue.filters}</legend>
          <Filter words={words} shownAs={shownAs} name="unit" value={asked.unit} facets={facets.units} />
          <Filter words={words} shownAs={shownAs} name="field" value={asked.field} facets={facets.fields} />
          <Filter
            words={words}
            shownAs={shownAs}
            name="level"
            value={asked.level?.toString()}
            facets={facets.levels}
            said={levels}
          />
          <Filter
            words={words}
            shownAs={shownAs}
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
  readonly shownAs: ReadonlyMap<string, string>
  readonly name: 'unit' | 'field' | 'level' | 'kind'
  readonly value: string | undefined
  readonly facets: readonly Facet[]
  /** The words for its codes; without them the names of the catalogue stand, which are Vietnamese. */
  readonly said?: { readonly [code: string]: string }
}

function Filter({ words: { catalogue }, shownAs, name, value, facets, said }: FilterProps) {
  // What was asked for stays chosen, also where nothing was found by it.
  const isMissing = value !== undefined && !facets.some((one) => one.key === value)
  const all = isMissing ? [...facets, { key: value, name: value, count: 0 }] : facets
  const choices = all.map((one) => ({
    value: one.key,
    label: `${said?.[one.key] ?? shownAs.get(one.name) ?? one.name} (${one.count})`,
    ...(!said && !shownAs.has(one.name) && { lang: 'vi' as const }),
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

/** What was typed is done elsewhere: said before anything else, so that nobody comes in vain. */
function Elsewhere({ words, elsewhere }: { words: Words; elsewhere: SeenCatalogue['elsewhere'] }) {
  if (!elsewhere) return null
  const { finding, language } = words
  return (
    <Notice kind="info" title={finding.elsewhere}>
      <p>{elsewhere.said[language]}</p>
      {elsewhere.ground && (
        <small>
          {finding.ground} <span lang="vi">{elsewhere.ground}</span>
        </small>
      )}
    </Notice>
  )
}

/** Nothing was found: what is nearest, and what else to try. */
function Nothing({ words, near }: { words: Words; near: SeenCatalogue['near'] }) {
  const { finding } = words
  return (
    <>
      {near.length > 0 && (
        <>
          <h3>{finding.near}</h3>
          <ol class="results">
            {near.map((one) => (
              <Item key={one.key} words={words} item={one} />
            ))}
          </ol>
        </>
      )}
      <h3>{finding.tryTitle}</h3>
      <ul>
        {finding.tries.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>
        <Link href="/#su-kien">{finding.toLifeEvents}</Link>
      </p>
    </>
  )
}

function Item({ words: { catalogue, limit }, item }: { words: Words; item: CatalogueItem }) {
  return (
    <li>
      <a href={`/thu-tuc/${encodeURIComponent(item.key)}`}>
        <CatalogueText text={item.name} withOfficial />
      </a>
      <p>
        <CatalogueText text={item.field} /> · {catalogue.by} <CatalogueText text={item.unitName} />
        {item.limit && ` · ${catalogue.time} ${limit(item.limit)}`}
      </p>
    </li>
  )
}
