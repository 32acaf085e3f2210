import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { WAITS_FOR } from '#domain/dossier/waits-for.ts'
import { appointmentsOn, type Post } from '#domain/people/may.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import type { Doing } from '#shapes/chosen-dossiers.ts'
import type { DeskCounts } from '#work/reading/see-desk-counts.ts'
import { seeDeskCounts, waitingList } from '#work/reading/see-desk-counts.ts'
import { seeListChoices } from '#work/reading/see-list-choices.ts'
import { seeWorklist } from '#work/reading/see-worklist.ts'
import type { Page } from '../../page.tsx'
import { Button, Keys } from '../../parts/button.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage, DeskVisit } from '../desk-page.ts'
import { DoneNotice } from '../done-notice.tsx'
import { DossierDone } from '../dossier/dossier-done.tsx'
import { refusedPage } from '../refused-page.tsx'
import { Tabs } from '../tabs.tsx'
import { DossierTable } from './dossier-table.tsx'
import { type AskedName, listAddress, type ListAsked, readList } from './list-address.ts'
import { Narrowing, Onward } from './list-parts.tsx'

const PATH = '/ban'
const OFFERED: readonly AskedName[] = ['due', 'field', 'unit', 'channel', 'only']

/** What can be done to several, by whose turn it is. */
const DONE_BY: { readonly [post in Post]?: Doing } = {
  clerk: 'forward',
  cashier: 'pay',
  handler: 'forward',
  approver: 'approve',
  'seal-keeper': 'seal',
}

/** My work: what lies with me and in my lists, soonest due first. */
export const worklistPage: DeskPage = {
  path: PATH,
  action: 'see-own-worklist',
  async get(visit) {
    const { desk, words, url } = visit
    const list = readList(url.searchParams)
    const [work, counts, choices] = await Promise.all([
      seeWorklist(desk, { ...list.asked, after: list.after }),
      seeDeskCounts(desk),
      seeListChoices(desk, list.asked),
    ])
    if (isRefusal(work)) return refusedPage(visit, work)
    if (isRefusal(counts)) return refusedPage(visit, counts)
    const said = words.desk.worklist
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead(words.format.longDay(dayOf(desk.now)), counts.all)}</p>
        <DoneNotice visit={visit} />
        {await DossierDone(visit)}
        <StepTabs words={words} counts={counts} list={list} />
        <Narrowing words={words} path={PATH} list={list} offered={OFFERED} choices={choices} />
        {work.lines.length === 0 ? (
          <p class="nothing">{counts.all === 0 ? said.nothing : said.nothingHere}</p>
        ) : (
          <form method="post" action="/ban/nhieu" id="chosen">
            <Doings visit={visit} />
            <DossierTable words={words} lines={work.lines} columns={list.columns} isChosen />
          </form>
        )}
        <Onward words={words} next={work.next} here={(after) => listAddress(PATH, { ...list, after })} />
      </>
    )
    return { title: said.title, main, live: 'lists' } satisfies Page
  },
}

/** The steps work lies at, each with how much. */
function StepTabs({ words, counts, list }: { words: Words; counts: DeskCounts; list: ListAsked }) {
  const said = words.desk.worklist
  const posts = Object.keys(counts.byPost).filter((post): post is Post => post in said.tabs)
  const tabs: { asked: DossiersAsked; text: string; count: number }[] = [
    { asked: {}, text: said.all, count: counts.all },
    ...posts.map((post) => ({
      asked: { post, stage: 'in-process' } as const,
      text: said.tabs[post],
      count: counts.byPost[post] ?? 0,
    })),
    ...WAITS_FOR.map((what) => ({
      asked: waitingList(what),
      text: said.waiting[what],
      count: counts.waiting[what],
    })),
    { asked: { stage: 'ready' } as const, text: said.ready, count: counts.ready },
  ].filter(({ asked, count }) => count > 0 || Object.keys(asked).length === 0)
  const { post: _, stage: __, only, ...narrowed } = list.asked
  const isWait = WAITS_FOR.some((what) => waitingList(what).only === only)
  const others = isWait ? narrowed : { ...narrowed, only }
  return (
    <Tabs
      label={said.steps}
      tabs={tabs.map(({ asked, text, count }) => ({
        href: listAddress(PATH, { asked: { ...others, ...asked }, columns: list.columns }),
        isHere:
          list.asked.post === asked.post &&
          list.asked.stage === asked.stage &&
          (isWait ? only : undefined) === asked.only,
        text,
        count: words.format.number(count),
      }))}
    />
  )
}

/** What the person's posts may do to several at once. */
function Doings({ visit: { words, desk } }: { visit: DeskVisit }) {
  const posts = appointmentsOn(desk.actor, dayOf(desk.now).toString()).map(({ post }) => post)
  const mine = [...new Set(posts.flatMap((post) => DONE_BY[post] ?? []))]
  const leads = posts.includes('head') || posts.includes('director')
  const doings: readonly Doing[] = [
    ...mine,
    ...(mine.length > 0 ? (['claim'] as const) : []),
    ...(leads ? (['assign'] as const) : []),
  ]
  if (doings.length === 0) return null
  return (
    <div class="doings" role="group" aria-label={words.desk.worklist.withChosen}>
      {doings.map((doing, place) => (
        <Button
          key={doing}
          name="lam"
          value={doing}
          kind="secondary"
          {...(place === 0 && { keys: 'Alt+Enter' })}
        >
          {words.desk.worklist.doings[doing]}
        </Button>
      ))}
      <span class="hint">
        {words.desk.worklist.rowKeys} <Keys keys="J" /> <Keys keys="K" /> <Keys keys="X" />
      </span>
    </div>
  )
}
