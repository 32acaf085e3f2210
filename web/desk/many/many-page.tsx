import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { type Chosen, chosenFrom, type Doing, DOINGS, MOST_AT_ONCE } from '#shapes/chosen-dossiers.ts'
import { type SeenChosen, seeChosen } from '#work/many/see-chosen.ts'
import type { Page } from '../../page.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Fault } from '../../parts/field.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, NOTHING_TYPED, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { type ResultLine, Results } from '../results.tsx'
import { carryOut } from './carry-out.ts'
import { ManyForm } from './many-form.tsx'
import { takersFor } from './takers-for.ts'

export const MANY = '/ban/nhieu'

/**
 * The same done to several dossiers. What was ticked in a list leads to a page that says what will happen to which; only
 * what is sent from there does it. What could not be done stays chosen, with its reason, to be tried again.
 */
export const manyPage: DeskPage = {
  path: MANY,
  action: 'see-own-worklist',
  get: (visit) =>
    asked(visit, {
      fields: { hoSo: visit.url.searchParams.getAll('hoSo'), lam: visit.url.searchParams.getAll('lam') },
      files: [],
    }),
  post: (visit, typed) => (first(typed, 'xacNhan') === '' ? asked(visit, typed) : confirmed(visit, typed)),
}

interface Wanted {
  readonly doing: Doing
  readonly chosen: readonly Chosen[]
}

/** What is to be done to which, or the sentence that says why that is not clear. */
function wanted({ words, desk }: DeskVisit, typed: Typed): Outcome<Wanted | string> {
  const allowed = may(desk.actor, { kind: 'see-own-worklist' }, dayOf(desk.now).toString())
  if (isRefusal(allowed)) return allowed
  const { many } = words.desk
  const doing = DOINGS.find((one) => one === first(typed, 'lam'))
  const chosen = chosenFrom(typed.fields['hoSo'] ?? [])
  if (chosen.length === 0) return many.noneTicked
  if (chosen.length > MOST_AT_ONCE) return many.tooMany(MOST_AT_ONCE)
  return doing ? { doing, chosen } : many.noDoing
}

/** A form may lead here too; it is then asked for by its address, so that it can be loaded again. */
async function asked(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const what = wanted(visit, typed)
  if (isRefusal(what)) return refusedPage(visit, what)
  if (typeof what === 'string') return unclear(visit, what)
  if (visit.c.req.method === 'POST') {
    const query = new URLSearchParams([
      ['lam', what.doing],
      ...(typed.fields['hoSo'] ?? []).map((one) => ['hoSo', one]),
    ])
    return seeOther(`${MANY}?${query}`)
  }
  return shown(visit, what, { typed: NOTHING_TYPED })
}

async function confirmed(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const what = wanted(visit, typed)
  if (isRefusal(what)) return refusedPage(visit, what)
  if (typeof what === 'string') return unclear(visit, what)
  const seen = await seeChosen(visit.desk, what.chosen, what.doing)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const done = await carryOut(visit, { ...what, typed, seen })
  if (done instanceof Response) return done
  if ('faults' in done) return { ...(await shown(visit, what, { typed, faults: done.faults })), status: 422 }
  const failed = done.lines.filter(({ outcome }) => isRefusal(outcome)).map(({ code }) => code)
  const again = { ...what, chosen: what.chosen.filter(({ code }) => failed.includes(code)) }
  return { ...(await shown(visit, again, { typed, results: done.lines })), status: 409 }
}

interface Answered {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly results?: readonly ResultLine[]
}

async function shown(visit: DeskVisit, { doing, chosen }: Wanted, answered: Answered): Promise<Page> {
  const seen: Outcome<readonly SeenChosen[]> = await seeChosen(visit.desk, chosen, doing)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const { words } = visit
  const said = words.desk.many
  const { results } = answered
  const possible = seen.filter(({ refusal }) => refusal === null)
  const impossible = seen.flatMap(({ code, ownerName, refusal }) =>
    refusal ? [{ code, ownerName, outcome: refusal }] : [],
  )
  const main = (
    <>
      <h1>{possible.length > 0 ? said.titles[doing](possible.length) : said.title}</h1>
      <p class="sub">{results ? said.retryLead : said.leads[doing]}</p>
      {results && <Results words={words} lines={results} />}
      {!results && impossible.length > 0 && <Results words={words} lines={impossible} />}
      {possible.length > 0 ? (
        <ManyForm
          words={words}
          doing={doing}
          lines={possible}
          takers={doing === 'assign' ? await takersFor(visit.desk, possible) : []}
          {...answered}
        />
      ) : (
        <p>{said.noneLeft}</p>
      )}
      <p>
        <Link href="/ban">{said.back}</Link>
      </p>
    </>
  )
  return { title: said.title, main }
}

function unclear({ words }: DeskVisit, sentence: string): Page {
  const said = words.desk.many
  const main = (
    <>
      <h1>{said.title}</h1>
      <Notice kind="danger" role="alert">
        <p>{sentence}</p>
      </Notice>
      <p>
        <Link href="/ban">{said.back}</Link>
      </p>
    </>
  )
  return { title: said.title, main, status: 422 }
}
