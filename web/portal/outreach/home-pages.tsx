import type { Context } from 'hono'
import { isRefusal } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { HomeVisitToAsk } from '#shapes/outreach.ts'
import type { FollowedHomeVisit, HomeSlip } from '#work/outreach/ask-home-visit.ts'
import { first, NOTHING_TYPED, readForm, refusalText, type Typed, sentForm } from '../../desk/form.ts'
import { answerPage, type Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { ErrorSummary, type Fault, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type Visit, visitOf, type WebDoors } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { tooMany } from '../look-up.tsx'
import { HOME_CLOSE, HOME_FOLLOW, HOME_TAKE_BACK, HOME_VISIT } from './addresses.ts'
import { HomeFields, homeFaults } from './home-fields.tsx'
import { forgetHomeSlip, keepHomeSlip, keptHomeSlip } from './kept.ts'

/** Where a visit at home is asked for. */
export async function homeForm(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { citizen } = visit
  const known = {
    ...(citizen && isVerified(citizen) && { name: [citizen.name], born: [citizen.bornOn ?? ''] }),
    ...(citizen?.phone && { phone: [citizen.phone] }),
  }
  return answerPage(visit, await formPage(visit, doors, { ...NOTHING_TYPED, fields: known }))
}

export async function homeAsked(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { words, desk } = visit
  const typed = await sentForm(c)
  const read = readForm(typed, HomeVisitToAsk, words)
  if (read.faults)
    return answerPage(visit, await formPage(visit, doors, typed, { faults: homeFaults(words, read.faults) }))
  const slip = await doors.outreach.askHomeVisit(c, desk, read.value)
  if (slip instanceof Temporal.Instant) return tooMany(visit, slip)
  if (isRefusal(slip))
    return answerPage(visit, await formPage(visit, doors, typed, { refused: refusalText(words, slip) }))
  keepHomeSlip(c, slip)
  return c.redirect(`${HOME_FOLLOW}?moi`, 303)
}

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function formPage(
  { words, desk }: Visit,
  doors: WebDoors,
  typed: Typed,
  { faults = [], refused }: Answer = {},
): Promise<Page> {
  const said = words.outreach.home
  const communes = await doors.outreach.seeCommunes(desk)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <p>{said.how}</p>
      <p>
        <Link href={HOME_FOLLOW}>{said.follow}</Link>
      </p>
      <PostForm words={words} action={HOME_VISIT} class="stacked" faults={faults} refused={refused}>
        <HomeFields
          words={words}
          typed={typed}
          faults={faults}
          communes={communes}
          askers={['person', 'relative', 'commune']}
        />
        <Button>{said.send}</Button>
      </PostForm>
    </div>
  )
  const title = faults.length > 0 ? `${words.desk.shell.faults}: ${said.title}` : said.title
  return { title, main, status: faults.length > 0 ? 422 : refused === undefined ? 200 : 409 }
}

/** How a request stands that code and key in the cookie open; without them the form. */
export async function homeFollowed(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const slip = keptHomeSlip(c)
  if (!slip) return answerPage(visit, openPage(visit.words, '', null))
  const seen = await doors.outreach.followHomeVisit(c, visit.desk, slip)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) {
    forgetHomeSlip(c)
    return answerPage(visit, openPage(visit.words, '', refusalText(visit.words, seen)))
  }
  const isNew = c.req.query('moi') !== undefined
  return answerPage(visit, seenPage(visit.words, seen, isNew ? slip : null))
}

export async function homeOpened(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { words } = visit
  const typed = await sentForm(c)
  const slip = { code: first(typed, 'ma').trim(), key: first(typed, 'khoa').trim() }
  if (!slip.code || !slip.key)
    return answerPage(visit, openPage(words, slip.code, words.outreach.home.missing))
  const seen = await doors.outreach.followHomeVisit(c, visit.desk, slip)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) return answerPage(visit, openPage(words, slip.code, refusalText(words, seen)))
  keepHomeSlip(c, slip)
  return c.redirect(HOME_FOLLOW, 303)
}

export async function homeTakenBack(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const slip = keptHomeSlip(c)
  const done = slip && (await doors.outreach.takeBackHomeVisit(c, visit.desk, slip))
  return done instanceof Temporal.Instant ? tooMany(visit, done) : c.redirect(HOME_FOLLOW, 303)
}

export function homeClosed(c: Context): Response {
  forgetHomeSlip(c)
  return c.redirect(HOME_FOLLOW, 303)
}

function openPage(words: Words, code: string, fault: string | null): Page {
  const said = words.outreach.home
  const main = (
    <div class="wrap page narrow">
      {fault !== null && (
        <ErrorSummary title={words.desk.shell.faults} faults={[{ field: 'ma', text: fault }]} />
      )}
      <h1>{said.followTitle}</h1>
      <form class="panel tinted stacked" method="post" action={HOME_FOLLOW} noValidate>
        <TextField name="ma" label={said.code} value={code} isCode {...(fault !== null && { fault })} />
        <TextField name="khoa" label={said.key} isCode />
        <Button>{said.show}</Button>
      </form>
      <p>
        <Link href={HOME_VISIT}>{said.title}</Link>
      </p>
    </div>
  )
  return { title: said.followTitle, main, status: fault === null ? 200 : 422 }
}

function seenPage(words: Words, seen: FollowedHomeVisit, slip: HomeSlip | null): Page {
  const said = words.outreach.home
  const main = (
    <div class="wrap page narrow">
      <h1>{said.followTitle}</h1>
      {slip !== null && (
        <Notice kind="success" role="status" title={said.sent}>
          <p class="slip tabular">
            {said.code}: <strong>{slip.code}</strong>
          </p>
          <p class="slip tabular">
            {said.key}: <strong>{slip.key}</strong>
          </p>
          <p>{said.keep}</p>
        </Notice>
      )}
      <HomeState words={words} seen={seen} />
      {seen.mayTakeBack && (
        <form class="no-print actions" method="post" action={HOME_TAKE_BACK}>
          <Button kind="secondary">{said.takeBack}</Button>
        </form>
      )}
      <form class="no-print actions" method="post" action={HOME_CLOSE}>
        <Button kind="tertiary">{said.close}</Button>
      </form>
    </div>
  )
  return { title: said.followTitle, main }
}

/** How a request stands, for who asked. */
function HomeState({ words, seen }: { readonly words: Words; readonly seen: FollowedHomeVisit }) {
  const said = words.outreach.home
  const why = seen.stage === 'ended' ? (seen.why ?? said.takenBack) : seen.why
  return (
    <>
      <p class="stage">
        <strong>{said.stages[seen.stage]}</strong>
      </p>
      <Facts>
        <FactOf name={said.code}>{seen.code}</FactOf>
        <FactOf name={said.askedAt}>{words.format.longMoment(seen.askedAt)}</FactOf>
        {seen.visitOn && <FactOf name={said.visitOn}>{words.format.longDay(seen.visitOn)}</FactOf>}
        {why && (
          <FactOf name={said.whyNot}>
            <span lang="vi">{why}</span>
          </FactOf>
        )}
      </Facts>
    </>
  )
}
