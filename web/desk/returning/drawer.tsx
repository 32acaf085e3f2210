import { isRefusal } from '#domain/outcome.ts'
import { isSamePerson } from '#domain/people/same-person.ts'
import { seeArrived, seeDrawer, type Drawer } from '#work/returning/see-drawer.ts'
import { keepTyped, keptTyped } from '#work/searching/kept-search.ts'
import type { Page } from '../../page.tsx'
import { Link } from '../../parts/link.tsx'
import { TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { SEARCH } from '../search-box.tsx'
import { DrawerTable } from './drawer-table.tsx'
import { ReturningTabs } from './tabs.tsx'

export const DRAWER = '/ban/tra'

/** What lies ready at the counter; a receipt or a card scanned here opens what is handed to that person. */
export const drawerPage: DeskPage = {
  path: DRAWER,
  action: 'see-drawer',
  get: (visit) => show(visit, undefined),
  post: find,
}

export const drawerFoundPage: DeskPage = {
  path: `${DRAWER}/tim/:handle`,
  action: 'see-drawer',
  async get(visit) {
    const typed = await keptTyped(visit.desk, visit.c.req.param('handle') ?? '')
    return typed === null ? seeOther(DRAWER) : show(visit, typed)
  },
}

/** A code leads to its hand-over, and so does whatever is found of one person only. */
async function find(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const typed = first(sent, 'q').trim().slice(0, 400)
  const drawer = await seeDrawer(visit.desk, { typed })
  if (isRefusal(drawer)) return refusedPage(visit, drawer)
  const { asked, lines } = drawer
  if (asked.code !== null) return seeOther(`${DRAWER}/${asked.code}`)
  if (asked.needles.length === 0) return seeOther(DRAWER)
  const [only, ...others] = lines
  if (only && others.every(({ owner, applicant }) => isOne(only, owner) || isOne(only, applicant)))
    return seeOther(`${DRAWER}/${only.code}`)
  const handle = await keepTyped(visit.desk, typed)
  return isRefusal(handle) ? refusedPage(visit, handle) : seeOther(`${DRAWER}/tim/${handle}`)
}

const isOne = ({ owner, applicant }: Drawer['lines'][number], other: typeof owner) =>
  isSamePerson(owner, other) || isSamePerson(applicant, other)

async function show(visit: DeskVisit, typed: string | undefined): Promise<Page> {
  const { words, desk, url } = visit
  const said = words.desk.returning
  const after = url.searchParams.get('sau') ?? undefined
  const [drawer, arrived] = await Promise.all([
    seeDrawer(desk, { ...(typed !== undefined && { typed }), ...(after !== undefined && { after }) }),
    seeArrived(desk),
  ])
  if (isRefusal(drawer)) return refusedPage(visit, drawer)
  const { lines, next, asked } = drawer
  const main = (
    <>
      <h1>{typed === undefined ? said.title : said.foundFor(typed)}</h1>
      <ReturningTabs words={words} here="drawer" arrived={isRefusal(arrived) ? 0 : arrived.length} />
      <FindForm words={words} id={`find-${visit.c.req.param('handle') ?? 'all'}`} typed={typed} />
      {lines.length > 0 ? (
        <DrawerTable words={words} lines={lines} needles={asked.needles} />
      ) : (
        <Nothing words={words} isFiltered={typed !== undefined} />
      )}
      <p class="onward-ways">
        {typed !== undefined && <Link href={DRAWER}>{said.all}</Link>}
        {next && <Link href={`${url.pathname}?sau=${encodeURIComponent(next)}`}>{said.next}</Link>}
      </p>
    </>
  )
  return { title: said.title, main, live: 'lists' }
}

/** The box to scan a receipt or a card into, or to type; its id keeps it as it is when the list shows itself anew. */
export function FindForm({ words, id, typed }: { words: Words; id: string; typed?: string | undefined }) {
  const said = words.desk.returning
  return (
    <form method="post" action={DRAWER} class="search-again" id={id} data-turbo-permanent="true">
      <TextField
        name="q"
        label={said.label}
        hint={said.hint}
        type="search"
        value={typed}
        maxLength={400}
        autocomplete="off"
        autofocus
      />
      <button class="ds-button">{said.find}</button>
    </form>
  )
}

function Nothing({ words, isFiltered }: { words: Words; isFiltered: boolean }) {
  const said = words.desk.returning
  if (!isFiltered) return <p>{said.empty}</p>
  return (
    <p>
      {said.nothing} <Link href={SEARCH}>{said.searchAll}</Link>.
    </p>
  )
}
