import { isRefusal, type Outcome, type Refusal } from '#domain/outcome.ts'
import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import { copyOfFollowed } from '#work/sealed-scans/copy-handed-over.ts'
import type { Context } from 'hono'
import { MINE } from '../citizen/addresses.ts'
import { first, sentForm, type Typed } from '../desk/form.ts'
import { answerPage, type Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorSummary, type Fault } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { type Visit, visitOf, type WebDoors } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { errorPage } from './error.tsx'
import {
  ANSWER_FOLLOWED,
  FOLLOWED,
  FOLLOWED_RESULT,
  SENT_MARK,
  WITHDRAW_FOLLOWED,
} from './followed-addresses.ts'
import { Followed } from './followed.tsx'
import { comeAgain, forgetKey, isFromElsewhere, keepKey, keptKey, LOOK_UP } from './key-cookie.tsx'
import { feedbackAbout, RATE } from './opinions/addresses.ts'
import { PAY } from './paying/address.ts'
import { LookUpFields, type LookUpTyped } from './look-up-form.tsx'

/** The form; or, opened by the QR on the receipt, on to the dossier, so that no key stays in the address. */
export async function lookUpForm(c: Context, doors: WebDoors): Promise<Response> {
  const code = c.req.query('ma')?.trim() ?? ''
  const key = c.req.query('khoa')?.trim() ?? ''
  if (code && key) return open(c, { code, key })
  const visit = await visitOf(c, doors)
  return answerPage(visit, formPage(visit.words, { code, key: '' }))
}

/** Code and key as typed: a fault at its field, the one answer for whatever does not match, or on to the dossier. */
export async function lookUp(c: Context, doors: WebDoors): Promise<Response> {
  const form = await sentForm(c)
  const typed = { code: textIn(form, 'ma'), key: textIn(form, 'khoa') }
  const visit = await visitOf(c, doors)
  if (!typed.code || !typed.key) return answerPage(visit, missingPage(visit.words, typed))
  const found = await follow(visit, doors, typed)
  if (found instanceof Response) return found
  return isRefusal(found) && found.refused === 'no-such-dossier' ? notFound(visit, typed) : open(c, typed)
}

/** The dossier that code and key in the cookie open. */
export async function followed(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const typed = keptKey(c)
  if (!typed) return isFromElsewhere(c) ? again(visit) : c.redirect(LOOK_UP, 303)
  const found = await follow(visit, doors, typed)
  if (found instanceof Response) return found
  if (isRefusal(found)) return isNoDossierYet(found) ? notReceived(visit, found) : notFound(visit, typed)
  const { words, desk } = visit
  const acts = await doors.actsByKey(desk, typed)
  if (isRefusal(acts)) return notFound(visit, typed)
  const main = (
    <Followed
      words={words}
      dossier={found}
      now={desk.now}
      payAt={PAY}
      takeAt={null}
      answerAt={acts.mayAnswer ? ANSWER_FOLLOWED : null}
      withdrawAt={acts.mayWithdraw ? WITHDRAW_FOLLOWED : null}
      isSent={visit.url.searchParams.has(SENT_MARK)}
      resultAt={FOLLOWED_RESULT}
      rateAt={visit.centre.asksRatings ? RATE : null}
      feedbackAt={visit.centre.takesFeedback ? feedbackAbout(found.code) : null}
    >
      <form class="no-print actions" method="post" action="/tra-cuu/dong">
        <Button kind="secondary">{words.followed.close}</Button>
        <Link href={LOOK_UP}>{words.followed.another}</Link>
      </form>
    </Followed>
  )
  return answerPage(visit, { title: visit.words.followed.title(found.code), main })
}

/** Whether code and key were right, of something that is no dossier: how that stands is said. */
export function isNoDossierYet({ refused }: Refusal): boolean {
  return refused === 'not-received-yet' || refused === 'not-taken-in'
}

/** Filed online or taken in outside, and not a dossier yet: how it stands, and no more. */
function notReceived(visit: Visit, refusal: Refusal): Response {
  const { words } = visit
  const said = words.filing
  const { code, isPayable } = refusal.facts
  const isOutside = refusal.refused === 'not-taken-in'
  const title = isOutside ? said.takenOutsideTitle(String(code)) : said.lookedUpTitle(String(code))
  const more = moreOf(words, refusal)
  const main = (
    <div class="wrap page narrow">
      <h1>{title}</h1>
      <p class="lead">{words.refusals[refusal.refused](refusal.facts)}</p>
      <p>{more}</p>
      {isPayable === true && (
        <p>
          <Link href={PAY}>{words.paying.payAhead}</Link>
        </p>
      )}
      {!isOutside && (
        <p>
          <Link href={MINE}>{said.mine}</Link>
        </p>
      )}
      <form class="no-print actions" method="post" action="/tra-cuu/dong">
        <Button kind="secondary">{words.followed.close}</Button>
        <Link href={LOOK_UP}>{words.followed.another}</Link>
      </form>
    </div>
  )
  return answerPage(visit, { title, main })
}

/** What comes next. */
function moreOf({ filing: said }: Words, { refused, facts: { stage } }: Refusal): string {
  if (refused === 'not-taken-in') return stage === 'refused' ? said.outsideRefused : said.outsideWaits
  if (stage === 'asked') return said.lookedUpAsked
  return stage === 'refused' ? said.lookedUpRefused : said.settleFrom
}

/** The stamped result of the dossier that code and key in the cookie open, once it was handed over. */
export async function followedResult(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const typed = keptKey(c)
  if (!typed) return c.redirect(LOOK_UP, 303)
  const found = await follow(visit, doors, typed)
  if (found instanceof Response) return found
  const copy = isRefusal(found) ? found : await copyOfFollowed(visit.desk, found.code)
  if (isRefusal(found) || isRefusal(copy)) return answerPage(visit, errorPage(visit.words, 404))
  return resultAnswer(copy, found.code)
}

/** The stamped result as a file of the citizen's own. */
export function resultAnswer({ bytes }: { readonly bytes: Uint8Array }, code: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="ket-qua-${encodeURIComponent(code)}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** Forgets code and key on this device, for a borrowed telephone or a kiosk. */
export function closeFollowed(c: Context): Response {
  forgetKey(c)
  return c.redirect(LOOK_UP, 303)
}

async function follow(
  visit: Visit,
  doors: WebDoors,
  typed: LookUpTyped,
): Promise<Outcome<FollowedDossier> | Response> {
  const found = await doors.follow(visit.c, visit.desk, typed)
  return found instanceof Temporal.Instant ? tooMany(visit, found) : found
}

export function tooMany(visit: Visit, again: Temporal.Instant): Response {
  const { words, desk, c } = visit
  const seconds = Math.ceil((again.epochMilliseconds - desk.now.epochMilliseconds) / 1000)
  c.header('Retry-After', String(Math.max(seconds, 1)))
  const wait = words.format.minutes(Math.max(Math.ceil(seconds / 60), 1))
  return answerPage(visit, errorPage(words, 429, words.onward.tryAgainAfter(wait)))
}

const textIn = (form: Typed, name: string) => first(form, name).trim().slice(0, 200)

/** A link followed from another site arrives without the strict cookie that the link itself has just set. */
function again(visit: Visit): Response {
  const { opening: title, openingLink: link } = visit.words.lookUp
  return comeAgain(visit, { to: FOLLOWED, title, link })
}

function open(c: Context, typed: LookUpTyped): Response {
  keepKey(c, typed)
  return c.redirect(FOLLOWED, 303)
}

/** Says the same whether code, key or both are wrong: codes are sequential and must not be found out. */
export function notFound(visit: Visit, typed: LookUpTyped): Response {
  forgetKey(visit.c)
  const { notFound } = visit.words.lookUp
  return answerPage(visit, {
    ...formPage(visit.words, { code: typed.code, key: '' }, [{ field: 'ma', text: notFound }], true),
    status: 404,
  })
}

function missingPage(words: Words, typed: LookUpTyped): Page {
  const { codeMissing, keyMissing } = words.lookUp
  const faults = [
    ...(typed.code ? [] : [{ field: 'ma', text: codeMissing }]),
    ...(typed.key ? [] : [{ field: 'khoa', text: keyMissing }]),
  ]
  return { ...formPage(words, typed, faults), status: 422 }
}

function formPage(words: Words, typed: LookUpTyped, faults: readonly Fault[] = [], isUnknown = false): Page {
  const { lookUp } = words
  const faultAt = (field: string) => faults.find((one) => one.field === field)?.text ?? ''
  const main = (
    <div class="wrap page narrow">
      {faults.length > 0 && (
        <ErrorSummary title={lookUp.errors} faults={faults}>
          {isUnknown && lookUp.notFoundAdvice.map((advice) => <p key={advice}>{advice}</p>)}
        </ErrorSummary>
      )}
      <h1>{lookUp.title}</h1>
      <p>{lookUp.lead}</p>
      <form class="panel tinted stacked" method="post" action={LOOK_UP} noValidate>
        <LookUpFields words={words} typed={typed} faults={{ code: faultAt('ma'), key: faultAt('khoa') }} />
      </form>
      <p class="hint">{lookUp.privacy}</p>
    </div>
  )
  return { title: faults.length > 0 ? `${lookUp.errors}: ${lookUp.title}` : lookUp.title, main }
}
