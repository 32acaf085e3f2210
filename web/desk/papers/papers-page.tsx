import { isRefusal } from '#domain/outcome.ts'
import { MOST_ON_SHEET, PapersToHandOver } from '#shapes/hand-over-sheets.ts'
import { remindedOf } from '#work/reading/see-reminders.ts'
import { handOverPapers } from '#work/transferring/hand-over-papers.ts'
import { seePapersToGo, type SeenPapers } from '#work/transferring/see-papers-to-go.ts'
import type { Page } from '../../page.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, NOTHING_TYPED, readForm, refusalText, type Typed } from '../form.ts'
import { ANY_LIST } from '../lists/any-list.tsx'
import { listAddress } from '../lists/list-address.ts'
import { refusedPage } from '../refused-page.tsx'
import { MissingPapers } from './missing-papers.tsx'
import { PAPERS, sheetAddress } from './paper-name.tsx'
import { Sheets } from './sheets.tsx'
import { Way } from './way.tsx'

const AFTER = 'sau'

/** Papers that are to go elsewhere: a batch is chosen and a sheet made; the sheets on their way; what is missing. */
export const papersPage: DeskPage = {
  path: PAPERS,
  action: 'see-own-worklist',
  get: (visit) => shown(visit, { typed: NOTHING_TYPED }),
  post: give,
}

interface Answered {
  readonly typed: Typed
  readonly refused?: string
}

async function give(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const said = words.desk.papers
  if (first(typed, 'dossiers') === '')
    return { ...(await shown(visit, { typed, refused: said.noneChosen })), status: 422 }
  const { value, faults } = readForm(typed, PapersToHandOver, words)
  if (faults)
    return {
      ...(await shown(visit, { typed, refused: faults.map(({ text }) => text).join(' ') })),
      status: 422,
    }
  const sheet = await handOverPapers(desk, value)
  if (!isRefusal(sheet)) return seeOther(sheetAddress(sheet.id))
  if (sheet.refused === 'not-permitted') return refusedPage(visit, sheet)
  return { ...(await shown(visit, { typed, refused: refusalText(words, sheet) })), status: 409 }
}

async function shown(visit: DeskVisit, { typed, refused }: Answered): Promise<Page> {
  const seen = await seePapersToGo(visit.desk, { after: visit.url.searchParams.get(AFTER) ?? undefined })
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const { words } = visit
  const said = words.desk.papers
  const isAnswered = (way: SeenPapers['ways'][number]) =>
    first(typed, 'from') === way.from && first(typed, 'to') === way.to
  const main = (
    <div class="carrying">
      <h1>{said.title}</h1>
      <p class="sub">{seen.isWhole ? said.leadOfAll : said.lead}</p>
      {seen.rule && seen.rule.cutOffMinute !== null && (
        <p class="hint">
          {said.rule(words.format.clock(seen.rule.cutOffMinute), seen.rule.ground.split(';')[0] ?? '')}
        </p>
      )}
      {refused && (
        <Notice kind="danger" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      <MissingPapers words={words} missing={seen.missing} />
      {seen.isMoreMissing && (
        <p>
          <Link href={listAddress(ANY_LIST, { asked: remindedOf('papers-missing', seen.isWhole) })}>
            {said.moreMissing}
          </Link>
        </p>
      )}
      {seen.ways.length === 0 && <p>{said.nothingToGo}</p>}
      {seen.ways.map((way) => (
        <Way
          key={`${way.from} ${way.to}`}
          words={words}
          way={way}
          most={MOST_ON_SHEET}
          ticked={isAnswered(way) ? (typed.fields['dossiers'] ?? []) : null}
        />
      ))}
      {seen.next !== null && (
        <p>
          <Link href={`${PAPERS}?${AFTER}=${encodeURIComponent(seen.next)}`}>{said.more}</Link>
        </p>
      )}
      <Sheets words={words} sheets={seen.sheets} />
    </div>
  )
  return { title: said.title, main }
}
