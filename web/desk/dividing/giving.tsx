import { isId } from '#shapes/id.ts'
import { isRefusal } from '#domain/outcome.ts'
import { POSTS } from '#domain/people/may.ts'
import { chosenFrom, MOST_AT_ONCE, WorkToGive } from '#shapes/chosen-dossiers.ts'
import { giveWork } from '#work/dividing/give-work.ts'
import { type OpenWork, seeOpenWork } from '#work/dividing/see-open-work.ts'
import type { Page } from '../../page.tsx'
import type { Fault } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { sayDone } from '../done-notice.tsx'
import { first, NOTHING_TYPED, readForm, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { type ResultLine, Results } from '../results.tsx'
import { divisionOf, GIVING, NOBODY } from './addresses.ts'
import { askedUnit } from './asked-unit.ts'
import { GivingForm } from './giving-form.tsx'

/** What lies with one person of the unit, or with nobody yet, to be given to others: what is ticked, or all of it. */
export const givingPage: DeskPage = {
  path: GIVING,
  action: 'assign-dossier',
  async get(visit) {
    return shown(visit, { typed: NOTHING_TYPED })
  },
  post: give,
}

/** Whose work: a person's, or what lies in the lists, of one post or of all. */
function whose({ url }: DeskVisit, unit: string) {
  const asked = url.searchParams.get('nguoi') ?? NOBODY
  const post = POSTS.find((one) => one === url.searchParams.get('viTri')) ?? null
  return { unit, staff: isId(asked) ? asked : null, post }
}

async function give(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const asked = await askedUnit(visit)
  if (isRefusal(asked)) return refusedPage(visit, asked)
  const said = words.desk.dividing
  if (first(typed, 'to') === '')
    return { ...(await shown(visit, { typed, faults: [{ field: 'to', text: said.noTaker }] })), status: 422 }
  const { value, faults } = readForm(typed, WorkToGive, words)
  if (faults) return { ...(await shown(visit, { typed, faults })), status: 422 }
  const chosen = chosenFrom(typed.fields['hoSo'] ?? []).slice(0, MOST_AT_ONCE)
  if (!value.all && chosen.length === 0)
    return {
      ...(await shown(visit, { typed, faults: [{ field: 'dossiers', text: said.noneTicked }] })),
      status: 422,
    }
  const done = await giveWork(desk, whose(visit, asked.unit), { ...value, chosen }, visit.onFault)
  if (isRefusal(done)) return refusedPage(visit, done)
  if (done.every(({ outcome }) => !isRefusal(outcome))) {
    if (done.length > 0) sayDone(visit, 'assign', done.length)
    return seeOther(divisionOf(asked.unit))
  }
  const results = done.map(({ given: { code, ownerName }, outcome }) => ({ code, ownerName, outcome }))
  return { ...(await shown(visit, { typed, results })), status: 409 }
}

interface Answered {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly results?: readonly ResultLine[]
}

async function shown(visit: DeskVisit, { typed, faults = [], results }: Answered): Promise<Page> {
  const asked = await askedUnit(visit)
  if (isRefusal(asked)) return refusedPage(visit, asked)
  const work = await seeOpenWork(visit.desk, whose(visit, asked.unit))
  if (isRefusal(work)) return refusedPage(visit, work)
  const { words } = visit
  const said = words.desk.dividing
  const main = (
    <>
      <Title visit={visit} work={work} />
      {results && <Results words={words} lines={results} />}
      {work.lines.length === 0 ? (
        <p>{said.nothingOpen}</p>
      ) : (
        <GivingForm words={words} work={work} typed={typed} faults={faults} failed={failedOf(results)} />
      )}
      <p>
        <Link href={divisionOf(asked.unit)}>{said.back}</Link>
      </p>
    </>
  )
  return { title: said.title, main }
}

const failedOf = (results: readonly ResultLine[] | undefined) =>
  results?.flatMap(({ code, outcome }) => (isRefusal(outcome) ? [code] : [])) ?? null

function Title({ visit: { words }, work: { staff, unitName } }: { visit: DeskVisit; work: OpenWork }) {
  const said = words.desk.dividing
  return (
    <>
      <h1>
        {staff === null ? said.givingListTitle : said.givingTitle('')}
        {staff && <span lang="vi">{staff.name}</span>}
      </h1>
      <p class="sub" lang="vi">
        {unitName}
      </p>
    </>
  )
}
