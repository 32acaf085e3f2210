import { assets, type Page } from '../page.tsx'
import { CatalogueText } from '../parts/catalogue-text.tsx'
import { Link } from '../parts/link.tsx'
import type {
  CatalogueCounts,
  Facet,
  SeenCatalogue,
  SeenLifeEvent,
  SeenMostReceived,
  SeenToday,
} from '../reads.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { CHECK } from './check/address.ts'
import { FindBox } from './find-box.tsx'
import { LookUpFields } from './look-up-form.tsx'

/** The fields with the most procedures that the home page names; the catalogue has them all. */
const FIELDS_SHOWN = 12

/** The front door: search, look-up, what people come for, what happens in a life, agencies, figures from the records. */
export async function homePage({ reads, desk, words }: Visit): Promise<Page> {
  const [catalogue, today, most, events] = await Promise.all([
    reads.seeCatalogue(desk, {}),
    reads.seeToday(desk),
    reads.seeMostReceived(desk),
    reads.seeLifeEvents(desk),
  ])
  return {
    title: words.home.title,
    script: assets.portalScript,
    main: <Home words={words} catalogue={catalogue} today={today} most={most} events={events} />,
  }
}

interface HomeProps {
  readonly words: Words
  readonly catalogue: SeenCatalogue
  readonly today: SeenToday
  readonly most: SeenMostReceived
  readonly events: readonly SeenLifeEvent[]
}

function Home({ words, catalogue: { counts, facets }, today, most, events }: HomeProps) {
  const { home, finding, channels } = words
  const fields = facets.fields.toSorted((a, b) => b.count - a.count).slice(0, FIELDS_SHOWN)
  return (
    <>
      <div class="hero">
        <div class="wrap">
          <h1>{home.title}</h1>
          <p>{home.lead(counts.all, [channels.counter, channels.home, channels.post, channels.online])}</p>
          <div class="find">
            <form class="panel" action="/thu-tuc" role="search">
              <FindBox words={words} label={home.searchLabel} hint={home.searchHint} />
            </form>
            <form class="panel look-up" method="post" action="/tra-cuu" aria-labelledby="look-up">
              <h2 id="look-up">{home.lookUpTitle}</h2>
              <LookUpFields words={words} isShort />
            </form>
          </div>
        </div>
      </div>
      <div class="wrap">
        {most.procedures.length > 0 && <MostReceived words={words} most={most} />}
        {events.length > 0 && (
          <section>
            <h2 id="su-kien">{finding.lifeEvents}</h2>
            <ul class="ways short">
              {events.map(({ key, name }) => (
                <li key={key}>
                  <a href={`/su-kien/${encodeURIComponent(key)}`}>{name[words.language]}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <details class="fold">
          <summary>{home.byUnit}</summary>
          <Ways facets={facets.units} parameter="unit" />
        </details>
        <details class="fold">
          <summary>{home.byField}</summary>
          <Ways facets={fields} parameter="field" />
        </details>
        <p class="more">
          <Link href="/thu-tuc">{home.allFields}</Link>
        </p>
        <h2>{home.figures}</h2>
        <CatalogueFigures words={words} counts={counts} />
        {today.received > 0 && <TodayFigures words={words} today={today} />}
        <p class="more">
          <Link href="/so-lieu">{home.allFigures}</Link>
        </p>
        <p class="more">
          <Link href={CHECK}>{words.check.title}</Link>
        </p>
      </div>
    </>
  )
}

/** What people come for, by how many dossiers were really received. */
function MostReceived({ words: { finding }, most }: { words: Words; most: SeenMostReceived }) {
  return (
    <section>
      <h2>{finding.mostReceived}</h2>
      <ol class="most">
        {most.procedures.map(({ key, name, received }) => (
          <li key={key}>
            <a href={`/thu-tuc/${encodeURIComponent(key)}`}>
              <CatalogueText text={name} />
            </a>
            <span>{finding.received(received)}</span>
          </li>
        ))}
      </ol>
      <p class="hint">{finding.countedFrom(most.days)}</p>
    </section>
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
    <ul class="ways">
      {facets.map((one) => (
        <li key={one.key}>
          <a href={`/thu-tuc?${new URLSearchParams({ [parameter]: one.key })}`}>
            <CatalogueText text={one.name} /> <span class="count">{one.count}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
