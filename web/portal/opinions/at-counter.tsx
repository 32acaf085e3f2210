import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isRefusal, refuse, type Refusal } from '#domain/outcome.ts'
import { refusalText, sentForm, first } from '../../desk/form.ts'
import { answerPage, type Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { ErrorSummary, TextField } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type Visit, visitOf, type WebDoors } from '../../visit.ts'
import { tooMany } from '../look-up.tsx'
import { COUNTER, COUNTER_DONE, COUNTER_FORM } from './addresses.ts'
import { ratedPage, ratingPage, ratingSent } from './rating-page.tsx'

const COOKIE = 'danh-gia'
/** As long as a code is good. */
const MINUTES = 15
/** After so long the machine is ready for the next person. */
const THANKS_SECONDS = 30
const FIELD = 'ma'

export function forgetTicket(c: Context): void {
  deleteCookie(c, COOKIE, { path: COUNTER })
}

/** Where the machine for citizens waits for a code. */
export async function counterForm(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  forgetTicket(c)
  if (await isOfStaff(c, doors)) return refusedAt(visit, refuse('machine-of-staff'))
  return answerPage(visit, codePage(visit, null))
}

export async function counterCode(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  if (await isOfStaff(c, doors)) return refusedAt(visit, refuse('machine-of-staff'))
  const code = first(await sentForm(c), FIELD).replace(/\s/g, '')
  if (!/^\d{6}$/.test(code))
    return answerPage(visit, codePage(visit, visit.words.opinions.counter.codeMissing))
  const seen = await doors.opinions.seeRating(c, visit.desk, { way: 'counter', ticket: code })
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) return answerPage(visit, codePage(visit, refusalText(visit.words, seen)))
  setCookie(c, COOKIE, code, {
    path: COUNTER,
    maxAge: MINUTES * 60,
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:',
  })
  return c.redirect(COUNTER_FORM, 303)
}

export async function counterRating(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const asked = await askedOf(visit, doors)
  return asked instanceof Response ? asked : answerPage(visit, ratingPage(asked))
}

export async function counterRated(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const typed = await sentForm(c)
  const asked = await askedOf(visit, doors)
  if (asked instanceof Response) return asked
  const { rater } = asked
  const answered = await ratingSent(asked, typed, (given) => doors.opinions.rate(c, visit.desk, rater, given))
  if (answered instanceof Temporal.Instant) return tooMany(visit, answered)
  if (answered) return answerPage(visit, answered)
  forgetTicket(c)
  return c.redirect(COUNTER_DONE, 303)
}

/** Thanks, and by itself back for the next person: nothing typed can be lost any more. */
export async function counterDone(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  c.header('Refresh', `${THANKS_SECONDS}; url=${COUNTER}`)
  return answerPage(visit, ratedPage(visit.words, { href: COUNTER, text: visit.words.opinions.counter.next }))
}

/** An officer who is signed in could answer for the person: on such a machine nobody rates. */
async function isOfStaff(c: Context, doors: WebDoors): Promise<boolean> {
  return (await doors.staff.deskFor(c)) !== null
}

async function askedOf(visit: Visit, doors: WebDoors) {
  const { c, words, desk } = visit
  if (await isOfStaff(c, doors)) return refusedAt(visit, refuse('machine-of-staff'))
  const ticket = getCookie(c, COOKIE)
  if (!ticket) return c.redirect(COUNTER, 303)
  const rater = { way: 'counter' as const, ticket }
  const seen = await doors.opinions.seeRating(c, desk, rater)
  if (seen instanceof Temporal.Instant) return tooMany(visit, seen)
  if (isRefusal(seen)) return refusedAt(visit, seen)
  return {
    words,
    seen,
    rater,
    action: COUNTER_FORM,
    back: { href: COUNTER, text: words.opinions.counter.leave },
  }
}

function codePage({ words }: Visit, fault: string | null): Page {
  const said = words.opinions.counter
  const main = (
    <div class="wrap page narrow">
      {fault !== null && (
        <ErrorSummary title={words.desk.shell.faults} faults={[{ field: FIELD, text: fault }]} />
      )}
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <form class="panel tinted stacked" method="post" action={COUNTER} noValidate>
        <TextField
          name={FIELD}
          label={said.code}
          inputmode="numeric"
          autocomplete="off"
          maxLength={12}
          required
          {...(fault !== null && { fault })}
        />
        <Button>{said.begin}</Button>
      </form>
    </div>
  )
  return { title: said.title, main, status: fault === null ? 200 : 422 }
}

function refusedAt(visit: Visit, refusal: Refusal): Response {
  const { words } = visit
  const { title, next } = words.opinions.counter
  const main = (
    <div class="wrap page narrow">
      <h1>{title}</h1>
      <Notice kind="warning" role="alert">
        <p>{refusalText(words, refusal)}</p>
      </Notice>
      <p>
        <a class="ds-link" href={COUNTER}>
          {next}
        </a>
      </p>
    </div>
  )
  return answerPage(visit, { title, main, status: 409 })
}
