import { isRefusal } from '#domain/outcome.ts'
import { seeList } from '#work/reading/see-list.ts'
import { seeListChoices } from '#work/reading/see-list-choices.ts'
import type { Page } from '../../page.tsx'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { DossierTable } from './dossier-table.tsx'
import { type AskedName, ASKED_NAMES, listAddress, type ListAsked, readList } from './list-address.ts'
import { Narrowing, Onward } from './list-parts.tsx'

export const ANY_LIST = '/ban/danh-sach'
const MANY = 500
const OFFERED: readonly AskedName[] = [
  'progress',
  'due',
  'unit',
  'field',
  'channel',
  'post',
  'timeliness',
  'receivedFrom',
  'receivedTo',
  'readyFrom',
  'readyTo',
  'only',
]

/** Without a word on when or how far, a list is of what is under way: nobody means all dossiers since the first. */
function underWayUnlessAsked(list: ListAsked): ListAsked {
  const isAsked = ASKED_NAMES.some((name) => list.asked[name] !== undefined && !NARROWING.includes(name))
  return isAsked ? list : { ...list, asked: { ...list.asked, progress: 'running' } }
}
const NARROWING: readonly AskedName[] = [
  'unit',
  'field',
  'procedure',
  'channel',
  'post',
  'wayIn',
  'settledBy',
  'holderUnit',
]

/** Any dossiers the person may see, by filter; every figure of the house leads here. */
export const anyListPage: DeskPage = {
  path: ANY_LIST,
  action: 'search-dossiers',
  async get(visit) {
    const { desk, words, url } = visit
    const list = underWayUnlessAsked(readList(url.searchParams))
    const [seen, choices] = await Promise.all([
      seeList(desk, { ...list.asked, after: list.after }),
      seeListChoices(desk, list.asked),
    ])
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.worklist
    const main = (
      <>
        <h1>{said.listTitle}</h1>
        <p class="sub" id="count">
          {seen.isMore ? said.countOver(seen.count) : said.count(seen.count)}{' '}
          {seen.count > MANY && said.narrow}
        </p>
        <Narrowing words={words} path={ANY_LIST} list={list} offered={OFFERED} choices={choices} />
        {seen.lines.length === 0 ? (
          <p class="nothing">{said.nothingHere}</p>
        ) : (
          <DossierTable words={words} lines={seen.lines} columns={list.columns} />
        )}
        <Onward words={words} next={seen.next} here={(after) => listAddress(ANY_LIST, { ...list, after })} />
      </>
    )
    return { title: said.listTitle, main, live: 'lists' } satisfies Page
  },
}
