import type { Page } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import { TextField } from '../parts/field.tsx'
import type { CatalogueCounts, Facet, SeenCatalogue, SeenToday } from '../reads.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { CHECK } from './check/address.ts'
import { LookUpFields } from './look-up-form.tsx'

/** The fields with the most procedures that the home page names; the catalogue has them all. */
const FIELDS_SHOWN = 18

/** The front door: search, look-up, figures from the records, ways into the catalogue. */
export async function homePage({ reads, desk, words }: Visit): Promise<Page> {
  const [catalogue, today] = await Promise.all([reads.seeCatalogue(desk, {}), reads.seeToday(desk)])
  return { title: words.home.title, main: <Home words={words} catalogue={catalogue} today={today} /> }
}

interface HomeProps {
  readonly words: Words
  readonly catalogue: SeenCatalogue
  readonly today: SeenToday
}

function Home({ words, catalogue: { counts, facets }, today }: HomeProps) {
  const { home, channels } = words
  const fields = facets.fields.toSorted((a, b) => b.count - a.count).slice(0, FIELDS_SHOWN)
  return (
    <>
      <div class="hero">
        <div class="wrap">
          <h1>{home.title}</h1>
          <p>{home.lead(counts.all, [channels.counter, channels.home, channels.post, channels.online])}</p>
          <div class="find">
            <form class="panel" action="/thu-tuc" role="search">
              <div class="with-button">
                <TextField name="q" label={home.searchLabel} hint={home.searchHint} />
                <button class="ds-button">{home.search}</button>
              </div>
            </form>
            <form class="panel look-up" method="post" action="/tra-cuu" aria-labelledby="look-up">
              <h2 id="look-up">{home.lookUpTitle}</h2>
              <LookUpFields words={words} isShort />
            </form>
          </div>
        </div>
      </div>
      <div class="wrap">
        <h2 class="ds-sr-only">{home.figures}</h2>
        <CatalogueFigures words={words} counts={counts} />
        {today.received > 0 && <TodayFigures words={words} today={today} />}
        <p class="more">
          <Link href="/so-lieu">{home.allFigures}</Link>
        </p>
        <p class="more">
          <Link href={CHECK}>{words.check.title}</Link>
        </p>
        <h2>{home.byField}</h2>
        <Ways facets={fields} parameter="field" />
        <p class="more">
          <Link href="/thu-tuc">{home.allFields}</Link>
        </p>
        <h2>{home.byUnit}</h2>
        <Ways facets={facets.units} parameter="unit" />
      </div>
    </>
  )
}

function CatalogueFigures({ words: { home, format }, counts }: { words: Words; counts: CatalogueCounts }) {
  const town = counts.byOwnerKind.town
  return (
    <dl class="figures">
      <Figure value={format.number(counts.all)} name={home.procedures} />
      <Figure
        value={format.share(counts.fiveOnTheSpot, town)}
        name={home.fiveOnTheSpot(counts.fiveOnTheSpot, town)}
      />
      <Figure value={format.share(counts.online, town)} name={home.online(counts.online, town)} />
      <Figure value={format.share(counts.postal, town)} name={home.postal(counts.postal, town)} />
    </dl>
  )
}

function TodayFigures({ words: { home, format }, today }: { words: Words; today: SeenToday }) {
  return (
    <dl class="figures">
      <Figure value={format.number(today.received)} name={home.received} />
      <Figure value={format.number(today.settled)} name={home.settled} />
      {today.settled > 0 && <Figure value={format.share(today.inTime, today.settled)} name={home.inTime} />}
      <Figure value={format.number(today.inProgress)} name={home.inProgress} />
    </dl>
  )
}

function Figure({ value, name }: { value: string; name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Ways({ facets, parameter }: { facets: readonly Facet[]; parameter: 'field' | 'unit' }) {
  return (
    <ul class="ways" lang="vi">
      {facets.map((one) => (
        <li key={one.key}>
          <a href={`/thu-tuc?${new URLSearchParams({ [parameter]: one.key })}`}>
            {one.name} <span>{one.count}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
