import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { answerPage, type Page } from '../page.tsx'
import { ErrorSummary, type Fault } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { type Visit, visitOf, type WebDoors } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { errorPage } from './error.tsx'
import { Followed } from './followed.tsx'
import { LookUpFields, type LookUpTyped } from './look-up-form.tsx'

export const LOOK_UP = '/tra-cuu'
export const FOLLOWED = '/tra-cuu/ho-so'
const COOKIE = 'tra-cuu'
const MINUTES_OPEN = 15

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
  const form = await c.req.parseBody()
  const typed = { code: textOf(form['ma']), key: textOf(form['khoa']) }
  const visit = await visitOf(c, doors)
  if (!typed.code || !typed.key) return answerPage(visit, missingPage(visit.words, typed))
  const found = await follow(visit, doors, typed)
  return found instanceof Response ? found : isRefusal(found) ? notFound(visit, typed) : open(c, typed)
}

/** The dossier that code and key in the cookie open. */
export async function followed(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const typed = readCookie(c)
  if (!typed)
    return c.req.header('sec-fetch-site') === 'cross-site' ? comeAgain(visit) : c.redirect(LOOK_UP, 303)
  const found = await follow(visit, doors, typed)
  if (found instanceof Response) return found
  if (isRefusal(found)) return notFound(visit, typed)
  const main = <Followed words={visit.words} dossier={found} now={visit.desk.now} />
  return answerPage(visit, { title: visit.words.followed.title(found.code), main })
}

/** Forgets code and key on this device, for a borrowed telephone or a kiosk. */
export function closeFollowed(c: Context): Response {
  deleteCookie(c, COOKIE, { path: LOOK_UP })
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

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 200) : '')

function readCookie(c: Context): LookUpTyped | null {
  const [code, key] = getCookie(c, COOKIE)?.split(' ') ?? []
  return code && key ? { code, key } : null
}

function open(c: Context, { code, key }: LookUpTyped): Response {
  const bare = (typed: string) => typed.slice(0, 200).replace(/\s+/g, '')
  setCookie(c, COOKIE, `${bare(code)} ${bare(key)}`, {
    path: LOOK_UP,
    maxAge: MINUTES_OPEN * 60,
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:',
  })
  return c.redirect(FOLLOWED, 303)
}

/**
 * A link followed from another site arrives without the strict cookie that the link itself has just set. Asked for
 * once more from our own page, it comes.
 */
function comeAgain(visit: Visit): Response {
  const { opening, openingLink } = visit.words.lookUp
  const main = (
    <div class="wrap page">
      <h1>{opening}</h1>
      <p>
        <Link href={FOLLOWED}>{openingLink}</Link>
      </p>
    </div>
  )
  return answerPage(visit, { title: opening, main, goOnTo: FOLLOWED })
}

/** Says the same whether code, key or both are wrong: codes are sequential and must not be found out. */
function notFound(visit: Visit, typed: LookUpTyped): Response {
  deleteCookie(visit.c, COOKIE, { path: LOOK_UP })
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
