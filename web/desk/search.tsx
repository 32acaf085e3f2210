import { isRefusal } from '#domain/outcome.ts'
import { keepTyped, keptTyped } from '#work/searching/kept-search.ts'
import { MOST_FOUND, searchDossiers } from '#work/searching/search-dossiers.ts'
import type { Page } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { TextField } from '../parts/field.tsx'
import type { Words } from '../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from './desk-page.ts'
import { first, type Typed } from './form.ts'
import { refusedPage } from './refused-page.tsx'
import { FoundTable } from './found-table.tsx'
import { SEARCH } from './search-box.tsx'

/** The search as a page of its own; a search is kept under an id, so that no name or number stands in an address. */
export const searchPage: DeskPage = {
  path: SEARCH,
  action: 'search-dossiers',
  async get({ words }) {
    return {
      title: words.desk.search.title,
      main: <SearchForm words={words} title={words.desk.search.title} />,
    }
  },
  post: search,
}

export const foundPage: DeskPage = { path: `${SEARCH}/:handle`, action: 'search-dossiers', get: found }

/** A whole code opens its dossier; anything else is kept and shown under its id. */
async function search(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const asked = first(typed, 'q').trim().slice(0, 400)
  if (asked === '') return seeOther(SEARCH)
  const found = await searchDossiers(visit.desk, { typed: asked, withOlder: true, most: 1 })
  if (isRefusal(found)) return refusedPage(visit, found)
  const [only] = found.lines
  if (found.asked.code !== null && only) return seeOther(`/ban/ho-so/${only.code}`)
  const handle = await keepTyped(visit.desk, asked)
  return isRefusal(handle) ? refusedPage(visit, handle) : seeOther(`${SEARCH}/${handle}`)
}

async function found(visit: DeskVisit): Promise<Page> {
  const { words, desk, c, url } = visit
  const said = words.desk.search
  const typed = await keptTyped(desk, c.req.param('handle') ?? '')
  if (typed === null)
    return {
      title: said.title,
      main: <SearchForm words={words} title={said.title} note={said.forgotten} />,
      status: 404,
    }
  const withOlder = url.searchParams.get('cu') === '1'
  const found = await searchDossiers(desk, { typed, withOlder, most: MOST_FOUND })
  if (isRefusal(found)) return refusedPage(visit, found)
  const { asked, lines, hasMore } = found
  const isTooLittle = asked.code === null && asked.needles.length === 0
  // What was typed stays out of the title, which browsers remember.
  return {
    title: said.title,
    main: (
      <>
        <SearchForm words={words} title={said.titleFor(typed)} typed={typed} />
        <p class="sub" role="status">
          {isTooLittle ? said.tooLittle : lines.length === 0 ? said.nothing : said.found(lines.length)}{' '}
          {!isTooLittle && (withOlder ? said.scopeAll : said.scope)}
        </p>
        {hasMore && (
          <Notice kind="info">
            <p>{said.narrow(MOST_FOUND)}</p>
          </Notice>
        )}
        {lines.length > 0 && <FoundTable words={words} found={found} />}
        {!isTooLittle && !withOlder && (
          <p class="onward-ways">
            <Link href={`${url.pathname}?cu=1`}>{said.withOlder}</Link>
          </p>
        )}
      </>
    ),
  }
}

interface SearchFormProps {
  readonly words: Words
  readonly title: string
  readonly typed?: string
  readonly note?: string
}

function SearchForm({ words, title, typed, note }: SearchFormProps) {
  const said = words.desk.search
  return (
    <>
      <h1>{title}</h1>
      {note && (
        <Notice kind="info" role="status">
          <p>{note}</p>
        </Notice>
      )}
      <form method="post" action={SEARCH} class="search-again">
        <TextField
          name="q"
          label={said.again}
          hint={said.hint}
          type="search"
          value={typed}
          maxLength={400}
          autocomplete="off"
          autofocus={typed === undefined}
        />
        <button class="ds-button">{said.submit}</button>
      </form>
    </>
  )
}
