import type { Context } from 'hono'
import { isRefusal } from '#domain/outcome.ts'
import { AppealToSend } from '#shapes/feedback.ts'
import type { FollowedFeedback } from '#work/opinions/follow-feedback.ts'
import {
  first,
  newCommandId,
  NOTHING_TYPED,
  readForm,
  refusalText,
  type Typed,
  sentForm,
} from '../../desk/form.ts'
import { answerPage, type Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { ErrorSummary, type Fault, faultAt, TextArea, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type Visit, visitOf, type WebDoors } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { tooMany } from '../look-up.tsx'
import {
  FEEDBACK,
  FEEDBACK_APPEAL,
  FEEDBACK_CLOSE,
  FEEDBACK_FOLLOW,
  FEEDBACK_PUBLISHED,
} from './addresses.ts'
import { forgetSlip, keepSlip, keptSlip } from './feedback-slip.ts'

/** How feedback stands that code and key in the cookie open; without them the form. */
export async function feedbackFollowed(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const slip = keptSlip(c)
  if (!slip) return answerPage(visit, openPage(visit.words, NOTHING_TYPED, null))
  const seen = await doors.opinions.followFeedback(c, visit.desk, slip)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) {
    forgetSlip(c)
    return answerPage(visit, openPage(visit.words, NOTHING_TYPED, refusalText(visit.words, seen)))
  }
  const key = c.req.query('moi') === undefined ? null : slip.key
  return answerPage(visit, followedPage(visit, seen, { key }))
}

export async function feedbackOpened(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { words } = visit
  const typed = await sentForm(c)
  const slip = { code: first(typed, 'ma').trim(), key: first(typed, 'khoa').trim() }
  if (!slip.code || !slip.key) return answerPage(visit, openPage(words, typed, words.feedback.missing))
  const seen = await doors.opinions.followFeedback(c, visit.desk, slip)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) return answerPage(visit, openPage(words, typed, refusalText(words, seen)))
  keepSlip(c, slip)
  return c.redirect(FEEDBACK_FOLLOW, 303)
}

/** The citizen asks the director to look at the answer again. */
export async function feedbackAppealed(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const slip = keptSlip(c)
  if (!slip) return c.redirect(FEEDBACK_FOLLOW, 303)
  const typed = await sentForm(c)
  const read = readForm(typed, AppealToSend, visit.words)
  const outcome = read.faults ? null : await doors.opinions.appeal(c, visit.desk, slip, read.value)
  if (outcome instanceof Temporal.Instant) return tooMany(visit, outcome)
  if (outcome === true) return c.redirect(FEEDBACK_FOLLOW, 303)
  const seen = await doors.opinions.followFeedback(c, visit.desk, slip)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) return c.redirect(FEEDBACK_FOLLOW, 303)
  const refused = outcome === null ? undefined : refusalText(visit.words, outcome)
  return answerPage(
    visit,
    followedPage(visit, seen, {
      key: null,
      typed,
      faults: (read.faults ?? []).map(({ field }) => ({ field, text: visit.words.feedback.appealFault })),
      refused,
    }),
  )
}

export function feedbackClosed(c: Context): Response {
  forgetSlip(c)
  return c.redirect(FEEDBACK_FOLLOW, 303)
}

/** What was answered to others, written anew. */
export async function publishedAnswersPage(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { words } = visit
  const said = words.feedback.published
  const { answers, next } = await doors.opinions.seePublishedAnswers(visit.desk, c.req.query('sau') ?? null)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      {answers.length === 0 && <p class="nothing">{said.none}</p>}
      {answers.map(({ id, kind, published }) => (
        <article key={id} class="panel">
          <p class="hint">
            {words.feedback.kinds[kind]} · {words.format.moment(published.at)}
          </p>
          <h2>{said.question}</h2>
          <Written text={published.question} />
          <h3>{said.answer}</h3>
          <Written text={published.answer} />
        </article>
      ))}
      {next !== null && (
        <p>
          <Link href={`${FEEDBACK_PUBLISHED}?sau=${encodeURIComponent(next)}`}>{said.more}</Link>
        </p>
      )}
      <p>
        <Link href={FEEDBACK}>{words.feedback.title}</Link>
      </p>
    </div>
  )
  return answerPage(visit, { title: said.title, main })
}

function openPage(words: Words, typed: Typed, fault: string | null): Page {
  const said = words.feedback
  const main = (
    <div class="wrap page narrow">
      {fault !== null && (
        <ErrorSummary title={words.desk.shell.faults} faults={[{ field: 'ma', text: fault }]} />
      )}
      <h1>{said.followTitle}</h1>
      <form class="panel tinted stacked" method="post" action={FEEDBACK_FOLLOW} noValidate>
        <TextField
          name="ma"
          label={said.code}
          value={first(typed, 'ma')}
          isCode
          {...(fault !== null && { fault })}
        />
        <TextField name="khoa" label={said.key} isCode />
        <Button>{said.show}</Button>
      </form>
      <p>
        <Link href={FEEDBACK}>{said.title}</Link>
      </p>
    </div>
  )
  return { title: said.followTitle, main, status: fault === null ? 200 : 422 }
}

interface Shown {
  /** Shown once, right after it was sent. */
  readonly key: string | null
  readonly typed?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string | undefined
  /** Where an appeal is sent, on the sender's own page, which nobody need close. */
  readonly ownAt?: string
}

/** How feedback stands and what was answered. */
export function followedPage(
  { words }: Visit,
  seen: FollowedFeedback,
  { key, typed = NOTHING_TYPED, faults = [], refused, ownAt }: Shown,
): Page {
  const said = words.feedback
  const { format } = words
  const main = (
    <div class="wrap page narrow">
      <h1>{said.kinds[seen.kind]}</h1>
      {key !== null && (
        <Notice kind="success" role="status" title={said.sent}>
          <p class="slip tabular">
            {said.code}: <strong>{seen.code}</strong>
          </p>
          <p class="slip tabular">
            {said.key}: <strong>{key}</strong>
          </p>
          <p>{said.keep}</p>
        </Notice>
      )}
      <p class="stage">
        <strong>{said.stages[seen.stage]}</strong>
      </p>
      <Facts>
        <FactOf name={said.code}>{seen.code}</FactOf>
        <FactOf name={said.received}>{format.longMoment(seen.receivedAt)}</FactOf>
        {seen.due && (
          <FactOf name={said.due}>
            {format.longMoment(seen.due)}
            {seen.isDueProvisional && <small>{said.provisional}</small>}
          </FactOf>
        )}
        {seen.stage === 'open' && (
          <FactOf name={said.holder}>
            {seen.unitName === null ? said.notGiven : <span lang="vi">{seen.unitName}</span>}
          </FactOf>
        )}
      </Facts>
      {seen.appeal?.answer && (
        <section>
          <h2>{said.directorsAnswer}</h2>
          <p class="hint">{format.longMoment(seen.appeal.answer.at)}</p>
          <Written text={seen.appeal.answer.text} />
        </section>
      )}
      {seen.answer && (
        <section>
          <h2>{seen.isDirectors ? said.directorsAnswer : said.answer}</h2>
          <p class="hint">{format.longMoment(seen.answer.at)}</p>
          {seen.answer.isDone !== null && (
            <p>
              <strong>{seen.answer.isDone ? words.own.correction.done : words.own.correction.refused}</strong>
            </p>
          )}
          <Written text={seen.answer.text} />
          {seen.answer.passedTo && <p>{said.passedTo(seen.answer.passedTo)}</p>}
        </section>
      )}
      {(seen.stage === 'closed' || seen.isDirectors) && <p>{said.above}</p>}
      {seen.appealUntil !== null && (
        <section>
          <h2>{said.appeal}</h2>
          <p>{said.appealLead(format.day(seen.appealUntil))}</p>
          <PostForm
            words={words}
            action={ownAt ?? FEEDBACK_APPEAL}
            class="stacked"
            faults={faults}
            refused={refused}
          >
            <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
            <TextArea
              name="why"
              label={said.appealWhy}
              value={first(typed, 'why')}
              fault={faultAt(faults, 'why')}
              required
            />
            <Button kind="secondary">{said.appeal}</Button>
          </PostForm>
        </section>
      )}
      {seen.appeal && (
        <section>
          <h2>{said.appealWhy}</h2>
          <Written text={seen.appeal.why} />
        </section>
      )}
      <section>
        <h2>{said.yours}</h2>
        <Written text={seen.body} />
      </section>
      {ownAt === undefined && (
        <form class="no-print actions" method="post" action={FEEDBACK_CLOSE}>
          <Button kind="secondary">{said.close}</Button>
        </form>
      )}
    </div>
  )
  return {
    title: said.followTitle,
    main,
    status: faults.length > 0 ? 422 : refused === undefined ? 200 : 409,
  }
}

/** What somebody wrote, with its lines. */
function Written({ text }: { readonly text: string }) {
  return (
    <p class="written" lang="vi">
      {text}
    </p>
  )
}
